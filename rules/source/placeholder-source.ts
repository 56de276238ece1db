import { PLACEHOLDER_WORDS, RESERVED_DOMAINS } from '../../src/facts/urls.js';
import { defineRule } from '../../src/model/rule.js';
import { addressesOf } from '../../src/words/address.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'placeholder-source',
  topic: 'source',
  summary: 'the address of the source is filled in',
  severity: 'info',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  why: `Nothing can be fetched from a domain that is reserved for documents, nor from a word that waits to be replaced. Who
copies an example has to fill it in; where there is no public source, the SCS standard says \`private\`.`,
  source: ['RFC 2606', 'SovereignCloudStack/standards Standards/scs-0102-v1-image-metadata.md'],
  messages: {
    domain: '{what} is at {host}, a domain for documents and tests, where no image is.',
    word: '{what} is {value}, which looks like a word to be replaced. Write the address, or "private" if there is none.',
  },
  examples: {
    bad: [
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: https://images.example.com/debian-12.qcow2\n' },
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: XXX\n' },
    ],
    good: [
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: private\n' },
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: https://examples.com/debian-12.qcow2\n', note: 'somebody has that one' },
    ],
  },
  reads: ['properties.image_source', 'source.url', 'source.origin_url'],
  check(image, { report }) {
    for (const { text, url, at, what } of addressesOf(image)) {
      if (url !== undefined && isReserved(url.host)) report({ message: 'domain', at, data: { what, host: show(url.host) } });
      else if (PLACEHOLDER_WORDS.test(text.trim())) report({ message: 'word', at, data: { what, value: show(text) } });
    }
  },
});

function isReserved(host: string): boolean {
  return RESERVED_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
