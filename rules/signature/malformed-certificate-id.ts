import { CERTIFICATE } from '../../src/facts/signatures.js';
import { defineRule } from '../../src/model/rule.js';
import { show } from '../../src/words/show.js';
import { isSigned, signatureConsequence } from '../../src/words/signature.js';

const UUID = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;

export default defineRule({
  id: 'malformed-certificate-id',
  topic: 'signature',
  summary: 'img_signature_certificate_uuid is the id of a certificate in the key manager',
  severity: 'warning',
  consequence: { by: 'glance', when: 'upload', effect: 'rejected' },
  why: `Glance and Nova fetch the certificate from the key manager (Barbican, mostly) by the id in
\`img_signature_certificate_uuid\`. Barbican's commands print the whole address of a secret, but only its last part,
the UUID, is the id. When the certificate cannot be fetched, Glance answers 400 to the upload.`,
  source: ['cursive cursive/signature_utils.py', 'castellan castellan/key_manager/barbican_key_manager.py'],
  messages: {
    empty: 'img_signature_certificate_uuid is empty, so no certificate can be fetched.',
    address: 'img_signature_certificate_uuid is an address, but the key manager looks for the id alone: the last part of {value}.',
    odd: 'img_signature_certificate_uuid is {value}, which is not a UUID as ids of key managers are.',
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
img_signature_certificate_uuid: https://barbican.example.org/v1/secrets/3f1c2b4a-5d6e-4f70-8a9b-0c1d2e3f4a5b
`,
      },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nimg_signature_certificate_uuid: ""\n' },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nimg_signature_certificate_uuid: my-certificate\n' },
    ],
    good: [
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nimg_signature_certificate_uuid: 3f1c2b4a-5d6e-4f70-8a9b-0c1d2e3f4a5b\n' },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nimg_signature_certificate_uuid: 3f1c2b4a5d6e4f708a9b0c1d2e3f4a5b\n', note: 'as Vault writes it' },
    ],
  },
  reads: [`properties.${CERTIFICATE}`],
  check({ properties }, context) {
    const id = properties[CERTIFICATE];
    if (id === undefined || UUID.test(id)) return;
    const at = ['properties', CERTIFICATE];
    const consequence = signatureConsequence(context);
    const last = id.trim().replace(/\/+$/, '').split('/').at(-1) ?? '';
    if (id.trim() === '') {
      context.report({ message: 'empty', at, consequence, severity: context.intent === 'create' && isSigned(context) ? 'error' : 'warning' });
    } else if (id.includes('/') && UUID.test(last)) {
      context.report({
        message: 'address',
        at,
        data: { value: show(id) },
        consequence,
        // The last part of a container's address is no secret's id.
        fix: { safe: /\/secrets\/[^/]+\/*$/.test(id.trim()), description: `Write "${last}"`, change: { replace: last } },
      });
    } else context.report({ message: 'odd', at, data: { value: show(id) }, severity: 'info', consequence });
  },
});
