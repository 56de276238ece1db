import { CHECKSUM_DIGITS, HASHES } from '../../src/facts/hashes.js';
import { defineRule } from '../../src/model/rule.js';
import { digestConsequence, isHex, splitDigest } from '../../src/words/digest.js';
import { clip, show } from '../../src/words/show.js';

export default defineRule({
  id: 'malformed-checksum',
  topic: 'integrity',
  summary: 'checksum is an MD5 digest: 32 hexadecimal digits',
  severity: 'warning',
  consequence: { by: 'client', when: 'always', effect: 'fails' },
  why: `\`checksum\` is the MD5 digest of the bytes that Glance stores, written as 32 hexadecimal digits and nothing
else. Clients compare it, letter by letter, with what they computed from a download, so a value of another shape
matches no download. Digests of other algorithms, which publishers of images print, have their place in
\`os_hash_value\`.`,
  source: ['glance glance/api/v2/images.py', 'python-glanceclient glanceclient/v2/images.py', 'openstacksdk openstack/image/_download.py'],
  messages: {
    prefixed: 'checksum begins with "{prefix}", but it is the digest alone: {digits} hexadecimal digits.',
    blanks: 'checksum has blanks around its {digits} hexadecimal digits; clients compare them too.',
    otherAlgorithm: 'checksum has {length} hexadecimal digits, as {algorithm} has, but it is always an MD5 digest of {digits}. A digest of {algorithm} belongs in os_hash_value.',
    length: 'checksum has {length} hexadecimal digits, but an MD5 digest has {digits}.',
    notHex: 'checksum is {value}, but an MD5 digest is written in {digits} hexadecimal digits (0-9, a-f).',
  },
  examples: {
    bad: [
      {
        manifest: `name: debian-12
disk_format: qcow2
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
checksum: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
`,
        note: 'a SHA-256 digest',
      },
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\nchecksum: md5:443b7623e27ecf03dc9e01ee93f67afe\n' },
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\nchecksum: 443b7623e27ecf03dc9e01ee93f67af\n', note: 'a digit got lost' },
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\nchecksum: RDt2I+J+zwPcngHuk/Z6/g==\n', note: 'Base64' },
    ],
    good: [
      {
        manifest: `name: debian-12
disk_format: qcow2
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
checksum: 443b7623e27ecf03dc9e01ee93f67afe
`,
      },
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\nchecksum: null\n', note: 'Glance has no data yet, or did not compute it' },
    ],
  },
  reads: ['checksum'],
  passes: ['checksum'],
  check(image, { intent, report }) {
    const { checksum } = image;
    if (typeof checksum !== 'string' || (isHex(checksum) && checksum.length === CHECKSUM_DIGITS)) return;
    const consequence = digestConsequence('checksum', image, intent);
    const at = ['checksum'];
    const split = splitDigest(checksum);
    const digest = split?.digest ?? checksum.trim();
    const isMd5 = digest.length === CHECKSUM_DIGITS && (split === undefined || split.prefix.toLowerCase() === 'md5');
    if (isHex(digest) && isMd5) {
      report({
        message: split === undefined ? 'blanks' : 'prefixed',
        at,
        data: { prefix: clip(split?.prefix ?? ''), digits: CHECKSUM_DIGITS },
        consequence,
        fix: { safe: true, description: 'Write the digest alone', change: { replace: digest } },
      });
      return;
    }
    if (!isHex(digest) || digest.length === CHECKSUM_DIGITS) {
      report({ message: 'notHex', at, data: { value: show(checksum), digits: CHECKSUM_DIGITS }, consequence });
      return;
    }
    const algorithm = HASHES.find(({ digits }) => digits === digest.length)?.name;
    if (algorithm === undefined) report({ message: 'length', at, data: { length: digest.length, digits: CHECKSUM_DIGITS }, consequence });
    else report({ message: 'otherAlgorithm', at, data: { length: digest.length, algorithm, digits: CHECKSUM_DIGITS }, consequence });
  },
});
