import { defineReaderRule } from '../../src/model/rule.js';

export default defineReaderRule({
  id: 'syntax-error',
  topic: 'yaml',
  summary: 'the manifest is JSON or YAML that can be read',
  severity: 'error',
  consequence: { by: 'reader', when: 'always', effect: 'rejected' },
  why: 'No tool can read the manifest, so nothing of it reaches Glance. Other manifests of the run are linted all the same.',
  source: ['yaml yaml-spec 1.2.2', 'ietf RFC 8259'],
  messages: { broken: 'This is not {format}: {reason}.' },
  examples: {
    bad: [{ manifest: 'name: cirros\n  disk_format: raw\n' }],
    good: [{ manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\n' }],
  },
});
