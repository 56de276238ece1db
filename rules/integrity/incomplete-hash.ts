import { defineRule } from '../../src/model/rule.js';

export default defineRule({
  id: 'incomplete-hash',
  topic: 'integrity',
  summary: 'os_hash_algo and os_hash_value are both set, or neither is',
  severity: 'warning',
  consequence: { by: 'client', when: 'always', effect: 'fails' },
  why: `A digest says nothing without its algorithm, and the other way round: Glance sets \`os_hash_algo\` and
\`os_hash_value\` together, or leaves both null (images from before the Rocky release, images whose data was never
read). A client that meets a value without an algorithm gives up the download; one that meets an algorithm
without a value falls back to the MD5 in \`checksum\`, or verifies nothing.`,
  source: ['glance glance/location.py', 'python-glanceclient glanceclient/v2/images.py'],
  messages: {
    noAlgorithm: 'os_hash_value is set but os_hash_algo is not, so nobody can verify the digest.',
    noValue: 'os_hash_algo is set but os_hash_value is not, so there is no digest to verify.',
  },
  examples: {
    bad: [
      {
        manifest: `name: debian-12
disk_format: qcow2
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
os_hash_algo: null
os_hash_value: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
`,
      },
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\nos_hash_algo: sha512\n' },
    ],
    good: [
      {
        manifest: `name: debian-12
disk_format: qcow2
container_format: bare
status: active
created_at: "2017-03-02T10:15:00Z"
checksum: 443b7623e27ecf03dc9e01ee93f67afe
os_hash_algo: null
os_hash_value: null
`,
        note: 'older than Rocky',
      },
    ],
  },
  reads: ['os_hash_algo', 'os_hash_value'],
  passes: ['os_hash_value'],
  check({ os_hash_algo: algorithm, os_hash_value: value }, { intent, isAbsent, report }) {
    const created = { by: 'glance', when: 'create', effect: 'ignored' } as const;
    if (typeof value === 'string' && (algorithm === null || isAbsent('os_hash_algo'))) {
      report({ message: 'noAlgorithm', at: ['os_hash_value'], ...(intent === 'create' && { consequence: created }) });
    }
    if (typeof algorithm === 'string' && (value === null || isAbsent('os_hash_value'))) {
      const consequence = intent === 'create' ? created : ({ by: 'client', when: 'always', effect: 'ignored' } as const);
      report({ message: 'noValue', at: ['os_hash_algo'], consequence });
    }
  },
});
