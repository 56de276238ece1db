import { defineRule, type SuggestedFix } from '../../src/model/rule.js';

const FORMATS = ['disk_format', 'container_format'] as const;
/** Both formats of such an image are the same. */
const AMAZON = new Set(['ami', 'ari', 'aki']);

export default defineRule({
  id: 'missing-format',
  topic: 'format',
  summary: 'disk_format and container_format are set',
  severity: 'warning',
  consequence: { by: 'glance', when: 'upload', effect: 'rejected' },
  intents: ['create'],
  why: `Glance creates an image without formats, in status \`queued\`, but refuses its data until both are set: an upload is
answered with 400, an import with 409. Once the data is there, the formats can no longer be changed.`,
  source: ['glance glance/domain/__init__.py', 'glance glance/api/v2/images.py'],
  messages: {
    one: '{name} is not set: Glance creates the image, but takes no data until it is.',
    both: 'disk_format and container_format are not set: Glance creates the image, but takes no data until they are.',
  },
  examples: {
    bad: [
      { manifest: 'name: debian-12\nmin_disk: 3\nos_distro: debian\n' },
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: null\nmin_disk: 3\n' },
    ],
    good: [
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\n' },
      {
        manifest: 'name: debian-12\nmin_disk: 3\ndisk_format: qcow2\nproperties: {os_distro: debian}\n',
        note: 'openstacksdk fills in "bare"',
      },
      {
        manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: debian-12
status: queued
created_at: "2026-01-02T03:04:05Z"
disk_format: null
container_format: null
`,
        note: 'a record of an image that waits for its data',
      },
    ],
  },
  reads: ['*'],
  check(image, { isAbsent, report }) {
    const missing = FORMATS.filter((name) => image[name] === null || isAbsent(name));
    const first = missing[0];
    if (first === undefined) return;
    const written = missing.find((name) => image[name] === null);
    report({
      message: missing.length === 1 ? 'one' : 'both',
      at: written === undefined ? [] : [written],
      data: { name: first },
      fix: missing.length === 1 && first === 'container_format' ? container(image.disk_format, written !== undefined) : undefined,
    });
  },
});

/** Nearly every disk is stored as it is. */
function container(disk: string | null | undefined, isWritten: boolean): SuggestedFix | undefined {
  if (typeof disk !== 'string') return undefined;
  const value = AMAZON.has(disk) ? disk : 'bare';
  return { safe: false, description: `${isWritten ? 'Write' : 'Add container_format:'} "${value}"`, change: isWritten ? { replace: value } : { add: { name: 'container_format', value } } };
}
