import { ATTRIBUTES } from '../../src/facts/attributes.js';
import type { MisnamedFact } from '../../src/facts/misnamed.js';
import { defineRule, type SuggestedFix } from '../../src/model/rule.js';
import { meantAttribute } from '../../src/words/meant-attribute.js';
import { clip } from '../../src/words/show.js';

const FACTS = new Map(ATTRIBUTES.map((fact) => [fact.name, fact]));

export default defineRule({
  id: 'misnamed-attribute',
  topic: 'identity',
  summary: 'base attributes are written with the names that Glance has for them',
  severity: 'warning',
  consequence: { by: 'glance', when: 'create', effect: 'ignored' },
  inRecord: { severity: 'info', consequence: { by: 'glance', when: 'always', effect: 'ignored' } },
  why: `Glance takes every name that it does not know for a custom property, and says nothing: with \`minDisk: "10"\`
the image has a property that nobody reads, and min_disk stays 0. Other tools and APIs have other names for the base
attributes: openstacksdk says \`is_protected\` and \`is_hidden\`, Terraform \`min_disk_gb\`, the old v1 API \`is_public\`.`,
  source: ['glance glance/schema.py PermissiveSchema', 'openstacksdk openstack/image/v2/image.py'],
  messages: {
    misnamed: '"{name}" is no attribute of Glance, which stores it as a custom property; the attribute is called "{attribute}".',
    borrowed: '"{name}" is how {from} calls it; Glance stores it as a custom property, its attribute is called "{attribute}".',
    weak: '"{name}" is stored as a custom property; if it was meant for Glance itself, the attribute is called "{attribute}".',
  },
  examples: {
    bad: [
      { manifest: 'name: cirros\ndisk_fromat: qcow2\ncontainer_format: bare\nmin_disk: 1\n' },
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\nis_public: "true"\nminDisk: "10"\n', count: 2 },
      { manifest: 'name: cirros\nformat: qcow2\ncontainer_format: bare\nmin_disk: 1\n', note: 'nothing else says the format' },
    ],
    good: [
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\nvisibility: public\nmin_disk: 10\n' },
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\nformat: dcp-2\nowner: 5f3c\nowner_id: 5f3c\n', note: 'the attribute is there as well, so these mean something else' },
    ],
  },
  reads: ['*'],
  check({ properties }, { dialect, intent, isAbsent, report }) {
    for (const name in properties) {
      const meant = meantAttribute(name);
      if (meant === undefined) continue;
      const { attribute, from, isWeak = false } = meant;
      // In a tool's own way of writing, its own names are right.
      if ((isWeak || dialect.name !== 'glance') && !isAbsent(attribute)) continue;
      report({
        message: isWeak ? 'weak' : from === undefined ? 'misnamed' : 'borrowed',
        at: ['properties', name],
        onName: true,
        data: { name: clip(name), attribute, ...(from === undefined ? {} : { from }) },
        ...(isWeak ? { severity: 'info' } : {}),
        fix: intent === 'create' ? renaming(meant) : undefined,
      });
    }
  },
});

/** A new name is enough only where the value, which is text, suits the attribute. */
function renaming({ attribute, isWeak, hasOtherValues }: MisnamedFact): SuggestedFix | undefined {
  const fact = FACTS.get(attribute);
  if (isWeak || hasOtherValues || fact?.type !== 'string' || fact.onCreate !== 'settable') return undefined;
  return { safe: false, description: `Call it "${attribute}"`, change: { rename: attribute } };
}
