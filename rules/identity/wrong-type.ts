import { ATTRIBUTES } from '../../src/facts/attributes.js';
import { defineViolationRule, type SuggestedFix, type Violation } from '../../src/model/rule.js';
import { pythonInt } from '../../src/words/python.js';
import { describe } from '../../src/words/show.js';

const FACTS = new Map(ATTRIBUTES.map((fact) => [fact.name as string, fact]));
const KINDS: Readonly<Record<string, string>> = {
  string: 'text', integer: 'a whole number', boolean: 'true or false', list: 'a list', object: 'a mapping',
};

export default defineViolationRule({
  id: 'wrong-type',
  topic: 'identity',
  summary: 'every base attribute has the type that Glance wants',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  why: `Glance validates a create request with a JSON Schema and converts nothing: \`min_disk: "10"\` and
\`protected: "true"\` are answered with 400, and so is \`null\` wherever the attribute has a default instead. In YAML,
quotes decide: \`name: 2024\` is a number.`,
  source: ['glance glance/api/v2/images.py get_base_properties', 'glance glance/schema.py'],
  messages: {
    type: '{attribute} is {value}, but Glance takes {expected}.',
    nothing: '{attribute} is null, but Glance takes {expected}; to get the default, leave it out.',
    item: '{attribute} has {value} in it where Glance takes {expected}.',
    converted: '{attribute} is {value} instead of {expected}; it is converted on the way to Glance.',
  },
  examples: {
    bad: [
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\nmin_disk: "10"\n' },
      { manifest: 'name: 2024\ndisk_format: qcow2\ncontainer_format: bare\n', note: 'without quotes this is a number' },
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\nprotected: "false"\n' },
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\nvisibility: null\nmin_ram: 512.5\n', count: 2 },
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\ntags: [lts, 2024]\n' },
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\ntags: lts\n' },
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\nmin_disk: "10"\nproperties: {os_type: linux}\n', note: 'openstacksdk makes a number of it' },
    ],
    good: [
      { manifest: 'name: "2024"\ndisk_format: qcow2\ncontainer_format: bare\nmin_disk: 10\nprotected: false\ntags: [lts, "2024"]\n' },
      { manifest: 'name: null\nowner: null\ndisk_format: null\ncontainer_format: null\nmin_ram: 512.0\n', intent: 'create', note: 'these may be null, and 512.0 is a whole number' },
    ],
  },
  violations: ['*:type'],
  explain(violation, { intent, dialect, report }) {
    const { at, attribute, value } = violation;
    const fact = FACTS.get(attribute);
    if (fact === undefined) return;
    const data = { attribute, value: describe(value), expected: expectedOf(violation, fact) };
    const isNumberText = fact.type === 'integer' && typeof value === 'string' && pythonInt(value) !== undefined;
    if (isNumberText && dialect.nonStringProperty === 'converted') {
      report({ message: 'converted', at, data, severity: 'info', consequence: { by: 'client', when: 'create', effect: 'altered' }, fix: fixOf(violation, fact.type) });
      return;
    }
    const message = at.length > 1 ? 'item' : value === null ? 'nothing' : 'type';
    const remove: SuggestedFix = { safe: true, description: `Leave ${attribute} out`, change: { remove: true } };
    report({ message, at, data, consequence: dialect.onWrongType, fix: message === 'nothing' && intent === 'create' ? remove : fixOf(violation, fact.type) });
  },
});

function expectedOf({ at, params }: Violation, { type, unit }: { readonly type: string; readonly unit?: string }): string {
  const kind = KINDS[at.length > 1 ? String(params['type']) : type];
  return unit === undefined ? `${kind}` : `${kind} of ${unit}`;
}

/** The same value in the right type, where only one is possible. */
function fixOf({ at, value, params }: Violation, type: string): SuggestedFix | undefined {
  const wanted = at.length > 1 ? params['type'] : type;
  if (wanted === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return { safe: true, description: 'Put it in quotes', change: { quote: true } };
  }
  if (typeof value !== 'string') return undefined;
  if (wanted === 'integer' && /^(0|[1-9]\d{0,14})$/.test(value)) {
    return { safe: true, description: `Write ${value} without quotes`, change: { replace: Number(value) } };
  }
  const word = value.trim().toLowerCase();
  if (wanted === 'boolean' && (word === 'true' || word === 'false')) {
    return { safe: true, description: `Write ${word} without quotes`, change: { replace: word === 'true' } };
  }
  return undefined;
}
