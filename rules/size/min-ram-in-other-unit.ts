import { defineRule } from '../../src/model/rule.js';
import { GIB, MIB } from '../../src/words/units.js';

/** MiB with which no system boots. */
const TOO_LITTLE = 16;
/** MiB (1 TiB) that no image needs. */
const TOO_MUCH = 2 ** 20;
/** From here on KiB would be too much, too. */
const BYTES = 2 ** 27;
const LIMIT = 2 ** 31 - 1;

export default defineRule({
  id: 'min-ram-in-other-unit',
  topic: 'size',
  summary: 'min_ram is a plausible number of MiB',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: `\`min_ram\` counts MiB, although \`min_disk\` beside it counts GiB. A \`min_ram\` of 2 is met by every flavor, so it does not
keep anybody from one that is too small; one that was meant in KiB or bytes is met by none, and Nova refuses every server.`,
  source: ['nova nova/compute/api.py', 'glance glance/api/v2/images.py'],
  messages: {
    tooLittle: 'min_ram is {minRam} MiB, with which nothing boots: every flavor passes. If GiB are meant, write {guess}.',
    tooMuch: 'min_ram is {minRam} MiB, more than any flavor has. It looks like {unit}: then write {guess}.',
  },
  examples: {
    bad: [
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\nmin_disk: 3\nmin_ram: 2\n' },
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\nmin_disk: 3\nmin_ram: 1073741824\n' },
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\nmin_disk: 3\nmin_ram: 2097152\n' },
    ],
    good: [
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\nmin_ram: 32\n', note: 'CirrOS boots with it' },
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\nmin_ram: 0\n' },
    ],
  },
  reads: ['min_ram'],
  check({ min_ram: minRam }, { report }) {
    if (minRam === undefined || minRam <= 0 || minRam > LIMIT) return;
    if (minRam < TOO_LITTLE) {
      const guess = (minRam * GIB) / MIB;
      report({
        message: 'tooLittle',
        at: ['min_ram'],
        data: { minRam, guess },
        fix: { safe: false, description: `Write ${guess}`, change: { replace: guess } },
      });
    } else if (minRam >= TOO_MUCH) {
      const isBytes = minRam >= BYTES;
      const guess = Math.ceil(isBytes ? minRam / MIB : minRam / 2 ** 10);
      report({
        message: 'tooMuch',
        at: ['min_ram'],
        data: { minRam, guess, unit: isBytes ? 'bytes' : 'KiB' },
        consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
        fix: { safe: false, description: `Write ${guess}`, change: { replace: guess } },
      });
    }
  },
});
