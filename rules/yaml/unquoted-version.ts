import { defineViolationRule } from '../../src/model/rule.js';
import { describe } from '../../src/words/show.js';

export default defineViolationRule({
  id: 'unquoted-version',
  topic: 'yaml',
  summary: 'the version of a catalogue entry is text',
  severity: 'error',
  consequence: { by: 'client', when: 'always', effect: 'fails' },
  why: `The OpenStack Image Manager keeps a version under its text and looks it up under what it read: for a number it finds
nothing and stops with a KeyError. A version such as 19.10 has lost its zero before that.`,
  source: ['osism/openstack-image-manager openstack_image_manager/main.py'],
  messages: { number: 'The version is {value}, but must be text: put it in quotes.' },
  examples: {
    bad: [{ manifest: catalogue('20260101') }, { manifest: catalogue('19.10') }],
    good: [{ manifest: catalogue('"20260101"') }, { manifest: catalogue('latest') }],
  },
  violations: ['release:type'],
  explain({ at, value }, { report }) {
    report({ message: 'number', at, data: { value: describe(value) }, fix: { safe: true, description: 'Put it in quotes', change: { quote: true } } });
  },
});

function catalogue(version: string): string {
  return `images:
  - name: Ubuntu
    format: qcow2
    login: ubuntu
    versions:
      - version: ${version}
        url: https://images.acme.dev/ubuntu.img
        checksums_url: https://images.acme.dev/SHA256SUMS
`;
}
