import { defineRule } from '../../src/model/rule.js';
import { isPageSize } from '../../src/words/page-size.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'page-size-needs-flavor',
  topic: 'compute',
  summary: 'an image does not ask for a page size, which only some flavors allow',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  why: `Nova takes \`hw_mem_page_size\` of an image only when the flavor leaves the choice open: \`hw:mem_page_size\` is \`large\` or
\`any\`. With all other flavors, also those that say nothing about page sizes, its API answers 400.`,
  source: ['nova nova/virt/hardware.py', 'nova doc/source/admin/huge-pages.rst'],
  messages: { needsFlavor: 'hw_mem_page_size is {size}: Nova refuses servers from this image unless the flavor sets hw:mem_page_size to "large" or "any".' },
  examples: {
    bad: [
      { manifest: 'name: dpdk\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_page_size: large\n' },
      { manifest: 'name: dpdk\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_page_size: 1GB\n' },
    ],
    good: [{ manifest: 'name: dpdk\ndisk_format: qcow2\ncontainer_format: bare\nmin_ram: 4096\n' }],
  },
  reads: ['properties.hw_mem_page_size'],
  check(image, { report }) {
    const size = image.properties['hw_mem_page_size'] ?? '';
    if (isPageSize(size)) report({ message: 'needsFlavor', at: ['properties', 'hw_mem_page_size'], data: { size: show(size) } });
  },
});
