import { defineReaderRule } from '../../src/model/rule.js';

export default defineReaderRule({
  id: 'unrecognised-manifest',
  topic: 'yaml',
  summary: 'a file that is named to be linted describes images',
  severity: 'warning',
  consequence: { by: 'operator', when: 'always', effect: 'ignored' },
  why: `A file that was named on the command line holds nothing that is known to be an image, so nothing in it was
checked. Files that a search finds are passed by in silence. Say \`--dialect\` if the file does hold images.`,
  source: ['glance-lint src/dialects'],
  messages: {
    unrecognised: 'No image was recognised here, so nothing was checked. If this describes images, say which way with --dialect.',
    empty: 'The file is empty.',
    template: 'This is a template, which only its own program can read, so nothing was checked.',
  },
  examples: {
    bad: [{ manifest: 'services: {web: {image: nginx}}\n' }],
    good: [{ manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\n' }],
  },
});
