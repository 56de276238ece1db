import { defineRule } from '../../src/model/rule.js';
import { clip } from '../../src/words/show.js';
import { urlParts } from '../../src/words/url.js';

const PLAIN = new Set(['http', 'ftp']);
/** Machines and networks of one's own. */
const PRIVATE_HOST = /^(?:localhost|[^.]*|.*\.(?:local|localdomain|internal|intranet|lan|home\.arpa|test|example|invalid)|127\..*|10\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|\[.*\])$/;

export default defineRule({
  id: 'insecure-image-source',
  topic: 'source',
  summary: 'image_source is an address that cannot be tampered with on the way',
  severity: 'info',
  consequence: { by: 'client', when: 'import', effect: 'unsafe' },
  inRecord: { consequence: { by: 'reader', when: 'always', effect: 'unsafe' } },
  why: `Whoever fetches the image from there gets what the network hands out, unless a checksum or signature from
elsewhere proves it. Nearly all publishers of images serve them by \`https\`.`,
  source: ['SovereignCloudStack/standards Standards/scs-0102-v1-image-metadata.md', 'osism/openstack-image-manager etc/images'],
  messages: { plain: 'image_source is fetched by {scheme} from {host}, so anybody on the way can change the image. Use https if the server offers it.' },
  examples: {
    bad: [
      { manifest: 'name: CirrOS 0.6.2\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: http://download.cirros-cloud.net/0.6.2/cirros-0.6.2-x86_64-disk.img\n' },
      { manifest: 'name: NetBSD 10\ndisk_format: raw\ncontainer_format: bare\nimage_source: ftp://ftp.netbsd.org/pub/NetBSD/images/10.0/\n' },
    ],
    good: [
      { manifest: 'name: CirrOS 0.6.2\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: https://download.cirros-cloud.net/0.6.2/cirros-0.6.2-x86_64-disk.img\n' },
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: http://mirror.internal/debian-12.qcow2\n', note: 'in a network of your own' },
      { manifest: 'name: appliance\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: private\n' },
    ],
  },
  reads: ['properties.image_source'],
  check({ properties: { image_source: source } }, { report }) {
    const parts = urlParts(source ?? '');
    if (parts === undefined || !PLAIN.has(parts.scheme) || PRIVATE_HOST.test(parts.host)) return;
    report({ message: 'plain', at: ['properties', 'image_source'], data: { scheme: parts.scheme, host: clip(parts.host) } });
  },
});
