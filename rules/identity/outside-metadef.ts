import { defineRule } from '../../src/model/rule.js';
import { nearest } from '../../src/words/nearest.js';
import { clip, oneOf, show } from '../../src/words/show.js';

/** `<or> gold <or> iron`, as schedulers and dashboards write a choice. */
const OPERATOR = /^<[\w-]+> /;

export default defineRule({
  id: 'outside-metadef',
  topic: 'identity',
  summary: "properties have values that the cloud's own metadefs offer",
  severity: 'warning',
  consequence: { by: 'operator', when: 'always', effect: 'unclear' },
  why: `Metadefs are a cloud's catalogue of properties: dashboards offer their values in lists, and operators build on them.
Glance does not enforce them, so a value of one's own is stored, and found by nobody who looks for the others. The rule
knows a cloud's own metadefs from \`cloud.metadefs\` or \`cloud.from\`. Those that OpenStack ships are left out where it is
known better what Nova accepts.`,
  source: ['glance glance/api/v2/metadef_namespaces.py', 'glance etc/metadefs/README'],
  messages: {
    other: '{property} is {value}, but the metadefs of this cloud ({namespace}) offer {values}.',
    near: '{property} is {value}, but the metadefs of this cloud ({namespace}) offer {values}. Did you mean {guess}?',
  },
  examples: {
    bad: [
      {
        manifest: 'name: debian\ndisk_format: raw\ncontainer_format: bare\nacme_tier: silver\n',
        cloud: { metadefs: { acme_tier: { values: ['gold', 'iron'], namespaces: ['ACME::House'] } } },
      },
      {
        manifest: 'name: debian\ndisk_format: raw\ncontainer_format: bare\nacme_tier: Gold\n',
        cloud: { metadefs: { acme_tier: { values: ['gold', 'iron'], namespaces: ['ACME::House'] } } },
      },
    ],
    good: [
      {
        manifest: 'name: debian\ndisk_format: raw\ncontainer_format: bare\nacme_tier: gold\nacme_rack: "7"\n',
        cloud: { metadefs: { acme_tier: { values: ['gold', 'iron'], namespaces: ['ACME::House'] } } },
      },
      {
        manifest: 'name: debian\ndisk_format: raw\ncontainer_format: bare\nacme_tier: <or> gold <or> iron\n',
        cloud: { metadefs: { acme_tier: { values: ['gold', 'iron'], namespaces: ['ACME::House'] } } },
        note: 'a choice',
      },
    ],
  },
  reads: ['*'],
  check({ properties }, { cloud: { metadefs }, report }) {
    for (const property in metadefs) {
      const value = properties[property];
      const offered = metadefs[property];
      if (value === undefined || offered === undefined || offered.values.includes(value) || OPERATOR.test(value)) continue;
      const guess = nearest(value, offered.values);
      const data = { property: clip(property), value: show(value), namespace: clip(offered.namespaces.join(', ')), values: oneOf(offered.values) };
      report({
        message: guess === undefined ? 'other' : 'near',
        at: ['properties', property],
        data: guess === undefined ? data : { ...data, guess: show(guess) },
        fix: guess === undefined ? undefined : { safe: false, description: `Write ${show(guess)}`, change: { replace: guess } },
      });
    }
  },
});
