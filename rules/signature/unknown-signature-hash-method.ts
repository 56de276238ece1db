import { HASH_METHOD, HASH_METHODS, HASH_METHOD_ALIASES } from '../../src/facts/signatures.js';
import { defineRule } from '../../src/model/rule.js';
import { nearestVariant } from '../../src/words/nearest-variant.js';
import { oneOf, show } from '../../src/words/show.js';
import { isSigned } from '../../src/words/signature.js';

export default defineRule({
  id: 'unknown-signature-hash-method',
  topic: 'signature',
  summary: 'img_signature_hash_method is one that signatures are verified with',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'rejected' } },
  why: `Glance and Nova know four hash methods for signatures and compare their names letter by letter: \`SHA-256\`, not
\`sha256\`. When all four signature properties are set, Glance answers 400 to the upload; Nova answers 400 to every
server from such an image, whether it verifies signatures or not.`,
  source: ['cursive cursive/signature_utils.py', 'nova nova/objects/fields.py', 'glance glance/api/v2/image_data.py'],
  messages: {
    misspelt: 'img_signature_hash_method is {value}, but it has to be written "{guess}".',
    unknown: 'img_signature_hash_method is {value}, but signatures are verified with {allowed}.',
  },
  examples: {
    bad: [
      {
        manifest: `name: debian-12
disk_format: raw
container_format: bare
img_signature: ZnVydGhlciBleGFtcGxlcyBhcmUgbGVmdCB0byB0aGUgcmVhZGVy
img_signature_hash_method: sha256
img_signature_key_type: RSA-PSS
img_signature_certificate_uuid: 3f1c2b4a-5d6e-4f70-8a9b-0c1d2e3f4a5b
`,
      },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nimg_signature_hash_method: SHA3-256\n' },
    ],
    good: [{
      manifest: `name: debian-12
disk_format: raw
container_format: bare
img_signature: ZnVydGhlciBleGFtcGxlcyBhcmUgbGVmdCB0byB0aGUgcmVhZGVy
img_signature_hash_method: SHA-512
img_signature_key_type: RSA-PSS
img_signature_certificate_uuid: 3f1c2b4a-5d6e-4f70-8a9b-0c1d2e3f4a5b
`,
    }],
  },
  reads: [`properties.${HASH_METHOD}`],
  check({ properties }, context) {
    const method = properties[HASH_METHOD];
    if (method === undefined || HASH_METHODS.includes(method)) return;
    const guess = nearestVariant(method, HASH_METHODS, HASH_METHOD_ALIASES);
    context.report({
      message: guess === undefined ? 'unknown' : 'misspelt',
      at: ['properties', HASH_METHOD],
      data: { value: show(method), guess: guess ?? '', allowed: oneOf(HASH_METHODS) },
      ...(isSigned(context) && { consequence: { by: 'glance', when: 'upload', effect: 'rejected' } }),
      fix: guess === undefined ? undefined : { safe: true, description: `Write "${guess}"`, change: { replace: guess } },
    });
  },
});
