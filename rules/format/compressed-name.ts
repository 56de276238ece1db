import { BOOT_FILES, COMPRESSED_ENDINGS } from '../../src/facts/file-names.js';
import { AMAZON_FORMATS } from '../../src/facts/formats.js';
import { defineRule } from '../../src/model/rule.js';

export default defineRule({
  id: 'compressed-name',
  topic: 'format',
  summary: 'no image that is named after a compressed file says that it is a plain disk',
  severity: 'info',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  inRecord: { consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  presets: ['strict'],
  why: `Publishers compress their images, and \`disk_format\` tells what is inside. Nobody unpacks the file after the upload: Glance
has a plugin for zip, lha and gzip that is off by default, and nothing for xz, bzip2 or zstd. Since 2025.1 Glance refuses
such a file if it should be, say, \`qcow2\`; as \`raw\` it is stored, and does not boot.`,
  source: ['glance glance/async_/flows/plugins/image_decompression.py', 'glance glance/location.py'],
  messages: {
    compressed: 'The name ends in ".{ending}", but disk_format "{disk}" is what the file holds once it is unpacked. Upload the unpacked file, '
      + 'and name the image after it.',
  },
  examples: {
    bad: [{ manifest: 'name: FreeBSD-14.1-RELEASE-amd64.qcow2.xz\ndisk_format: qcow2\ncontainer_format: bare\n' }],
    good: [
      { manifest: 'name: FreeBSD-14.1-RELEASE-amd64.qcow2\ndisk_format: qcow2\ncontainer_format: bare\n' },
      { manifest: 'name: initrd.gz\ndisk_format: raw\ncontainer_format: bare\n', note: 'ramdisks are compressed' },
      { manifest: 'name: volume.gz\ndisk_format: raw\ncontainer_format: compressed\n' },
    ],
  },
  reads: ['name'],
  check({ name, disk_format: disk, container_format: container }, { cloud, report }) {
    if (typeof name !== 'string' || typeof disk !== 'string' || container !== 'bare') return;
    if (AMAZON_FORMATS.has(disk) || !cloud.diskFormats.includes(disk)) return;
    const ending = /\.(\w+)\s*$/.exec(name)?.[1]?.toLowerCase();
    if (ending === undefined || !COMPRESSED_ENDINGS.has(ending) || BOOT_FILES.some(({ named }) => named.test(name))) return;
    report({ message: 'compressed', at: ['disk_format'], data: { ending, disk } });
  },
});
