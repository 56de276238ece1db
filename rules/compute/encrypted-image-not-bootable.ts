import { defineRule } from '../../src/model/rule.js';

const KEY = 'cinder_encryption_key_id';

export default defineRule({
  id: 'encrypted-image-not-bootable',
  topic: 'compute',
  summary: 'servers are not made directly from the image of an encrypted volume',
  severity: 'info',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  // A manifest that hands the key to a new image has a graver fault, which another rule reports.
  intents: ['record'],
  why: `The data of an image that Cinder made from an encrypted volume is encrypted, too. Only Cinder can read it: Nova answers 400
to servers that boot from the image itself, and takes a volume made from it.`,
  source: ['nova nova/compute/api.py _detect_nonbootable_image_from_properties'],
  messages: { encrypted: 'The image is encrypted by Cinder: Nova refuses servers that boot from it directly. Boot from a volume made from it.' },
  examples: {
    bad: [{ manifest: `name: vault\nstatus: active\ndisk_format: raw\ncontainer_format: bare\n${KEY}: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e\n`, intent: 'record' }],
    good: [{ manifest: 'name: vault\nstatus: active\ndisk_format: raw\ncontainer_format: bare\n', intent: 'record' }],
  },
  reads: [`properties.${KEY}`],
  check({ properties }, { report }) {
    if ((properties[KEY] ?? '') !== '') report({ message: 'encrypted', at: ['properties', KEY] });
  },
});
