import { COMPRESSED_ENDINGS } from '../../src/facts/file-names.js';
import { defineRule } from '../../src/model/rule.js';
import { clip } from '../../src/words/show.js';
import { endingOf, urlParts } from '../../src/words/url.js';

export default defineRule({
  id: 'compressed-image-source',
  topic: 'source',
  summary: 'image_source is the file that the image holds, not a packed one',
  severity: 'info',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  presets: ['strict'],
  why: `Nobody can hold the image against its source: hash and size of the packed file are not those of the image. And a tool
that hands the address to Glance's \`web-download\` gets the packed file into the store: Glance unpacks zip, lha and gzip
only, and only where the operator asked for it.`,
  source: ['glance glance/async_/flows/plugins/image_decompression.py'],
  messages: { packed: 'image_source ends in ".{ending}": the image is what is packed in that file, so nobody can hold its size and hashes against it.' },
  examples: {
    bad: [{ manifest: 'name: FreeBSD 14.2\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: https://download.freebsd.org/releases/VM-IMAGES/14.2-RELEASE/amd64/Latest/FreeBSD-14.2-RELEASE-amd64.qcow2.xz\n' }],
    good: [
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: https://cloud.debian.org/images/cloud/bookworm/latest/debian-12-genericcloud-amd64.qcow2\n' },
      { manifest: 'name: volume\ndisk_format: raw\ncontainer_format: compressed\nimage_source: https://backup.example.com/volume.raw.gz\n', note: 'the image is the packed file' },
    ],
  },
  reads: ['properties.image_source'],
  check({ container_format: container, properties: { image_source: address }, source }, { report }) {
    // What is uploaded from there is the business of "compressed-source".
    if (container === 'compressed' || address === undefined || address === source?.url) return;
    const ending = endingOf(urlParts(address)?.path ?? '');
    if (ending === undefined || !COMPRESSED_ENDINGS.has(ending)) return;
    report({ message: 'packed', at: ['properties', 'image_source'], data: { ending: clip(ending) } });
  },
});
