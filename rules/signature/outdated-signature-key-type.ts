import { KEY_TYPE, KEY_TYPES } from '../../src/facts/signatures.js';
import { defineRule } from '../../src/model/rule.js';
import { isSigned, signatureConsequence } from '../../src/words/signature.js';

export default defineRule({
  id: 'outdated-signature-key-type',
  topic: 'signature',
  summary: 'the signature uses a key type with a future',
  severity: 'warning',
  consequence: { by: 'glance', when: 'upload', effect: 'rejected' },
  why: `The binary curves (\`ECC_SECT…\`) disappeared from the Python library \`cryptography\` with version 47. Where that
is installed, Glance and Nova do not know these key types any more: uploads are answered with 400, and servers
from images that were signed before fail wherever Nova verifies. DSA still works, but FIPS 186-5 (2023) no longer
approves it for new signatures.`,
  source: ['cursive cursive/signature_utils.py (LP 2155838)'],
  messages: {
    removed: 'The key type {type} uses a binary curve, which Python\'s "cryptography" dropped with version 47: newer clouds cannot verify the signature. Sign with RSA-PSS or ECC_SECP384R1.',
    withdrawn: 'The key type {type} is no longer approved for new signatures (FIPS 186-5). Sign with RSA-PSS or ECC_SECP384R1.',
  },
  examples: {
    bad: [
      {
        manifest: `name: debian-12
disk_format: raw
container_format: bare
img_signature: ZnVydGhlciBleGFtcGxlcyBhcmUgbGVmdCB0byB0aGUgcmVhZGVy
img_signature_hash_method: SHA-256
img_signature_key_type: ECC_SECT571K1
img_signature_certificate_uuid: 3f1c2b4a-5d6e-4f70-8a9b-0c1d2e3f4a5b
`,
      },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nimg_signature_key_type: DSA\n' },
    ],
    good: [{ manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nimg_signature_key_type: ECC_SECP521R1\n' }],
  },
  reads: [`properties.${KEY_TYPE}`],
  check({ properties }, context) {
    const type = properties[KEY_TYPE];
    const outdated = KEY_TYPES.find(({ name }) => name === type)?.outdated;
    if (type === undefined || outdated === undefined) return;
    const at = ['properties', KEY_TYPE];
    const data = { type };
    if (outdated === 'removed') {
      const severity = isSigned(context) ? 'warning' : 'info';
      context.report({ message: 'removed', at, data, severity, consequence: signatureConsequence(context) });
    } else {
      context.report({ message: 'withdrawn', at, data, severity: 'info', consequence: { by: 'operator', when: 'always', effect: 'unclear' } });
    }
  },
});
