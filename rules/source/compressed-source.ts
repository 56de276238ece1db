import { COMPRESSED_ENDINGS } from '../../src/facts/file-names.js';
import { AMAZON_FORMATS } from '../../src/facts/formats.js';
import { defineRule } from '../../src/model/rule.js';
import { clip } from '../../src/words/show.js';
import { endingOf, urlParts } from '../../src/words/url.js';

export default defineRule({
  id: 'compressed-source',
  topic: 'source',
  summary: 'no packed file is uploaded as a plain disk',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  intents: ['create'],
  why: `Publishers compress their images, and \`disk_format\` tells what is inside. If the tool does not unpack the file, the
packed bytes are stored. Glance unpacks zip, lha and gzip only, and only where the operator asked for it; since 2025.1 it
refuses bytes that are not what \`disk_format\` says, unless that is \`raw\`. What gets through does not boot.`,
  source: ['glance glance/async_/flows/plugins/image_decompression.py', 'glance glance/location.py', 'terraform-provider-openstack openstack/resource_openstack_images_image_v2.go'],
  messages: {
    packed: 'The source ends in ".{ending}", but disk_format is "{disk}" and nothing says that the file gets unpacked: the packed bytes become the image. Let the tool unpack it, or name an unpacked file.',
    fetched: 'The source ends in ".{ending}", but Glance is to fetch it by itself (web-download) and does not unpack {ending} files: the packed bytes become the image. Name an unpacked file.',
  },
  examples: {
    bad: [{
      manifest: `images:
  - name: FreeBSD 14.2
    format: qcow2
    login: freebsd
    min_disk: 8
    versions:
      - version: "14.2"
        url: https://download.freebsd.org/releases/VM-IMAGES/14.2-RELEASE/amd64/Latest/FreeBSD-14.2-RELEASE-amd64.qcow2.xz
`,
    }],
    good: [{
      manifest: `images:
  - name: Garden Linux
    format: qcow2
    login: admin
    min_disk: 8
    versions:
      - version: "1877.7"
        url: https://github.com/gardenlinux/gardenlinux/releases/download/1877.7/openstack-gardener_prod-amd64-1877.7.tar.xz
        mirror_url: https://images.acme.dev/gardenlinux/openstack-gardener_prod-amd64-1877.7.qcow2
`,
      note: 'the mirror has it unpacked, and that is what gets uploaded',
    }],
  },
  reads: ['source.url', 'source.file'],
  check({ disk_format: disk, container_format: container, source = {} }, { report }) {
    const { url, file, decompress, web_download: isFetched } = source;
    if (typeof disk !== 'string' || AMAZON_FORMATS.has(disk) || container === 'compressed' || (decompress === true && isFetched !== true)) return;
    const ending = endingOf((url === undefined ? file : urlParts(url)?.path) ?? '');
    if (ending === undefined || !COMPRESSED_ENDINGS.has(ending)) return;
    report({
      message: isFetched === true ? 'fetched' : 'packed',
      at: ['source', url === undefined ? 'file' : 'url'],
      data: { ending: clip(ending), disk },
    });
  },
});
