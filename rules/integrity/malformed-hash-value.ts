import { defineRule } from '../../src/model/rule.js';
import { isHex, splitDigest } from '../../src/words/digest.js';
import { clip, show } from '../../src/words/show.js';

export default defineRule({
  id: 'malformed-hash-value',
  topic: 'integrity',
  summary: 'os_hash_value is written in hexadecimal digits',
  severity: 'warning',
  consequence: { by: 'glance', when: 'create', effect: 'ignored' },
  inRecord: { consequence: { by: 'client', when: 'always', effect: 'fails' } },
  why: `\`os_hash_value\` is a digest in hexadecimal digits, without the algorithm's name: that stands in
\`os_hash_algo\`. Clients compare it, letter by letter, with what they computed from a download, and throw the
download away when it differs. Base64, blanks and prefixes such as \`sha512:\` therefore match nothing.`,
  source: ['glance glance/api/v2/images.py', 'python-glanceclient glanceclient/v2/images.py'],
  messages: {
    prefixed: 'os_hash_value begins with "{prefix}", but it is the digest alone; the algorithm stands in os_hash_algo.',
    blanks: 'os_hash_value has blanks around the digest; clients compare them too.',
    notHex: 'os_hash_value is {value}, but a digest is written in hexadecimal digits (0-9, a-f).',
  },
  examples: {
    bad: [
      {
        manifest: `name: debian-12
disk_format: qcow2
container_format: bare
os_hash_algo: sha256
os_hash_value: sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
`,
      },
      {
        manifest: `name: debian-12
disk_format: qcow2
container_format: bare
os_hash_algo: sha256
os_hash_value: n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=
`,
        note: 'Base64',
      },
    ],
    good: [{
      manifest: `name: debian-12
disk_format: qcow2
container_format: bare
os_hash_algo: sha256
os_hash_value: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
`,
    }],
  },
  reads: ['os_hash_value'],
  passes: ['os_hash_value'],
  check({ os_hash_value: value }, { report }) {
    if (typeof value !== 'string' || isHex(value)) return;
    const at = ['os_hash_value'];
    const split = splitDigest(value);
    const digest = split?.digest ?? value.trim();
    if (!isHex(digest)) {
      report({ message: 'notHex', at, data: { value: show(value) } });
      return;
    }
    report({
      message: split === undefined ? 'blanks' : 'prefixed',
      at,
      data: { prefix: clip(split?.prefix ?? '') },
      fix: { safe: true, description: 'Write the digest alone', change: { replace: digest } },
    });
  },
});
