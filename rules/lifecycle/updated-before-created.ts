import { defineRule } from '../../src/model/rule.js';
import { show } from '../../src/words/show.js';

const POINT_IN_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

export default defineRule({
  id: 'updated-before-created',
  topic: 'lifecycle',
  summary: 'an image is not changed before it is created',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  intents: ['record'],
  why: 'Glance sets both times itself, so updated_at never lies before created_at. Where it does, somebody edited the record or mixed two images.',
  source: ['glance glance/db/sqlalchemy/api.py'],
  messages: { before: 'updated_at is {updated}, which is before created_at, {created}.' },
  examples: {
    bad: [{ manifest: 'name: cirros\nstatus: active\ndisk_format: raw\ncreated_at: "2024-05-01T10:00:00Z"\nupdated_at: "2023-05-01T10:00:00Z"\n' }],
    good: [
      { manifest: 'name: cirros\nstatus: active\ndisk_format: raw\ncreated_at: "2024-05-01T10:00:00Z"\nupdated_at: "2024-05-01T10:00:00Z"\n' },
      { manifest: 'name: cirros\nstatus: active\ndisk_format: raw\ncreated_at: "2024-05-01T10:00:00Z"\nupdated_at: "2024-05-01T11:00:00+01:00"\n', note: 'the same moment' },
    ],
  },
  reads: ['updated_at'],
  check({ created_at: created, updated_at: updated }, { report }) {
    if (created === undefined || updated === undefined || isLater(updated, created) || !POINT_IN_TIME.test(created) || !POINT_IN_TIME.test(updated)) return;
    if (Date.parse(updated) < Date.parse(created)) {
      report({
        message: 'before',
        at: ['updated_at'],
        data: { updated: show(updated), created: show(created) },
        related: [{ message: 'created here', at: ['created_at'] }],
      });
    }
  },
});

/** Of points in time that are written as Glance writes them, the letters tell at once. */
function isLater(text: string, other: string): boolean {
  return text.length === 20 && other.length === 20 && text.endsWith('Z') && other.endsWith('Z') && text >= other;
}
