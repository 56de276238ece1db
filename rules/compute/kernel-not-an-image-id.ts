import { defineRule } from '../../src/model/rule.js';
import { show } from '../../src/words/show.js';

const PROPERTIES = ['kernel_id', 'ramdisk_id'] as const;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** What tools write for nothing. */
const NOTHING: ReadonlySet<string> = new Set(['', 'none', 'null', 'nil', 'undefined']);

export default defineRule({
  id: 'kernel-not-an-image-id',
  topic: 'compute',
  summary: 'kernel_id and ramdisk_id are ids of images',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'rejected' } },
  why: `Nova looks the kernel up in Glance whenever the property is there, and answers 400 if there is no such image: an empty text
or the word "None" is an id like any other for it. Glance as it comes refuses everything but a UUID already when the image is
created. In \`kernel_id\` Nova also reads \`nokernel\`, which switches kernel and ramdisk off.`,
  source: ['nova nova/compute/api.py _handle_kernel_and_ramdisk', 'glance etc/schema-image.json'],
  messages: {
    nothing: '{property} is {value}: Nova looks for an image with that id and refuses every server. Leave the property out.',
    noId: '{property} is {value}, but Nova needs the id of an image there, a UUID, and refuses every server.',
  },
  examples: {
    bad: [
      { manifest: 'name: ubuntu\ndisk_format: qcow2\ncontainer_format: bare\nkernel_id: ""\nramdisk_id: None\n', count: 2 },
      { manifest: 'name: cirros\ndisk_format: ami\ncontainer_format: ami\nkernel_id: cirros-0.6.2-kernel\n' },
    ],
    good: [
      { manifest: 'name: cirros\ndisk_format: ami\ncontainer_format: ami\nkernel_id: 0b3c4d5e-6f70-4182-93a4-b5c6d7e8f901\n' },
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nkernel_id: nokernel\nramdisk_id: whatever\n' },
    ],
  },
  reads: PROPERTIES.map((property) => `properties.${property}`),
  check({ properties }, { report }) {
    if (properties['kernel_id'] === 'nokernel') return;
    for (const property of PROPERTIES) {
      const value = properties[property];
      // A link to another Glance was an id once, and still passes.
      if (value === undefined || UUID.test(value) || value.includes('/')) continue;
      const at = ['properties', property];
      if (NOTHING.has(value.trim().toLowerCase())) {
        report({ message: 'nothing', at, data: { property, value: show(value) }, fix: { safe: true, description: `Remove ${property}`, change: { remove: true } } });
      } else {
        report({ message: 'noId', at, data: { property, value: show(value) } });
      }
    }
  },
});
