import { defineRule } from '../../src/model/rule.js';
import { algorithmOfNothing, digestConsequence, type DigestAttribute } from '../../src/words/digest.js';
import { bytes } from '../../src/words/units.js';

const DIGESTS: readonly DigestAttribute[] = ['checksum', 'os_hash_value'];

export default defineRule({
  id: 'digest-of-nothing',
  topic: 'integrity',
  summary: 'an image with data does not carry the digest of an empty file',
  severity: 'warning',
  consequence: { by: 'client', when: 'always', effect: 'fails' },
  why: `The digest of zero bytes is a well-known constant for every algorithm (\`d41d8cd98f00b204e9800998ecf8427e\` for
MD5). It gets into manifests when a script hashes an empty pipe or a download that failed, and matches no image
with data. An image of size 0 has it rightly: Nova makes such images when it snapshots a server that boots from
a volume.`,
  source: ['nova nova/image/glance.py', 'python-glanceclient glanceclient/v2/images.py'],
  messages: {
    sized: '{attribute} is the {algorithm} digest of an empty file, but the image has {size}.',
    unsized: '{attribute} is the {algorithm} digest of an empty file: probably a download or a pipe delivered nothing.',
  },
  examples: {
    bad: [
      {
        manifest: `name: debian-12
disk_format: qcow2
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
size: 344195072
checksum: d41d8cd98f00b204e9800998ecf8427e
`,
      },
      {
        manifest: `name: debian-12
disk_format: qcow2
container_format: bare
os_hash_algo: sha256
os_hash_value: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
`,
      },
    ],
    good: [
      {
        manifest: `name: snapshot-of-web-1
disk_format: raw
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
size: 0
checksum: d41d8cd98f00b204e9800998ecf8427e
block_device_mapping: '[{"source_type": "snapshot"}]'
`,
        note: 'a snapshot of a server that boots from a volume',
      },
    ],
  },
  reads: DIGESTS,
  passes: ['checksum', 'os_hash_value'],
  check(image, { intent, isAbsent, report }) {
    const { size } = image;
    // Without a size nobody can say that a record is not empty.
    const isSized = typeof size === 'number' && size > 0;
    if (!isSized && (intent === 'record' || !isAbsent('size') || !isAbsent('properties.block_device_mapping'))) return;
    for (const attribute of DIGESTS) {
      const algorithm = algorithmOfNothing(image[attribute] ?? '');
      if (algorithm === undefined) continue;
      report({
        message: isSized ? 'sized' : 'unsized',
        at: [attribute],
        data: { attribute, algorithm, size: isSized ? bytes(size) : '' },
        consequence: digestConsequence(attribute, image, intent),
      });
    }
  },
});
