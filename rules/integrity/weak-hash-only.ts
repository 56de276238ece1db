import { HASHES } from '../../src/facts/hashes.js';
import { defineRule } from '../../src/model/rule.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'weak-hash-only',
  topic: 'integrity',
  summary: 'a stored image has a digest that cannot be forged',
  severity: 'info',
  presets: ['strict'],
  intents: ['record'],
  consequence: { by: 'client', when: 'always', effect: 'unsafe' },
  why: `MD5 and SHA-1 find damage, not intent: whoever wants to can make two different files with the same digest.
Since Rocky Glance computes a second one, SHA-512 unless the operator chose otherwise, into \`os_hash_value\`. Older
images have only \`checksum\`, and so have images whose data Glance never read; upload them again to get a strong
digest.`,
  source: ['glance glance/common/config.py', 'glance glance/location.py'],
  messages: {
    onlyChecksum: 'The image has no os_hash_value, so downloads can only be verified by MD5, which can be forged.',
    weak: 'os_hash_algo is {algorithm}, whose digests can be forged; Glance\'s default is "sha512".',
  },
  examples: {
    bad: [
      {
        manifest: `name: centos-7
disk_format: qcow2
container_format: bare
status: active
created_at: "2017-03-02T10:15:00Z"
checksum: 443b7623e27ecf03dc9e01ee93f67afe
os_hash_algo: null
os_hash_value: null
`,
      },
      {
        manifest: `name: centos-7
disk_format: qcow2
container_format: bare
status: active
created_at: "2019-03-02T10:15:00Z"
checksum: 443b7623e27ecf03dc9e01ee93f67afe
os_hash_algo: md5
os_hash_value: 443b7623e27ecf03dc9e01ee93f67afe
`,
      },
    ],
    good: [
      {
        manifest: `name: debian-12
disk_format: qcow2
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
checksum: 443b7623e27ecf03dc9e01ee93f67afe
os_hash_algo: sha256
os_hash_value: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
`,
      },
      {
        manifest: `name: registered-by-location
disk_format: qcow2
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
checksum: null
os_hash_algo: null
os_hash_value: null
`,
        note: 'no digest at all is another matter',
      },
    ],
  },
  reads: ['checksum', 'os_hash_algo'],
  check({ checksum, os_hash_algo: algorithm, os_hash_value: value }, { isAbsent, report }) {
    if (typeof checksum === 'string' && (value === null || isAbsent('os_hash_value'))) {
      report({ message: 'onlyChecksum', at: ['checksum'] });
    } else if (typeof algorithm === 'string' && HASHES.some(({ name, isWeak }) => name === algorithm && isWeak === true)) {
      report({ message: 'weak', at: ['os_hash_algo'], data: { algorithm: show(algorithm) } });
    }
  },
});
