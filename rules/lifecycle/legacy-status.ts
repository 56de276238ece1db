import { defineRule } from '../../src/model/rule.js';

export default defineRule({
  id: 'legacy-status',
  topic: 'lifecycle',
  summary: 'an image of the record is still there, or can still come to be',
  severity: 'info',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  intents: ['record'],
  why: '`killed` is what the v1 API called a failed upload; today\'s Glance sets such images back to `queued`. `deleted` and `pending_delete` images are gone for users. Nova and Cinder take active images only.',
  source: ['glance glance/domain/__init__.py Image.valid_state_targets', 'nova nova/compute/api.py'],
  messages: {
    killed: 'The upload of this image failed in the times of the v1 API; it can only be deleted.',
    gone: 'This image is {status}: the record outlived it.',
  },
  examples: {
    bad: [
      { manifest: 'name: cirros\nstatus: killed\ndisk_format: raw\ncreated_at: "2014-05-01T10:00:00Z"\n' },
      { manifest: 'name: cirros\nstatus: deleted\ndisk_format: raw\ncreated_at: "2024-05-01T10:00:00Z"\n' },
    ],
    good: [{ manifest: 'name: cirros\nstatus: deactivated\ndisk_format: raw\ncreated_at: "2024-05-01T10:00:00Z"\n', note: 'withdrawn, but it can come back' }],
  },
  reads: ['status'],
  check({ status }, { report }) {
    if (status === 'killed') report({ message: 'killed', at: ['status'] });
    else if (status === 'deleted' || status === 'pending_delete') report({ message: 'gone', at: ['status'], data: { status } });
  },
});
