import { SIGNATURE } from '../../src/facts/signatures.js';
import { defineRule, type RuleReport } from '../../src/model/rule.js';
import { isBase64 } from '../../src/words/base64.js';
import { isSigned, signatureConsequence } from '../../src/words/signature.js';

export default defineRule({
  id: 'malformed-signature',
  topic: 'signature',
  summary: 'img_signature is written in Base64',
  severity: 'warning',
  consequence: { by: 'glance', when: 'upload', effect: 'rejected' },
  why: `\`img_signature\` holds the bytes of the signature in Base64, in the alphabet with \`+\` and \`/\`. Line breaks in it do no
harm. Hexadecimal digits and the URL-safe alphabet with \`-\` and \`_\` decode to other bytes or to none, and Glance answers 400
to the upload: "Signature verification failed". It seldom says more, so the cause is hard to find there.`,
  source: ['cursive cursive/signature_utils.py', 'oslo.serialization oslo_serialization/base64.py', 'glance glance/api/v2/image_data.py'],
  messages: {
    empty: 'img_signature is empty, so nothing can be verified.',
    urlSafe: 'img_signature is in the URL-safe alphabet (with "-" or "_"), but the plain one with "+" and "/" is read.',
    hexadecimal: 'img_signature has {length} hexadecimal digits, but it is read as Base64. Encode the bytes themselves.',
    incomplete: 'img_signature is no complete Base64 text: characters at its end or its "=" padding are missing.',
    foreign: 'img_signature has characters that Base64 does not have; they are passed over, and the rest is probably not the signature.',
  },
  examples: {
    bad: [
      {
        manifest: `name: debian-12
disk_format: raw
container_format: bare
img_signature: ZnVydGhlciBleGFtcGxlcyBhcmUgbGVmdCB0byB0aGUgcmVhZGV
img_signature_hash_method: SHA-256
img_signature_key_type: RSA-PSS
img_signature_certificate_uuid: 3f1c2b4a-5d6e-4f70-8a9b-0c1d2e3f4a5b
`,
        note: 'the last character got lost',
      },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nimg_signature: zv_-yGhlciBleGFtcGxlcyBhcmUgbGVmdA\n', note: 'URL-safe, without padding' },
      { manifest: `name: debian-12\ndisk_format: raw\ncontainer_format: bare\nimg_signature: ${'3045022100c8a7'.repeat(10)}\n` },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nimg_signature: ""\n' },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nimg_signature: "$ZnVydGhlciBleGFtcGxlcyBhcmUg"\n' },
    ],
    good: [
      {
        manifest: `name: debian-12
disk_format: raw
container_format: bare
img_signature: |
  ZnVydGhlciBleGFtcGxl
  cyBhcmUgbGVmdCB0byB0aGUgcmVhZGVyIQ==
img_signature_hash_method: SHA-256
img_signature_key_type: RSA-PSS
img_signature_certificate_uuid: 3f1c2b4a-5d6e-4f70-8a9b-0c1d2e3f4a5b
`,
        note: 'with line breaks, as the command base64 makes them',
      },
    ],
  },
  reads: [`properties.${SIGNATURE}`],
  check({ properties }, context) {
    const signature = properties[SIGNATURE];
    if (signature === undefined) return;
    // What fails for sure is an error where Glance itself verifies.
    const severity = context.intent === 'create' && isSigned(context) ? 'error' : 'warning';
    const sure = (message: string, rest: Partial<RuleReport> = {}): void =>
      context.report({ message, at: ['properties', SIGNATURE], severity, consequence: signatureConsequence(context), ...rest });
    const text = signature.replace(/\s/g, '');
    if (/^=*$/.test(text)) sure('empty');
    else if (/^[\w-]+=*$/.test(text) && /[-_]/.test(text)) {
      const plain = padded(text.replaceAll('-', '+').replaceAll('_', '/'));
      sure('urlSafe', { fix: { safe: true, description: 'Write it in the plain alphabet', change: { replace: plain } } });
    } else if (text.length >= 64 && text.length % 2 === 0 && /^(?:[0-9a-f]+|[0-9A-F]+)$/.test(text)) {
      sure('hexadecimal', { data: { length: text.length } });
    } else if (!isBase64(signature)) sure('incomplete');
    else if (/[^A-Za-z0-9+/=]/.test(text)) sure('foreign', { severity: 'warning' });
  },
});

function padded(text: string): string {
  const bare = text.replace(/=+$/, '');
  return bare + '='.repeat((4 - (bare.length % 4)) % 4);
}
