import { COMPRESSED_ENDINGS } from '../../src/facts/file-names.js';
import { defineRule } from '../../src/model/rule.js';

const GZIP = new Set(['gz']);

export default defineRule({
  id: 'compressed-not-gzip',
  topic: 'volume',
  summary: 'an image in a compressed container is compressed with gzip',
  severity: 'warning',
  consequence: { by: 'cinder', when: 'volume', effect: 'fails' },
  why: `\`container_format: compressed\` is Cinder's. It unpacks such images when it makes volumes of them, and refuses what is
not gzip. No other service unpacks them at all.`,
  source: ['cinder cinder/image/image_utils.py', 'cinder cinder/image/accelerator.py'],
  messages: { other: 'container_format is "compressed", but {where} ends in ".{ending}": Cinder unpacks gzip only and refuses to make volumes of anything else.' },
  examples: {
    bad: [
      { manifest: 'name: FreeBSD-14.1.qcow2.xz\ndisk_format: qcow2\ncontainer_format: compressed\n' },
      { manifest: 'name: FreeBSD 14.1\ndisk_format: qcow2\ncontainer_format: compressed\nimage_source: https://download.freebsd.org/releases/FreeBSD-14.1.qcow2.xz\n' },
    ],
    good: [
      { manifest: 'name: volume-backup.raw.gz\ndisk_format: raw\ncontainer_format: compressed\n' },
      { manifest: 'name: FreeBSD-14.1.qcow2.xz\ndisk_format: qcow2\ncontainer_format: bare\n', note: "wrong, too, but not Cinder's business" },
    ],
  },
  reads: ['container_format'],
  check(image, { report }) {
    if (image.container_format !== 'compressed') return;
    const { name, properties } = image;
    for (const [where, text] of [['the name', name], ['image_source', properties['image_source']]] as const) {
      const ending = /\.(\w+)\s*$/.exec(text ?? '')?.[1]?.toLowerCase();
      if (ending === undefined || !COMPRESSED_ENDINGS.has(ending) || GZIP.has(ending)) continue;
      return report({ message: 'other', at: ['container_format'], data: { where, ending } });
    }
  },
});
