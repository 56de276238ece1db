import { STATUSES, STATUS_ALIASES } from '../../src/facts/lifecycle.js';
import { defineViolationRule } from '../../src/model/rule.js';
import { nearest } from '../../src/words/nearest.js';
import { oneOf, show } from '../../src/words/show.js';

export default defineViolationRule({
  id: 'unknown-status',
  topic: 'lifecycle',
  summary: 'status is one that Glance knows',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  why: 'Glance has nine words for where an image is in its life, all in small letters. Other services have others: Cinder says `available` for what is `active` here.',
  source: ['glance glance/api/v2/images.py get_base_properties'],
  messages: {
    unknown: 'status is {value}, but Glance knows {allowed} only.',
    misspelt: 'status is {value}; Glance calls it "{guess}".',
  },
  examples: {
    bad: [
      { manifest: 'name: cirros\ndisk_format: raw\nstatus: available\ncreated_at: "2024-05-01T10:00:00Z"\n', note: "Cinder's word" },
      { manifest: 'name: cirros\ndisk_format: raw\nstatus: ACTIVE\ncreated_at: "2024-05-01T10:00:00Z"\n' },
      { manifest: 'name: cirros\ndisk_format: raw\nstatus: tested\ncreated_at: "2024-05-01T10:00:00Z"\n' },
    ],
    good: [{ manifest: 'name: cirros\ndisk_format: raw\nstatus: active\ncreated_at: "2024-05-01T10:00:00Z"\n' }],
  },
  violations: ['status:enum'],
  explain({ at, value }, { intent, report }) {
    const guess = nearest(String(value), STATUSES, STATUS_ALIASES);
    if (guess === undefined) report({ message: 'unknown', at, data: { value: show(value), allowed: oneOf(STATUSES) } });
    else {
      // Nobody may send a status, so no other word helps in what is to be created.
      const fix = intent === 'record' ? { safe: true, description: `Write "${guess}"`, change: { replace: guess } } : undefined;
      report({ message: 'misspelt', at, data: { value: show(value), guess }, fix });
    }
  },
});
