import { defineReaderRule } from '../../src/model/rule.js';

export default defineReaderRule({
  id: 'invalid-encoding',
  topic: 'yaml',
  summary: 'the manifest is UTF-8, or UTF-16 with a byte order mark',
  severity: 'error',
  consequence: { by: 'reader', when: 'always', effect: 'rejected' },
  why: 'JSON must be UTF-8, and YAML readers refuse bytes that are not text. A file saved as Latin-1 looks right in an editor until the first letter beyond ASCII.',
  source: ['ietf RFC 8259 section 8.1', 'yaml yaml-spec 1.2.2 section 5.2'],
  messages: { invalid: 'The bytes here are not UTF-8. Save the file as UTF-8.' },
  examples: {
    bad: [],
    good: [{ manifest: 'name: "Größe"\ndisk_format: raw\ncontainer_format: bare\n' }],
  },
});
