import { defineReaderRule } from '../../src/model/rule.js';

export default defineReaderRule({
  id: 'duplicate-key',
  topic: 'yaml',
  summary: 'a key stands once in its mapping',
  severity: 'error',
  consequence: { by: 'reader', when: 'always', effect: 'altered' },
  why: `JSON and YAML readers disagree on a key that stands twice: most keep the last value without a word, some
refuse the file. What was written first is lost: a second \`hw_scsi_model\` at the end of a long manifest has kept
servers from starting.`,
  source: ['ietf RFC 8259 section 4', 'yaml yaml-spec 1.2.2 section 3.2.1.1', 'stackhpc/ansible-slurm-appliance d0503f30'],
  messages: {
    twice: 'The key "{key}" stands twice; line {line} has it already. Most readers keep only this last value.',
    refused: '"{key}" stands twice; line {line} has it already. Terraform refuses that.',
  },
  examples: {
    bad: [{ manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\ndisk_format: qcow2\n' }],
    good: [{ manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\n' }],
  },
});
