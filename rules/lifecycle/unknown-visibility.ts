import { VISIBILITIES, VISIBILITY_ALIASES } from '../../src/facts/lifecycle.js';
import { defineViolationRule } from '../../src/model/rule.js';
import { nearest } from '../../src/words/nearest.js';
import { oneOf, show } from '../../src/words/show.js';

export default defineViolationRule({
  id: 'unknown-visibility',
  topic: 'lifecycle',
  summary: 'visibility is one that Glance knows',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  why: `Glance compares the word letter by letter: \`public\` for everybody, \`community\` for everybody who knows the id,
\`shared\` for the owner and invited projects, \`private\` for the owner. The word \`all\` works in list filters only.`,
  source: ['glance glance/api/v2/images.py get_base_properties', 'glance glance/domain/__init__.py Image.visibility'],
  messages: {
    unknown: 'visibility is {value}, but Glance knows {allowed} only.',
    misspelt: 'visibility is {value}; Glance knows {allowed} only, and probably "{guess}" is meant.',
  },
  examples: {
    bad: [
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nvisibility: Public\n' },
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nvisibility: privat\n' },
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nvisibility: staff\n' },
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nvisibility: global\n' },
    ],
    good: [{ manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nvisibility: community\n' }],
  },
  violations: ['visibility:enum'],
  explain({ at, value }, { report }) {
    const written = String(value).trim().toLowerCase();
    const guess = nearest(written, VISIBILITIES, VISIBILITY_ALIASES);
    const data = { value: show(value), allowed: oneOf(VISIBILITIES) };
    if (guess === undefined) report({ message: 'unknown', at, data });
    else {
      // Who sees the image is not to be changed on a guess; spelling is.
      const isSpelling = nearest(written, VISIBILITIES) === guess;
      report({ message: 'misspelt', at, data: { ...data, guess }, fix: { safe: isSpelling, description: `Write "${guess}"`, change: { replace: guess } } });
    }
  },
});
