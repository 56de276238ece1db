import { defineRule } from '../../src/model/rule.js';

const KEY = 'cinder_encryption_key_id';
const POLICY = 'cinder_encryption_key_deletion_policy';

export default defineRule({
  id: 'key-policy-without-key',
  topic: 'volume',
  summary: 'a deletion policy for a key stands beside a key',
  severity: 'warning',
  consequence: { by: 'glance', when: 'always', effect: 'ignored' },
  inRecord: { severity: 'info', consequence: { by: 'glance', when: 'always', effect: 'ignored' } },
  why: `Glance reads \`${POLICY}\` when it deletes an image that has \`${KEY}\`, and at no other time. Alone
it is left over from a copied image, or \`${KEY}\` is misspelt.`,
  source: ['glance glance/api/v2/images.py _delete_encryption_key'],
  messages: { alone: 'cinder_encryption_key_deletion_policy has no effect without cinder_encryption_key_id, which this image does not have.' },
  examples: {
    bad: [{ manifest: `name: db\ndisk_format: raw\ncontainer_format: bare\n${POLICY}: do_not_delete\n` }],
    good: [{ manifest: `name: db\ndisk_format: raw\ncontainer_format: bare\n${KEY}: 2f0c2a51-6a5d-4c5e-9a0d-0f1a2b3c4d5e\n${POLICY}: do_not_delete\n` }],
  },
  reads: [`properties.${POLICY}`],
  check(_image, { isAbsent, report }) {
    if (!isAbsent(`properties.${KEY}`)) return;
    report({
      message: 'alone',
      at: ['properties', POLICY],
      onName: true,
      fix: { safe: false, description: `Remove "${POLICY}"`, change: { remove: true } },
    });
  },
});
