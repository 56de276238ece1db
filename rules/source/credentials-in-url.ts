import { SIGNED_QUERY } from '../../src/facts/urls.js';
import { defineRule } from '../../src/model/rule.js';
import { clip, show } from '../../src/words/show.js';
import { urlParts, type UrlParts } from '../../src/words/url.js';

export default defineRule({
  id: 'credentials-in-url',
  topic: 'source',
  summary: 'no address holds a password or a signature',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unsafe' },
  why: `Everybody who sees the image sees its properties, and Nova copies them to every server and to snapshots. A password in
an address, or a signed address, gives all of them the right to read from there; a signed one stops working as well.`,
  source: ['glance glance/api/v2/images.py', 'nova nova/utils.py get_system_metadata_from_image'],
  messages: {
    password: 'Property {name} holds an address at {host} with a password in it, which everybody who sees the image can read.',
    inManifest: 'This address at {host} holds a password, which everybody who reads the file learns. Give it to the tool in another way.',
    signed: 'Property {name} holds an address at {host} signed by {from} ("{query}"): it gives everybody who sees the image the right to read there, until it expires.',
  },
  examples: {
    bad: [
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: https://deploy:s3cret@images.acme.dev/debian-12.qcow2\n' },
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: "https://swift.acme.dev/v1/AUTH_1/images/debian-12.qcow2?temp_url_sig=0f1a2b&temp_url_expires=1767225600"\n' },
    ],
    good: [
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nl1_support_contact: mailto:support@acme.dev\n' },
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: ftp://anonymous@ftp.acme.dev/debian-12.qcow2\n', note: 'a name without a password' },
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: "https://user:@images.acme.dev/debian-12.qcow2"\n' },
    ],
  },
  reads: ['*'],
  check({ properties, source }, { report }) {
    for (const part of ['url', 'origin_url'] as const) {
      const written = source?.[part];
      const url = written === undefined ? undefined : urlParts(written);
      if (url !== undefined && hasPassword(url)) report({ message: 'inManifest', at: ['source', part], data: { host: clip(url.host) } });
    }
    for (const name in properties) {
      const value = properties[name] as string;
      if (!value.includes('://')) continue;
      const parts = urlParts(value);
      if (parts === undefined) continue;
      const data = { name: show(name), host: clip(parts.host) };
      if (hasPassword(parts) && value !== source?.url && value !== source?.origin_url) report({ message: 'password', at: ['properties', name], data });
      const signed = SIGNED_QUERY.find(({ name: key }) => parts.query.split('&').some((pair) => pair.toLowerCase().startsWith(`${key.toLowerCase()}=`)));
      if (signed !== undefined) report({ message: 'signed', at: ['properties', name], data: { ...data, from: signed.from, query: signed.name } });
    }
  },
});

function hasPassword({ userInfo = '' }: UrlParts): boolean {
  return /:./.test(userInfo);
}
