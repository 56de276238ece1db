import { HASH_ALIASES, HASH_NAMES } from '../../src/facts/hashes.js';
import { defineRule, type RuleReport } from '../../src/model/rule.js';
import { nearestVariant } from '../../src/words/nearest-variant.js';
import { show } from '../../src/words/show.js';

/** Spellings that new OpenSSL libraries understand, too. */
const OPENSSL_NAME = /^(?:md|sha[123]?)-?\d+(?:[-/]\d+)?$/i;

export default defineRule({
  id: 'unknown-hash-algorithm',
  topic: 'integrity',
  summary: 'os_hash_algo is an algorithm by the name that hashlib gives it',
  severity: 'warning',
  consequence: { by: 'client', when: 'always', effect: 'fails' },
  why: `\`os_hash_algo\` is a name of Python's hashlib: \`sha512\`, \`sha256\`, \`sha3_256\`, \`blake2b\`. Clients hand it to
their own library as it is, and a name that the library does not know ends the download, even if
\`checksum\` could have verified it. \`SHA-512\` happens to work with new OpenSSL libraries; \`sha512\` works everywhere.`,
  source: ['glance glance/common/config.py', 'python-glanceclient glanceclient/v2/images.py'],
  messages: {
    misspelt: 'os_hash_algo is {value}, but hashlib calls this algorithm "{guess}".',
    unknown: 'os_hash_algo is {value}, which is no algorithm that clients know; Glance\'s default is "sha512".',
  },
  examples: {
    bad: [
      {
        manifest: `name: debian-12
disk_format: qcow2
container_format: bare
os_hash_algo: SHA-256
os_hash_value: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
`,
      },
      {
        manifest: `name: debian-12
disk_format: qcow2
container_format: bare
os_hash_algo: crc32
os_hash_value: 3610a686
`,
      },
      {
        manifest: `name: debian-12
disk_format: qcow2
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
os_hash_algo: sha_256
os_hash_value: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
`,
      },
    ],
    good: [{
      manifest: `name: debian-12
disk_format: qcow2
container_format: bare
os_hash_algo: sha3_256
os_hash_value: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
`,
    }],
  },
  reads: ['os_hash_algo'],
  check({ os_hash_algo: algorithm }, { intent, report }) {
    if (typeof algorithm !== 'string' || HASH_NAMES.includes(algorithm)) return;
    const at = ['os_hash_algo'];
    const inBody: Partial<RuleReport> = intent === 'create' ? { consequence: { by: 'glance', when: 'create', effect: 'ignored' } } : {};
    const guess = nearestVariant(algorithm, HASH_NAMES, HASH_ALIASES);
    if (guess === undefined) {
      report({ message: 'unknown', at, data: { value: show(algorithm) }, ...inBody });
    } else {
      const isKnownToOpenssl = OPENSSL_NAME.test(algorithm);
      report({
        message: 'misspelt',
        at,
        data: { value: show(algorithm), guess },
        fix: { safe: true, description: `Write "${guess}"`, change: { replace: guess } },
        ...(isKnownToOpenssl && { severity: 'info', consequence: { by: 'client', when: 'always', effect: 'unclear' } }),
        ...inBody,
      });
    }
  },
});
