import { defineRule } from '../../src/model/rule.js';
import { clip } from '../../src/words/show.js';

/** A day written as eight digits, alone: 20260131. */
const DAY = /(?<!\d)(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/;

export default defineRule({
  id: 'version-contradicts-date',
  topic: 'catalogue',
  summary: 'version, build_date and address speak of the same day',
  severity: 'info',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  why: `When a catalogue is brought up to date, version, date and address change together. Where they name different days, one
of them was forgotten: users read a wrong age of the image, or get another build than the entry says.`,
  source: ['osism/openstack-image-manager etc/images'],
  messages: {
    date: 'The version names the day {version}, but build_date is {date}.',
    url: 'The version names the day {version}, but the address names {date}.',
  },
  examples: {
    bad: [
      { manifest: catalogue('20260101', '2025-12-01', '20260101') },
      { manifest: catalogue('20260101', '2026-01-01', '20251201') },
    ],
    good: [
      { manifest: catalogue('20260101', '2026-01-01', '20260101') },
      { manifest: catalogue('20260101', '2025-12-31', '20260101'), note: 'built shortly before midnight' },
      { manifest: catalogue('12.7', '2025-12-31', '20260101') },
    ],
  },
  reads: ['release.version'],
  check({ release: { version = '', build_date: date } = {}, source: { origin_url: url } = {} }, { report }) {
    const day = dayIn(version);
    if (day === undefined) return;
    const built = date === undefined ? undefined : dayIn(date.replaceAll('-', ''));
    const named = url === undefined ? undefined : dayIn(url);
    const at = ['release', 'version'];
    if (isFar(day, built)) report({ message: 'date', at: ['release', 'build_date'], data: { version: day, date: clip(date ?? '') }, related: [{ message: 'the version', at }] });
    else if (isFar(day, named)) report({ message: 'url', at: ['source', 'origin_url'], data: { version: day, date: named ?? '' }, related: [{ message: 'the version', at }] });
  },
});

function dayIn(text: string): string | undefined {
  const match = DAY.exec(text);
  return match === null ? undefined : `${match[1]}-${match[2]}-${match[3]}`;
}

/** Builds run over midnight, and time zones differ: a day or two is no contradiction. */
function isFar(day: string, other: string | undefined): boolean {
  return other !== undefined && Math.abs(Date.parse(day) - Date.parse(other)) > 2 * 86_400_000;
}

function catalogue(version: string, date: string, folder: string): string {
  return `images:
  - name: Debian 12
    format: qcow2
    login: debian
    versions:
      - version: "${version}"
        url: https://images.acme.dev/${folder}/debian-12.qcow2
        build_date: ${date}
`;
}
