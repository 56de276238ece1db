import { defineRule } from '../../src/model/rule.js';
import { show } from '../../src/words/show.js';

const KEY = 'cinder_encryption_key_id';
const POLICY = 'cinder_encryption_key_deletion_policy';

export default defineRule({
  id: 'encrypted-image-in-manifest',
  topic: 'volume',
  summary: 'no manifest hands an encryption key to a new image',
  severity: 'warning',
  consequence: { by: 'cinder', when: 'volume', effect: 'fails' },
  intents: ['create'],
  why: `Cinder writes \`${KEY}\` when it uploads an encrypted volume, with a key of its own for that one image. A
second image with the same id shares the key: Nova refuses to boot it, Cinder takes its bytes for data encrypted with that
key, and with the policy \`on_image_deletion\` Glance deletes the key as soon as one of the two images is deleted. Nova and
Cinder never copy the two properties to another image.`,
  source: [
    'cinder cinder/api/contrib/volume_actions.py', 'cinder cinder/volume/volume_utils.py copy_image_to_volume',
    'glance glance/api/v2/images.py _delete_encryption_key', 'nova nova/compute/utils.py NON_INHERITABLE_IMAGE_PROPERTIES',
  ],
  messages: {
    key: 'cinder_encryption_key_id belongs to one image only: Nova will not boot this one, and volumes made from it hold readable data only if its bytes are encrypted with that very key.',
    deleted: 'cinder_encryption_key_id belongs to one image only, and cinder_encryption_key_deletion_policy is {policy}: deleting this image deletes the key of the image it was copied from.',
  },
  examples: {
    bad: [
      { manifest: `name: copy-of-db\ndisk_format: raw\ncontainer_format: bare\n${KEY}: 2f0c2a51-6a5d-4c5e-9a0d-0f1a2b3c4d5e\n` },
      {
        manifest: `name: copy-of-db\ndisk_format: raw\ncontainer_format: bare\n${KEY}: 2f0c2a51-6a5d-4c5e-9a0d-0f1a2b3c4d5e\n${POLICY}: on_image_deletion\n`,
        note: 'the dangerous one',
      },
    ],
    good: [
      { manifest: 'name: db\ndisk_format: raw\ncontainer_format: bare\ncinder_img_volume_type: encrypted\n', note: 'a volume type that encrypts makes a key for each volume' },
      {
        manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e\nname: db\nstatus: active\ndisk_format: raw\ncontainer_format: bare\n${KEY}: 2f0c2a51-6a5d-4c5e-9a0d-0f1a2b3c4d5e\n${POLICY}: on_image_deletion\n`,
        intent: 'record',
        note: 'the image that Cinder uploaded',
      },
    ],
  },
  reads: [`properties.${KEY}`],
  check({ properties }, { report }) {
    const { [KEY]: key, [POLICY]: policy } = properties;
    if (key === undefined || key === '') return;
    if (policy === 'on_image_deletion') {
      report({
        message: 'deleted',
        at: ['properties', KEY],
        onName: true,
        data: { policy: show(policy) },
        consequence: { by: 'glance', when: 'always', effect: 'fails' },
        related: [{ message: 'the policy', at: ['properties', POLICY] }],
      });
    } else {
      report({ message: 'key', at: ['properties', KEY], onName: true });
    }
  },
});
