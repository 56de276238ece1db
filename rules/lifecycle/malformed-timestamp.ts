import { defineViolationRule } from '../../src/model/rule.js';
import { show } from '../../src/words/show.js';

const WITHOUT_ZONE = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d+)?$/;

export default defineViolationRule({
  id: 'malformed-timestamp',
  topic: 'lifecycle',
  summary: 'created_at and updated_at are points in time, written as Glance writes them',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  intents: ['record'],
  why: 'Glance writes times in UTC, as `2024-05-01T10:00:00Z`. Other forms come from hand or from other tools; without a zone, readers take them for their own local time.',
  source: ['glance glance/api/v2/images.py ResponseSerializer', 'glance glance/common/timeutils.py isotime'],
  messages: {
    zone: '{attribute} is {value}, without a time zone; Glance writes {form}.',
    malformed: '{attribute} is {value}, which is no point in time such as "2024-05-01T10:00:00Z".',
  },
  examples: {
    bad: [
      { manifest: 'name: cirros\nstatus: active\ndisk_format: raw\ncreated_at: "2024-05-01 10:00:00"\n' },
      { manifest: 'name: cirros\nstatus: active\ndisk_format: raw\ncreated_at: "2024-05-01T10:00:00Z"\nupdated_at: yesterday\n' },
      { manifest: 'name: cirros\nstatus: active\ndisk_format: raw\ncreated_at: "2024-02-30T10:00:00Z"\n', note: 'there is no such day' },
    ],
    good: [{ manifest: 'name: cirros\nstatus: active\ndisk_format: raw\ncreated_at: "2024-05-01T10:00:00Z"\nupdated_at: "2024-05-01T12:00:00.123456+02:00"\n' }],
  },
  violations: ['created_at:format', 'updated_at:format'],
  explain({ at, attribute, value }, { report }) {
    const [, day, time] = WITHOUT_ZONE.exec(String(value)) ?? [];
    const data = { attribute, value: show(value) };
    if (day === undefined) report({ message: 'malformed', at, data });
    else {
      const form = `${day}T${time}Z`;
      report({ message: 'zone', at, data: { ...data, form: show(form) }, fix: { safe: false, description: `Write ${form}`, change: { replace: form } } });
    }
  },
});
