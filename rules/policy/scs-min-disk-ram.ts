import { defineRule } from '../../src/model/rule.js';
import { isProviderImage, NOT_CONFORMANT } from '../../src/words/scs.js';
import { bytes, GIB } from '../../src/words/units.js';

const LEAST_RAM = 64;

export default defineRule({
  id: 'scs-min-disk-ram',
  topic: 'policy',
  summary: 'min_disk and min_ram tell what the image needs',
  severity: 'error',
  consequence: NOT_CONFORMANT,
  presets: ['scs'],
  why: `SCS-0102 wants users to see which flavors fit: \`min_disk\` in GiB and at least the size of the file, \`min_ram\` in MiB and
enough to boot. The conformance test takes 0 for missing, and grumbles below 64 MiB.`,
  source: ['SovereignCloudStack/standards Standards/scs-0102-v1-image-metadata.md', 'SovereignCloudStack/standards Tests/iaas/scs_0102_image_metadata/image_metadata.py'],
  messages: {
    zero: '{attribute} is 0, which the conformance test of SCS-0102 takes for missing.',
    small: 'min_disk is {disk} GiB, but the file alone has {size}: the conformance test of SCS-0102 fails.',
    littleRam: 'min_ram is {ram} MiB; the conformance test of SCS-0102 doubts that a system boots with less than 64 MiB.',
  },
  examples: {
    bad: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nmin_disk: 0\nmin_ram: 0\n', count: 2 },
      { manifest: 'name: Debian 12\nvisibility: public\nstatus: active\ndisk_format: raw\ncontainer_format: bare\nmin_disk: 2\nmin_ram: 512\nsize: 3221225472\n', intent: 'record' },
      { manifest: 'name: CirrOS\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nmin_disk: 1\nmin_ram: 32\n', note: 'passes with a warning' },
    ],
    good: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nmin_disk: 3\nmin_ram: 512\n' },
      { manifest: 'name: ipa-kernel\nvisibility: private\ndisk_format: aki\ncontainer_format: aki\nmin_disk: 0\nmin_ram: 0\n' },
    ],
  },
  reads: ['min_disk', 'min_ram'],
  check(image, { report }) {
    if (!isProviderImage(image)) return;
    const { min_disk: disk, min_ram: ram, size } = image;
    for (const attribute of ['min_disk', 'min_ram'] as const) {
      if (image[attribute] === 0) report({ message: 'zero', at: [attribute], data: { attribute } });
    }
    if (disk !== undefined && disk > 0 && typeof size === 'number' && disk * GIB < size) {
      report({ message: 'small', at: ['min_disk'], data: { disk, size: bytes(size) } });
    }
    if (ram !== undefined && ram > 0 && ram < LEAST_RAM) {
      report({ message: 'littleRam', at: ['min_ram'], data: { ram }, severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'fails' } });
    }
  },
});
