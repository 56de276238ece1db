import { HASHES } from '../../src/facts/hashes.js';
import { defineRule } from '../../src/model/rule.js';
import { isHex } from '../../src/words/digest.js';

export default defineRule({
  id: 'hash-length-mismatch',
  topic: 'integrity',
  summary: 'os_hash_value is as long as digests of os_hash_algo are',
  severity: 'warning',
  consequence: { by: 'glance', when: 'create', effect: 'ignored' },
  inRecord: { consequence: { by: 'client', when: 'always', effect: 'fails' } },
  why: `Each algorithm has digests of one length: 64 hexadecimal digits for \`sha256\`, 128 for \`sha512\`. When the
length of \`os_hash_value\` belongs to another algorithm than \`os_hash_algo\`, one of the two is wrong, and no
download can ever match. Glance itself refuses such a pair with 409 where it lets a location be added.`,
  source: ['glance glance/api/v2/images.py', 'python-glanceclient glanceclient/v2/images.py'],
  messages: {
    otherAlgorithm: 'os_hash_value has {length} hexadecimal digits like a digest of {guess}, but os_hash_algo is {algorithm}, which has {digits}.',
    length: 'os_hash_value has {length} hexadecimal digits, but a digest of {algorithm} has {digits}.',
  },
  examples: {
    bad: [
      {
        manifest: `name: debian-12
disk_format: qcow2
container_format: bare
os_hash_algo: sha512
os_hash_value: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
`,
      },
      {
        manifest: `name: debian-12
disk_format: qcow2
container_format: bare
os_hash_algo: md5
os_hash_value: 443b7623e27ecf03dc9e01ee93f67a
`,
        note: 'cut off',
      },
    ],
    good: [
      {
        manifest: `name: debian-12
disk_format: qcow2
container_format: bare
os_hash_algo: sha3_256
os_hash_value: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
`,
      },
    ],
  },
  reads: ['os_hash_value'],
  passes: ['os_hash_value'],
  check({ os_hash_algo: algorithm, os_hash_value: value }, { report }) {
    if (typeof algorithm !== 'string' || typeof value !== 'string') return;
    const digits = HASHES.find(({ name }) => name === algorithm)?.digits;
    if (digits === undefined || digits === value.length || !isHex(value)) return;
    const guess = HASHES.find((hash) => hash.digits === value.length)?.name;
    const data = { length: value.length, algorithm, digits };
    const related = [{ message: 'the algorithm', at: ['os_hash_algo'] }];
    if (guess === undefined) report({ message: 'length', at: ['os_hash_value'], data, related });
    else report({ message: 'otherAlgorithm', at: ['os_hash_value'], data: { ...data, guess }, related });
  },
});
