import { defineRule } from '../../src/model/rule.js';
import { oneOf } from '../../src/words/show.js';

export default defineRule({
  id: 'partition-without-kernel',
  topic: 'baremetal',
  summary: 'a partition image names its kernel and its ramdisk',
  severity: 'info',
  consequence: { by: 'ironic', when: 'boot', effect: 'fails' },
  presets: ['strict'],
  why: `With the deploy interfaces \`anaconda\` and \`ramdisk\`, and with network boot in older releases, Ironic refuses to deploy
a partition image that lacks \`kernel_id\` or \`ramdisk_id\`. With local boot, the default since Yoga, it needs neither.`,
  source: ['ironic ironic/drivers/modules/deploy_utils.py validate_image_properties'],
  messages: { missing: 'img_type is "partition", but the image has no {missing}: Ironic deploys it with local boot only.' },
  examples: {
    bad: [{ manifest: 'name: debian-12-root\ndisk_format: raw\ncontainer_format: bare\nimg_type: partition\n' }],
    good: [
      {
        manifest: `name: debian-12-root
disk_format: raw
container_format: bare
img_type: partition
kernel_id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
ramdisk_id: 7c8f7a4d-2e3b-4c6d-9e0f-1a2b3c4d5e6f
`,
      },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nimg_type: whole-disk\n' },
    ],
  },
  reads: ['properties.img_type'],
  check({ properties }, { isAbsent, report }) {
    // The Anaconda case has a rule of its own.
    if (properties['img_type'] !== 'partition' || !isAbsent('properties.stage2_id')) return;
    const missing = ['kernel_id', 'ramdisk_id'].filter((name) => properties[name] === '' || isAbsent(`properties.${name}`));
    if (missing.length > 0) report({ message: 'missing', at: ['properties', 'img_type'], data: { missing: oneOf(missing) } });
  },
});
