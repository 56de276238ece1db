import { defineRule } from '../../src/model/rule.js';

export default defineRule({
  id: 'empty-image',
  topic: 'size',
  summary: 'an active image has data',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  intents: ['record'],
  why: `Glance accepts an upload of no bytes and makes the image active. It happens when a download or a pipe delivered nothing. The
only good reason is Nova's: the image of a server that boots from a volume is empty, and its \`block_device_mapping\` names the
snapshots of the volumes.`,
  source: ['glance glance/location.py', 'nova nova/image/glance.py', 'nova nova/compute/api.py'],
  messages: {
    empty: 'The image is active, but has no data: size is 0, and no block_device_mapping says that the disks are elsewhere. Upload it again.',
  },
  examples: {
    bad: [{
      manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: debian-12
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: qcow2
container_format: bare
size: 0
checksum: d41d8cd98f00b204e9800998ecf8427e
`,
    }],
    good: [
      {
        manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: snapshot-of-web-1
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: raw
container_format: bare
size: 0
checksum: d41d8cd98f00b204e9800998ecf8427e
block_device_mapping: '[{"source_type": "snapshot", "destination_type": "volume"}]'
`,
        note: 'a snapshot of a server that boots from a volume',
      },
      {
        manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: debian-12
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: qcow2
container_format: bare
size: 0
checksum: null
`,
        note: 'registered by its location: whoever did it did not tell the size',
      },
      {
        manifest: `- ID: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
  Name: snapshot-of-web-1
  Disk Format: raw
  Container Format: bare
  Size: 0
  Status: active
  Checksum: d41d8cd98f00b204e9800998ecf8427e
`,
        note: 'this list does not show properties',
      },
    ],
  },
  reads: ['size'],
  passes: ['size'],
  check({ size, status, checksum }, { isAbsent, report }) {
    // Only what was uploaded has a checksum, and so a size that was measured.
    if (size !== 0 || status !== 'active' || typeof checksum !== 'string') return;
    if (isAbsent('properties.block_device_mapping')) report({ message: 'empty', at: ['size'] });
  },
});
