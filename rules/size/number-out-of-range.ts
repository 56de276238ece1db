import { ATTRIBUTES } from '../../src/facts/attributes.js';
import { defineViolationRule } from '../../src/model/rule.js';
import { GIB, MIB } from '../../src/words/units.js';

const UNITS: Readonly<Record<string, number>> = { GiB: GIB, MiB: MIB };

export default defineViolationRule({
  id: 'number-out-of-range',
  topic: 'size',
  summary: 'min_disk and min_ram are between 0 and 2147483647',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  why: `\`min_disk\` (GiB) and \`min_ram\` (MiB) are signed integers of 32 bits in Glance's database. It answers 400 to larger numbers,
and to negative ones. A number that large was probably meant in bytes.`,
  source: ['glance glance/api/v2/images.py', 'glance glance/db/sqlalchemy/api.py'],
  messages: {
    negative: '{name} is {value}, but it counts {unit} and cannot be negative. Write 0 if there is no need.',
    tooLarge: '{name} is {value}, but it counts {unit}, and Glance takes {limit} at most.',
    bytes: '{name} is {value}, but it counts {unit}, and Glance takes {limit} at most. If bytes are meant, write {guess}.',
  },
  examples: {
    bad: [
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\nmin_disk: 10737418240\n' },
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\nmin_ram: -1\n' },
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\nmin_ram: 99999999999\n' },
    ],
    good: [
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\nmin_disk: 10\nmin_ram: 512\n' },
      { manifest: 'name: debian-12\ndisk_format: qcow2\ncontainer_format: bare\nmin_disk: 0\nmin_ram: 0\n' },
    ],
  },
  violations: ['min_disk:minimum', 'min_disk:maximum', 'min_ram:minimum', 'min_ram:maximum'],
  explain({ at, attribute, keyword, params, value }, { report }) {
    const number = Number(value);
    const unit = ATTRIBUTES.find(({ name }) => name === attribute)?.unit ?? '';
    const guess = number / (UNITS[unit] ?? 1);
    const limit = Number(params['limit']);
    const data = { name: attribute, value: number, unit, limit, guess };
    if (keyword === 'minimum') {
      report({ message: 'negative', at, data, fix: { safe: false, description: 'Write 0', change: { replace: 0 } } });
    } else if (Number.isInteger(guess) && guess <= limit) {
      report({ message: 'bytes', at, data, fix: { safe: false, description: `Write ${guess}`, change: { replace: guess } } });
    } else {
      report({ message: 'tooLarge', at, data });
    }
  },
});
