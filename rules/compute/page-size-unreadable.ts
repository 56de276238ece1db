import { defineRule } from '../../src/model/rule.js';
import { isPageSize, meantPageSize } from '../../src/words/page-size.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'page-size-unreadable',
  topic: 'compute',
  summary: 'hw_mem_page_size is a page size that Nova can read',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'rejected' } },
  why: `Nova reads \`any\`, \`large\` and \`small\`, a number of KiB such as \`2048\`, or a number and a unit such as \`2MB\` or \`1GiB\`:
without a blank, with the \`B\`, and with \`K\`, \`M\` and \`G\` as capitals. Anything else is answered with 400, whatever the flavor.`,
  source: ['nova nova/virt/hardware.py', 'oslo.utils oslo_utils/strutils.py'],
  messages: {
    unreadable: 'hw_mem_page_size is {size}, but Nova reads only "any", "large", "small", KiB such as "2048", or a size with unit such as "2MB".',
    misspelt: 'hw_mem_page_size is {size}, which Nova cannot read and refuses; it reads {guess}.',
  },
  examples: {
    bad: [
      { manifest: 'name: dpdk\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_page_size: 2M\n' },
      { manifest: 'name: dpdk\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_page_size: 2048kB\n' },
      { manifest: 'name: dpdk\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_page_size: Large\n' },
      { manifest: 'name: dpdk\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_page_size: huge\n' },
    ],
    good: [
      { manifest: 'name: dpdk\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_page_size: 2MB\n' },
      { manifest: 'name: dpdk\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_page_size: "1048576"\n' },
      { manifest: 'name: dpdk\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_page_size: any\n' },
    ],
  },
  reads: ['properties.hw_mem_page_size'],
  check(image, { report }) {
    const size = image.properties['hw_mem_page_size'] ?? '';
    if (size === '' || isPageSize(size)) return;
    const at = ['properties', 'hw_mem_page_size'];
    const guess = meantPageSize(size);
    if (guess === undefined) report({ message: 'unreadable', at, data: { size: show(size) } });
    else {
      report({
        message: 'misspelt',
        at,
        data: { size: show(size), guess: show(guess) },
        fix: { safe: true, description: `Write "${guess}"`, change: { replace: guess } },
      });
    }
  },
});
