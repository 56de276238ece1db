import { defineRule } from '../../src/model/rule.js';
import { show } from '../../src/words/show.js';

const KEY = 'cinder_encryption_key_id';

export default defineRule({
  id: 'encrypted-image-format',
  topic: 'volume',
  summary: 'an image with an encryption key is raw and bare',
  severity: 'warning',
  consequence: { by: 'cinder', when: 'volume', effect: 'fails' },
  why: `Cinder uploads encrypted volumes as \`raw\` and \`bare\` only, because nobody can convert what is encrypted. An
image with \`${KEY}\` in another format was not made by Cinder: a volume from it gets the key, but the data in it is
not encrypted with it, and the server that attaches it cannot open it.`,
  source: ['cinder cinder/api/contrib/volume_actions.py', 'cinder cinder/volume/volume_utils.py copy_image_to_volume'],
  messages: { format: '{attribute} is {value}, but an image with cinder_encryption_key_id has to be "{needed}": Cinder makes no others.' },
  examples: {
    bad: [{ manifest: `name: db\ndisk_format: qcow2\ncontainer_format: bare\n${KEY}: 2f0c2a51-6a5d-4c5e-9a0d-0f1a2b3c4d5e\n` }],
    good: [
      { manifest: `name: db\ndisk_format: raw\ncontainer_format: bare\n${KEY}: 2f0c2a51-6a5d-4c5e-9a0d-0f1a2b3c4d5e\n` },
      { manifest: `name: db\n${KEY}: 2f0c2a51-6a5d-4c5e-9a0d-0f1a2b3c4d5e\n`, note: 'formats may follow before the upload' },
    ],
  },
  reads: [`properties.${KEY}`],
  check(image, { report }) {
    if (!image.properties[KEY]) return;
    for (const [attribute, needed] of [['disk_format', 'raw'], ['container_format', 'bare']] as const) {
      const value = image[attribute];
      if (typeof value !== 'string' || value === needed) continue;
      report({ message: 'format', at: [attribute], data: { attribute, value: show(value), needed } });
    }
  },
});
