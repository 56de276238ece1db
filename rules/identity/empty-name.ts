import { defineRule } from '../../src/model/rule.js';

export default defineRule({
  id: 'empty-name',
  topic: 'identity',
  summary: 'the name of an image says something',
  severity: 'warning',
  consequence: { by: 'operator', when: 'always', effect: 'unclear' },
  inRecord: { severity: 'info', consequence: { by: 'operator', when: 'always', effect: 'unclear' } },
  why: 'Glance takes an empty name and stores it. Nobody can ask for the image by it, and lists show a hole. A template whose variable was not set often leaves one.',
  source: ['glance glance/api/v2/images.py get_base_properties'],
  messages: {
    empty: 'The name is empty: nobody can find the image by it.',
    blank: 'The name consists of blanks: nobody can find the image by it.',
  },
  examples: {
    bad: [
      { manifest: 'name: ""\ndisk_format: raw\ncontainer_format: bare\n' },
      { manifest: 'name: "  "\ndisk_format: raw\ncontainer_format: bare\n' },
    ],
    good: [{ manifest: 'name: "0"\ndisk_format: raw\ncontainer_format: bare\n' }],
  },
  reads: ['name'],
  passes: ['name'],
  check({ name }, { report }) {
    if (typeof name === 'string' && name.trim() === '') report({ message: name === '' ? 'empty' : 'blank', at: ['name'] });
  },
});
