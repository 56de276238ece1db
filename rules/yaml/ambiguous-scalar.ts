import { propertyFact } from '../../src/facts/properties/index.js';
import { defineViolationRule } from '../../src/model/rule.js';
import { flexibleBoolean, pythonText } from '../../src/words/python.js';
import { clip, describe } from '../../src/words/show.js';

export default defineViolationRule({
  id: 'ambiguous-scalar',
  topic: 'yaml',
  summary: 'every YAML reader takes an unquoted value for the same thing',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'altered' },
  why: `YAML 1.1, which PyYAML and so Ansible and most OpenStack tools read, takes \`yes\`, \`on\`, \`010\`, \`12:30\` and \`1_000\`
for a boolean and for numbers; YAML 1.2 takes them for text or for other numbers. Which one reads the manifest next is
up to chance. Quotes decide it.`,
  source: ['yaml yaml-spec 1.2.2 section 10.3.2', 'yaml type repository 1.1 bool, int, float'],
  messages: {
    differs: 'Without quotes, {name} is {value} to {own} and {other} to {foreign}.',
  },
  examples: {
    bad: [
      { manifest: 'name: windows\ndisk_format: qcow2\ncontainer_format: bare\nos_version: 010\n' },
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\nmin_disk: 010\nos_admin_user: on\n', count: 2 },
    ],
    good: [
      { manifest: 'name: windows\ndisk_format: qcow2\ncontainer_format: bare\nos_version: "010"\nos_admin_user: "on"\n' },
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\nhw_qemu_guest_agent: yes\n', note: 'Nova reads "yes" and "True" alike' },
    ],
  },
  violations: ['*:ambiguous'],
  explain({ at, attribute, value, params }, { dialect, report }) {
    const name = String(at.at(-1));
    const other = params['other'];
    if (attribute === 'properties' && isSameToNova(name, value, other)) return;
    const [own, foreign] = dialect.yaml === '1.1' ? ['the tool (YAML 1.1)', 'readers of YAML 1.2'] : ['readers of YAML 1.2', 'those of YAML 1.1 such as PyYAML'];
    report({
      message: 'differs',
      at,
      data: { name: clip(name), value: describe(value), other: describe(other), own, foreign },
      fix: typeof value === 'string' || typeof other === 'string' ? { safe: false, description: 'Put it in quotes', change: { quote: true } } : undefined,
    });
  },
});

/** Booleans of Nova may be written in many ways. */
function isSameToNova(name: string, value: unknown, other: unknown): boolean {
  const [one, two] = [flexibleBoolean(pythonText(value)), flexibleBoolean(pythonText(other))];
  return propertyFact(name)?.value.kind === 'boolean' && one.isKnown && two.isKnown && one.value === two.value;
}
