import { KEY_TYPE, KEY_TYPE_ALIASES, KEY_TYPE_NAMES } from '../../src/facts/signatures.js';
import { defineRule } from '../../src/model/rule.js';
import { nearestVariant } from '../../src/words/nearest-variant.js';
import { oneOf, show } from '../../src/words/show.js';
import { isSigned } from '../../src/words/signature.js';

export default defineRule({
  id: 'unknown-signature-key-type',
  topic: 'signature',
  summary: 'img_signature_key_type is one that signatures are verified with',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'rejected' } },
  why: `Glance and Nova know eight types of keys and compare their names letter by letter: \`RSA-PSS\` with a hyphen,
\`ECC_SECP384R1\` with an underscore. Plain RSA signatures (PKCS#1 v1.5), the common curve P-256 and Ed25519 are not
among them. When all four signature properties are set, Glance answers 400 to the upload; Nova answers 400 to every
server from such an image, whether it verifies signatures or not.`,
  source: ['cursive cursive/signature_utils.py', 'nova nova/objects/fields.py', 'glance glance/api/v2/image_data.py'],
  messages: {
    misspelt: 'img_signature_key_type is {value}, but it has to be written "{guess}".',
    plainRsa: 'img_signature_key_type is {value}, but of RSA signatures only those made with PSS padding are verified, as "RSA-PSS".',
    unknown: 'img_signature_key_type is {value}, but signatures are verified with {allowed}.',
  },
  examples: {
    bad: [
      {
        manifest: `name: debian-12
disk_format: raw
container_format: bare
img_signature: ZnVydGhlciBleGFtcGxlcyBhcmUgbGVmdCB0byB0aGUgcmVhZGVy
img_signature_hash_method: SHA-256
img_signature_key_type: RSA_PSS
img_signature_certificate_uuid: 3f1c2b4a-5d6e-4f70-8a9b-0c1d2e3f4a5b
`,
      },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nimg_signature_key_type: secp384r1\n', note: "OpenSSL's name of the curve" },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nimg_signature_key_type: RSA\n' },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nimg_signature_key_type: ECC_SECP256R1\n', note: 'a common curve, but not one of these' },
    ],
    good: [{
      manifest: `name: debian-12
disk_format: raw
container_format: bare
img_signature: ZnVydGhlciBleGFtcGxlcyBhcmUgbGVmdCB0byB0aGUgcmVhZGVy
img_signature_hash_method: SHA-512
img_signature_key_type: ECC_SECP384R1
img_signature_certificate_uuid: 3f1c2b4a-5d6e-4f70-8a9b-0c1d2e3f4a5b
`,
    }],
  },
  reads: [`properties.${KEY_TYPE}`],
  check({ properties }, context) {
    const type = properties[KEY_TYPE];
    if (type === undefined || KEY_TYPE_NAMES.includes(type)) return;
    // A plain RSA signature stays one under another name: nothing to fix by a word.
    const isPlainRsa = /^rsa(?:-?pkcs.*)?$/i.test(type.trim());
    const guess = isPlainRsa ? undefined : nearestVariant(type, KEY_TYPE_NAMES, KEY_TYPE_ALIASES);
    context.report({
      message: isPlainRsa ? 'plainRsa' : guess === undefined ? 'unknown' : 'misspelt',
      at: ['properties', KEY_TYPE],
      data: { value: show(type), guess: guess ?? '', allowed: oneOf(KEY_TYPE_NAMES) },
      ...(isSigned(context) && { consequence: { by: 'glance', when: 'upload', effect: 'rejected' } }),
      fix: guess === undefined ? undefined : { safe: true, description: `Write "${guess}"`, change: { replace: guess } },
    });
  },
});
