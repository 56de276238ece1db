import { SCS_PROPERTIES, type ScsWeight } from '../../src/facts/scs.js';
import type { Image } from '../../src/model/image.js';
import { defineRule, type RuleContext } from '../../src/model/rule.js';
import { AGAINST_THE_TEXT, isProviderImage, NOT_CONFORMANT, SCS_OPTIONS, type ScsOptions } from '../../src/words/scs.js';

export default defineRule<ScsOptions>({
  id: 'scs-mandatory-properties',
  topic: 'policy',
  summary: 'a public image tells what SCS-0102 asks for',
  severity: 'error',
  consequence: NOT_CONFORMANT,
  presets: ['scs'],
  why: `SCS-0102 lists what users have to find on every public image: what it needs, what is in it, where it comes from, how
long it stays. The conformance test fails when one of these is missing or empty; \`hw_disk_bus\` and \`uuid_validity\` are
mandatory in the text, but the test passes images without them.`,
  source: ['SovereignCloudStack/standards Standards/scs-0102-v1-image-metadata.md', 'SovereignCloudStack/standards Tests/iaas/scs_0102_image_metadata/image_metadata.py'],
  messages: {
    tested: 'SCS-0102 asks for what this image lacks: {names}. The conformance test fails.',
    text: 'SCS-0102 asks for what this image lacks: {names}. The conformance test does not look at it.',
    recommended: 'SCS-0102 recommends what this image lacks: {names}.',
  },
  options: SCS_OPTIONS,
  examples: {
    bad: [
      {
        manifest: `name: Ubuntu 24.04
visibility: public
disk_format: qcow2
container_format: bare
min_disk: 8
min_ram: 512
architecture: x86_64
hypervisor_type: qemu
os_distro: ubuntu
os_version: "24.04"
os_purpose: generic
hw_disk_bus: scsi
uuid_validity: last-3
replace_frequency: monthly
`,
        note: 'not a word on where it comes from',
      },
      {
        manifest: `name: Ubuntu 24.04
disk_format: qcow2
container_format: bare
min_disk: 8
min_ram: 512
architecture: x86_64
os_distro: ubuntu
os_version: "24.04"
provided_until: none
replace_frequency: monthly
image_source: https://cloud-images.ubuntu.com/noble/
image_description: https://cloud-images.ubuntu.com/noble/
image_build_date: 2026-01-08
image_original_user: ubuntu
`,
        count: 2,
        note: 'what only the text demands, and what is recommended',
      },
    ],
    good: [
      {
        manifest: `name: Ubuntu 24.04
visibility: public
disk_format: qcow2
container_format: bare
min_disk: 8
min_ram: 512
architecture: x86_64
hypervisor_type: qemu
os_distro: ubuntu
os_version: "24.04"
os_purpose: generic
hw_disk_bus: virtio
uuid_validity: last-3
provided_until: none
replace_frequency: monthly
image_source: https://cloud-images.ubuntu.com/noble/
image_description: https://cloud-images.ubuntu.com/noble/
image_build_date: "2026-01-08"
image_original_user: ubuntu
`,
      },
      { manifest: 'name: my-own-image\nvisibility: private\ndisk_format: qcow2\ncontainer_format: bare\n', note: 'nobody else sees it' },
    ],
  },
  reads: ['*'],
  check(image, context) {
    if (!isProviderImage(image)) return;
    const missing = SCS_PROPERTIES.filter(({ name, isAttribute }) => isMissing(name, isAttribute === true, image, context));
    const tell = (weight: ScsWeight): string => missing
      .filter(({ whenMissing }) => whenMissing[context.options.version] === weight)
      .map(({ name }) => name)
      .join(', ');
    const [tested, text, recommended] = [tell('tested'), tell('text'), tell('recommended')];
    if (tested !== '') context.report({ message: 'tested', at: [], data: { names: tested } });
    if (text !== '') context.report({ message: 'text', at: [], data: { names: text }, severity: 'warning', consequence: AGAINST_THE_TEXT });
    if (recommended !== '') context.report({ message: 'recommended', at: [], data: { names: recommended }, severity: 'info', consequence: AGAINST_THE_TEXT });
  },
});

function isMissing(name: string, isAttribute: boolean, { properties }: Image, { isAbsent }: RuleContext<ScsOptions>): boolean {
  if (isAttribute) return isAbsent(name as 'min_disk' | 'min_ram');
  return properties[name] === '' || isAbsent(`properties.${name}`);
}
