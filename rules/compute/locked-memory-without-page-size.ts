import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'locked-memory-without-page-size',
  topic: 'compute',
  summary: 'an image that locks guest memory asks for a page size',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  why: `Nova locks guest memory only where it also manages its pages. When \`hw_locked_memory\` is on and neither image nor flavor
set a page size, its API answers 403. The image can set one only for flavors that leave the choice open, so it is best left to
the flavor.`,
  source: ['nova nova/virt/hardware.py'],
  messages: { noPageSize: 'hw_locked_memory is on, but hw_mem_page_size is missing: Nova refuses servers whose flavor does not set a page size either.' },
  examples: {
    bad: [{ manifest: 'name: dpdk\ndisk_format: qcow2\ncontainer_format: bare\nhw_locked_memory: "true"\n' }],
    good: [
      { manifest: 'name: dpdk\ndisk_format: qcow2\ncontainer_format: bare\nhw_locked_memory: "true"\nhw_mem_page_size: large\n' },
      { manifest: 'name: dpdk\ndisk_format: qcow2\ncontainer_format: bare\nhw_locked_memory: "no"\n' },
    ],
  },
  reads: ['properties.hw_locked_memory'],
  check(image, context) {
    const nova = new NovaView(image, context);
    if (!nova.is('hw_locked_memory', 'true') || !(nova.lacks('hw_mem_page_size') || nova.is('hw_mem_page_size', ''))) return;
    context.report({ message: 'noPageSize', at: ['properties', 'hw_locked_memory'] });
  },
});
