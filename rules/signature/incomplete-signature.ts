import { SIGNATURE_PROPERTIES } from '../../src/facts/signatures.js';
import { defineRule } from '../../src/model/rule.js';

export default defineRule({
  id: 'incomplete-signature',
  topic: 'signature',
  summary: 'an image has all four img_signature properties or none',
  severity: 'warning',
  consequence: { by: 'glance', when: 'upload', effect: 'unsafe' },
  inRecord: { consequence: { by: 'nova', when: 'boot', effect: 'unsafe' } },
  why: `Glance verifies a signature only if all four properties are there: \`img_signature\`,
\`img_signature_hash_method\`, \`img_signature_key_type\` and \`img_signature_certificate_uuid\`. With three of them it takes
any data without a word, and the image only looks signed. Nova does not verify by default either; where it does, every
server from such an image fails.`,
  source: ['cursive cursive/signature_utils.py', 'glance glance/location.py', 'nova nova/image/glance.py'],
  messages: {
    missing: 'The signature lacks {missing}: Glance verifies only if all four img_signature properties are set, and otherwise takes any data in silence.',
  },
  examples: {
    bad: [
      {
        manifest: `name: debian-12
disk_format: raw
container_format: bare
img_signature: ZnVydGhlciBleGFtcGxlcyBhcmUgbGVmdCB0byB0aGUgcmVhZGVy
img_signature_hash_method: SHA-256
img_signature_key_type: RSA-PSS
`,
        note: 'nobody can know the certificate',
      },
      {
        manifest: `name: debian-12
disk_format: raw
container_format: bare
properties:
  img_signature_certificate_uuid: 3f1c2b4a-5d6e-4f70-8a9b-0c1d2e3f4a5b
`,
        note: 'left over from another image',
      },
    ],
    good: [
      {
        manifest: `name: debian-12
disk_format: raw
container_format: bare
img_signature: ZnVydGhlciBleGFtcGxlcyBhcmUgbGVmdCB0byB0aGUgcmVhZGVy
img_signature_hash_method: SHA-256
img_signature_key_type: RSA-PSS
img_signature_certificate_uuid: 3f1c2b4a-5d6e-4f70-8a9b-0c1d2e3f4a5b
`,
      },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\n', note: 'not signed at all' },
    ],
  },
  reads: SIGNATURE_PROPERTIES.map((name) => `properties.${name}`),
  check(_image, { isAbsent, report }) {
    const missing = SIGNATURE_PROPERTIES.filter((name) => isAbsent(`properties.${name}`));
    const present = SIGNATURE_PROPERTIES.find((name) => !missing.includes(name));
    if (missing.length === 0 || present === undefined) return;
    const words = missing.length === 1 ? missing.join() : `${missing.slice(0, -1).join(', ')} and ${String(missing.at(-1))}`;
    report({ message: 'missing', at: ['properties', present], onName: true, data: { missing: words } });
  },
});
