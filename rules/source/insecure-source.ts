import { defineRule } from '../../src/model/rule.js';
import { clip } from '../../src/words/show.js';
import { addressesOf } from '../../src/words/address.js';

const PLAIN = new Set(['http', 'ftp']);
/** Machines and networks of one's own. */
const PRIVATE_HOST = /^(?:localhost|[^.]*|.*\.(?:local|localdomain|internal|intranet|lan|home\.arpa|test|example|invalid)|127\..*|10\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|\[.*\])$/;

export default defineRule({
  id: 'insecure-source',
  topic: 'source',
  summary: 'nobody can change the image on its way from its source',
  severity: 'info',
  consequence: { by: 'reader', when: 'always', effect: 'unsafe' },
  why: `Whoever fetches the image gets what the network hands out, unless a digest beside the address proves it. Nearly all
publishers of images serve them by \`https\`.`,
  source: ['SovereignCloudStack/standards Standards/scs-0102-v1-image-metadata.md', 'osism/openstack-image-manager etc/images'],
  messages: { plain: '{what} is read by {scheme} from {host}: anybody on the way can change the image. Use https if the server offers it.' },
  examples: {
    bad: [
      { manifest: 'name: CirrOS 0.6.2\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: http://download.cirros-cloud.net/0.6.2/cirros-0.6.2-x86_64-disk.img\n' },
      {
        manifest: `images:
  - name: CirrOS
    format: qcow2
    login: cirros
    min_disk: 1
    versions:
      - version: "0.6.2"
        url: http://download.cirros-cloud.net/0.6.2/cirros-0.6.2-x86_64-disk.img
        build_date: 2023-05-30
`,
        note: 'a warning, as the bytes are fetched from there',
      },
      { manifest: 'name: NetBSD 10\ndisk_format: raw\ncontainer_format: bare\nimage_source: ftp://ftp.netbsd.org/pub/NetBSD/images/10.0/\n' },
    ],
    good: [
      { manifest: 'name: CirrOS 0.6.2\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: https://download.cirros-cloud.net/0.6.2/cirros-0.6.2-x86_64-disk.img\n' },
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: http://mirror.internal/debian-12.qcow2\n', note: 'in a network of your own' },
      { manifest: 'name: appliance\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: private\n' },
      {
        manifest: `images:
  - name: CirrOS
    format: qcow2
    login: cirros
    min_disk: 1
    versions:
      - version: "0.6.2"
        url: http://download.cirros-cloud.net/0.6.2/cirros-0.6.2-x86_64-disk.img
        checksum: md5:c8fc807773e5354afe61636071771906
        build_date: 2023-05-30
`,
        note: 'the digest proves what came',
      },
    ],
  },
  reads: ['properties.image_source', 'source.url', 'source.origin_url'],
  check(image, { report }) {
    // A digest proves the bytes, wherever they come from.
    if (image.source?.digest !== undefined) return;
    for (const { url, at, what, isFetched } of addressesOf(image)) {
      if (url === undefined || !PLAIN.has(url.scheme) || PRIVATE_HOST.test(url.host)) continue;
      report({
        message: 'plain',
        at,
        data: { what, scheme: url.scheme, host: clip(url.host) },
        ...(isFetched ? { severity: 'warning', consequence: { by: 'client', when: 'import', effect: 'unsafe' } } as const : {}),
      });
    }
  },
});
