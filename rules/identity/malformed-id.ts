import { defineViolationRule } from '../../src/model/rule.js';
import { show } from '../../src/words/show.js';

export default defineViolationRule({
  id: 'malformed-id',
  topic: 'identity',
  summary: 'the id is a UUID with dashes',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  why: 'Glance takes ids of one form only, 8-4-4-4-12 hexadecimal digits, and answers 400 to all others. Who leaves the id out gets a new one.',
  source: ['glance glance/api/v2/images.py get_base_properties'],
  messages: {
    dashes: 'The id {value} lacks its dashes; Glance takes only the form {form}.',
    malformed: 'The id {value} is not a UUID of the form 01234567-89ab-cdef-0123-456789abcdef.',
  },
  examples: {
    bad: [
      { manifest: 'id: 6b7e6f3c1d2a4b5c8d9e0f1a2b3c4d5e\nname: cirros\ndisk_format: raw\ncontainer_format: bare\n' },
      { manifest: 'id: cirros-0.6\nname: cirros\ndisk_format: raw\ncontainer_format: bare\n' },
    ],
    good: [{ manifest: 'id: 6B7E6F3C-1D2A-4B5C-8D9E-0F1A2B3C4D5E\nname: cirros\ndisk_format: raw\ncontainer_format: bare\n', note: 'capital letters are fine' }],
  },
  violations: ['id:pattern'],
  explain({ at, value }, { report }) {
    const digits = /^(?:urn:uuid:)?\{?([0-9a-f-]+)\}?$/i.exec(String(value).trim())?.[1]?.replaceAll('-', '');
    if (digits?.length !== 32) {
      report({ message: 'malformed', at, data: { value: show(value) } });
      return;
    }
    const form = digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    report({ message: 'dashes', at, data: { value: show(value), form }, fix: { safe: true, description: `Write ${form}`, change: { replace: form } } });
  },
});
