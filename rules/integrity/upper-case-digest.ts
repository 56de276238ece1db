import { defineRule } from '../../src/model/rule.js';
import { digestConsequence, isUpperHex, type DigestAttribute } from '../../src/words/digest.js';

const DIGESTS: readonly DigestAttribute[] = ['checksum', 'os_hash_value'];

export default defineRule({
  id: 'upper-case-digest',
  topic: 'integrity',
  summary: 'digests are written in lower case',
  severity: 'warning',
  consequence: { by: 'client', when: 'always', effect: 'fails' },
  why: `Glance writes digests in lower case, and so does Python's \`hexdigest()\`. Clients compare the two as text:
the same digest in upper case does not match, and a sound download is reported as corrupt.`,
  source: ['python-glanceclient glanceclient/common/utils.py', 'openstacksdk openstack/image/_download.py'],
  messages: { upper: '{attribute} is written with upper-case letters, but clients compare it with digests in lower case.' },
  examples: {
    bad: [{
      manifest: `name: windows-2022
disk_format: qcow2
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
checksum: 443B7623E27ECF03DC9E01EE93F67AFE
`,
      note: 'as PowerShell and many Windows tools print it',
    }],
    good: [{
      manifest: `name: windows-2022
disk_format: qcow2
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
checksum: 443b7623e27ecf03dc9e01ee93f67afe
`,
    }],
  },
  reads: DIGESTS,
  passes: ['checksum', 'os_hash_value'],
  check(image, { intent, report }) {
    for (const attribute of DIGESTS) {
      const digest = image[attribute];
      if (typeof digest !== 'string' || !isUpperHex(digest)) continue;
      report({
        message: 'upper',
        at: [attribute],
        data: { attribute },
        consequence: digestConsequence(attribute, image, intent),
        fix: { safe: true, description: 'Write it in lower case', change: { replace: digest.toLowerCase() } },
      });
    }
  },
});
