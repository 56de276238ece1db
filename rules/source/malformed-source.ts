import { IMAGE_SCHEMES } from '../../src/facts/urls.js';
import { defineRule } from '../../src/model/rule.js';
import { addressesOf } from '../../src/words/address.js';
import { nearest } from '../../src/words/nearest.js';
import { show } from '../../src/words/show.js';

/** What begins like a web address, whatever went wrong with it. */
const BROKEN = /^\W{0,3}(h?t?tps?|www\.)\W*/i;

export default defineRule({
  id: 'malformed-source',
  topic: 'source',
  summary: 'the address of the source is one that can be followed',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  why: `The address is there to be followed, by people and by tools. A slip in it, a blank, or a missing scheme is found when
somebody needs the image's source.`,
  source: ['RFC 3986', 'SovereignCloudStack/standards Standards/scs-0102-v1-image-metadata.md'],
  messages: {
    scheme: '{what} has the scheme "{scheme}". Did you mean "{guess}"?',
    blank: '{what} is {value}, with blanks in it: addresses have none, write %20.',
    host: '{what} is {value}, an address without a host.',
    broken: '{what} is {value}, which is no address. Expected something like "https://host/path".',
  },
  examples: {
    bad: [
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: htps://cloud.debian.org/images/\n' },
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: https:/cloud.debian.org/images/\n' },
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: $https://cloud.debian.org/images/\n' },
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: https://cloud.debian.org/my images/debian-12.qcow2\n' },
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: https:///images/debian-12.qcow2\n' },
    ],
    good: [
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: https://cloud.debian.org/images/\n' },
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: built by our pipeline\n', note: 'not meant to be an address' },
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: file:///srv/images/debian-12.qcow2\n' },
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: gs://bucket/debian-12.qcow2\n' },
    ],
  },
  reads: ['properties.image_source', 'source.url', 'source.origin_url'],
  check(image, { report }) {
    for (const { text, url, at, what, isFetched } of addressesOf(image)) {
      const tell = (message: string, data: Readonly<Record<string, string>> = {}): void => report({
        message,
        at,
        data: { what, value: show(text), ...data },
        ...(isFetched ? { consequence: { by: 'client', when: 'import', effect: 'fails' } } as const : {}),
      });
      const guess = url === undefined || IMAGE_SCHEMES.includes(url.scheme) ? undefined : nearest(url.scheme, ['http', 'https', 'ftp']);
      if (url === undefined) {
        if (BROKEN.test(text) && /[./]/.test(text)) tell('broken');
      } else if (guess !== undefined) tell('scheme', { scheme: url.scheme, guess });
      else if (/\s/.test(text.trim())) tell('blank');
      else if (url.host === '' && url.scheme !== 'file') tell('host');
    }
  },
});
