import { defineRule } from '../../src/model/rule.js';
import { GIB, wholeGib } from '../../src/words/units.js';

/** GiB above which no root disk is needed: the smallest number that is rather another unit's. */
const SUSPICIOUS = 2 ** 12;
/** From here on MiB would be too much, too. */
const KIB = 2 ** 20;
/** From here on KiB would be too much, too. */
const BYTES = 2 ** 28;
const LIMIT = 2 ** 31 - 1;

export default defineRule({
  id: 'min-disk-in-other-unit',
  topic: 'size',
  summary: 'min_disk is a plausible number of GiB',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  why: `\`min_disk\` counts GiB, \`min_ram\` counts MiB, \`size\` and \`virtual_size\` count bytes. A \`min_disk\` that was meant in MiB
or bytes asks for a disk that no flavor and no volume has: Nova and Cinder answer 400.`,
  source: ['nova nova/compute/api.py', 'cinder cinder/volume/volume_utils.py', 'glance glance/api/v2/images.py'],
  messages: {
    tooLarge: 'min_disk is {minDisk} GiB, more than any flavor has. It looks like {unit}: then write {guess}.',
  },
  examples: {
    bad: [
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\nmin_disk: 10240\n' },
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\nmin_disk: 1073741824\n' },
    ],
    good: [
      { manifest: 'name: windows-2022\ndisk_format: qcow2\ncontainer_format: bare\nmin_disk: 1024\n' },
      {
        manifest: `id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e
name: archive-server
status: active
created_at: "2026-01-02T03:04:05Z"
disk_format: qcow2
container_format: bare
size: 344195072
virtual_size: 5497558138880
min_disk: 5120
`,
        note: 'so large it is',
      },
    ],
  },
  reads: ['min_disk'],
  check({ min_disk: minDisk, virtual_size: virtualSize }, { report }) {
    // What is larger than the limit is an error of another kind.
    if (minDisk === undefined || minDisk < SUSPICIOUS || minDisk > LIMIT) return;
    if (typeof virtualSize === 'number' && virtualSize > (minDisk / 4) * GIB) return;
    const [unit, size]: [string, number] = minDisk >= BYTES ? ['bytes', 1] : minDisk >= KIB ? ['KiB', 2 ** 10] : ['MiB', 2 ** 20];
    const guess = wholeGib(minDisk * size);
    report({
      message: 'tooLarge',
      at: ['min_disk'],
      data: { minDisk, unit, guess },
      fix: { safe: false, description: `Write ${guess}`, change: { replace: guess } },
    });
  },
});
