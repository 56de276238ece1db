import { defineReaderRule } from '../../src/model/rule.js';

export default defineReaderRule({
  id: 'unused-suppression',
  topic: 'yaml',
  summary: 'every glance-lint comment holds a finding back',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  why: `A comment such as \`# glance-lint-disable-next-line unknown-property -- read by our own scheduler\` says that
somebody looked at a finding and means to live with it. When the finding is gone, the comment tells of what is no
longer there, and hides the next mistake in that place. One with a misspelt rule hides nothing at all.

Rules that are off are not judged, nor are those that compare images, such as \`duplicate-id\`: the other image may be
in a file that is not linted this time.`,
  source: ['glance-lint docs/adopting.md'],
  messages: {
    unused: '{rules} finds nothing here, so this comment holds nothing back; it would hide a later finding.',
    partly: '{rules} finds nothing here; the comment can do without.',
    nothing: 'Nothing is found here, so this comment holds nothing back; it would hide a later finding.',
    nothingToEnd: 'No comment above holds anything back that this one could end.',
    misspeltRule: 'There is no rule {rule}, so nothing of it is held back. Did you mean "{guess}"?',
    unknownRule: 'There is no rule {rule}, so nothing of it is held back. If it belongs to the reason, write " -- " before that.',
    misspelt: '"{word}" means nothing to glance-lint. Did you mean "{guess}"?',
  },
  examples: {
    bad: [
      {
        manifest: `name: cirros
# glance-lint-disable-next-line -- until the upgrade
disk_format: qcow2
container_format: bare
`,
        note: 'the format has long been mended',
      },
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nfoo: bar # glance-lint-disable-line unknown-propert\n', note: 'there is no such rule' },
      { manifest: '# glance-lint-disabel-file -- made by a program\nname: cirros\ndisk_format: raw\ncontainer_format: bare\n' },
      { manifest: 'name: cirros\ndisk_format: raw\n# glance-lint-enable\ncontainer_format: bare\n', note: 'nothing is disabled' },
    ],
    good: [
      {
        manifest: `name: cirros
# glance-lint-disable-next-line duplicate-tag -- twice on purpose
tags: [test, test]
disk_format: raw
container_format: bare
`,
      },
      { manifest: 'name: "# glance-lint-disable-file"\ndisk_format: raw\ncontainer_format: bare\n', note: 'this is text, not a comment' },
    ],
  },
});
