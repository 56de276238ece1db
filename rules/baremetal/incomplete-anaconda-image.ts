import { defineRule } from '../../src/model/rule.js';
import { oneOf } from '../../src/words/show.js';

const NEEDED = ['kernel_id', 'ramdisk_id', 'stage2_id'];

export default defineRule({
  id: 'incomplete-anaconda-image',
  topic: 'baremetal',
  summary: 'an image for Anaconda names its kernel, its ramdisk and its second stage',
  severity: 'warning',
  consequence: { by: 'ironic', when: 'boot', effect: 'fails' },
  why: `Ironic's \`anaconda\` deploy interface boots the installer from three further images and refuses to deploy when one of
\`kernel_id\`, \`ramdisk_id\` and \`stage2_id\` is missing. \`stage2_id\` and \`ks_template\` are read by no other interface, so an
image that has one of them is meant for this one.`,
  source: ['ironic ironic/drivers/modules/deploy_utils.py validate_image_properties', 'ironic ironic/common/pxe_utils.py'],
  messages: { missing: '{given} is for Anaconda, but the image has no {missing}: Ironic refuses to deploy it.' },
  examples: {
    bad: [
      { manifest: 'name: rocky-9-install\ndisk_format: raw\ncontainer_format: bare\nstage2_id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e\n' },
      {
        manifest: `name: rocky-9-install
disk_format: raw
container_format: bare
ks_template: file:///etc/ironic/rocky.ks.template
kernel_id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
ramdisk_id: 7c8f7a4d-2e3b-4c6d-9e0f-1a2b3c4d5e6f
`,
      },
    ],
    good: [{
      manifest: `name: rocky-9-install
disk_format: raw
container_format: bare
stage2_id: 8d907b5e-3f4c-4d7e-8f10-2b3c4d5e6f70
kernel_id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
ramdisk_id: 7c8f7a4d-2e3b-4c6d-9e0f-1a2b3c4d5e6f
`,
      note: 'without ks_template Ironic uses its own',
    }],
  },
  reads: ['properties.stage2_id', 'properties.ks_template'],
  check({ properties }, { isAbsent, report }) {
    const given = ['stage2_id', 'ks_template'].find((name) => properties[name]);
    if (given === undefined) return;
    const missing = NEEDED.filter((name) => properties[name] === '' || isAbsent(`properties.${name}`));
    if (missing.length > 0) report({ message: 'missing', at: ['properties', given], data: { given, missing: oneOf(missing) } });
  },
});
