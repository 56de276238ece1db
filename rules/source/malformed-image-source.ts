import { IMAGE_SCHEMES } from '../../src/facts/urls.js';
import { defineRule } from '../../src/model/rule.js';
import { nearest } from '../../src/words/nearest.js';
import { show } from '../../src/words/show.js';
import { urlParts } from '../../src/words/url.js';

/** What begins like a web address, whatever went wrong with it. */
const BROKEN = /^\W{0,3}(h?t?tps?|www\.)\W*/i;

export default defineRule({
  id: 'malformed-image-source',
  topic: 'source',
  summary: 'image_source, where it is an address, is one that works',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  why: `The address is there to be followed, by people and by tools. A slip in it, a blank, or a missing scheme is found when
somebody needs the image's source.`,
  source: ['RFC 3986', 'SovereignCloudStack/standards Standards/scs-0102-v1-image-metadata.md'],
  messages: {
    scheme: 'image_source has the scheme "{scheme}". Did you mean "{guess}"?',
    blank: 'image_source is {value}, with blanks in it: addresses have none, write %20.',
    host: 'image_source is {value}, an address without a host.',
    broken: 'image_source is {value}, which is no address. Expected something like "https://host/path", or "private".',
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
  reads: ['properties.image_source'],
  check({ properties: { image_source: source } }, { report }) {
    const text = source?.trim() ?? '';
    const parts = urlParts(text);
    const tell = (message: string, data: Readonly<Record<string, string>> = {}): void =>
      report({ message, at: ['properties', 'image_source'], data: { value: show(source), ...data } });
    if (parts === undefined) {
      if (BROKEN.test(text) && /[./]/.test(text)) tell('broken');
      return;
    }
    const guess = IMAGE_SCHEMES.includes(parts.scheme) ? undefined : nearest(parts.scheme, ['http', 'https', 'ftp']);
    if (guess !== undefined) tell('scheme', { scheme: parts.scheme, guess });
    else if (/\s/.test(text)) tell('blank');
    else if (parts.host === '' && parts.scheme !== 'file') tell('host');
  },
});
