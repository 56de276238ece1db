import { TRAIT_NAMESPACES } from '../../src/facts/traits.js';
import { isOlderThan } from '../../src/facts/releases.js';
import { defineRule, type RuleReport } from '../../src/model/rule.js';
import { clip, oneOf, show } from '../../src/words/show.js';

const PREFIX = 'trait:';
/** Names that were meant to begin so. */
const WRONG_PREFIX = /^(?:traits?|TRAITS?|Traits?)(?::|[._](?=(?:COMPUTE|CUSTOM|HW|MISC|OWNER|STORAGE)_))/;
const SINCE = 'rocky';

export default defineRule({
  id: 'misspelt-trait',
  topic: 'compute',
  summary: 'required traits are written as trait:NAME with the value required',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: `A property \`trait:NAME\` with the value \`required\` makes Nova place servers only on hosts that have the trait.
Nova looks for exactly that: \`traits:NAME\`, as Glance's own metadata definitions for TPMs write it, and every other
value are ignored. A trait that Placement has never heard of is worse, since no host can have it. Traits consist of
capital letters, digits and underscores; those that a cloud makes up begin with \`CUSTOM_\`.`,
  source: ['nova nova/objects/image_meta.py _set_attr_from_trait_names', 'placement placement/schemas/trait.py', 'os-traits os_traits', 'glance etc/metadefs/compute-vtpm.json'],
  messages: {
    prefix: 'Nova ignores {name}: properties that ask for traits begin with "trait:".',
    value: '{name} is {value}, which Nova ignores; the only value that it reads is "required".',
    forbidden: '{name} is {value}, which Nova ignores: an image can only require traits, and "required" is the only value that it reads.',
    letters: '{name} asks for a trait that no host can have: traits consist of capital letters, digits and underscores.',
    namespace: '{name} is neither a standard trait, whose names begin with {namespaces}, nor one of the cloud\'s own, which begin with "CUSTOM_": no host has it.',
  },
  examples: {
    bad: [
      { manifest: 'name: windows\ndisk_format: qcow2\ncontainer_format: bare\ntraits:COMPUTE_SECURITY_TPM_2_0: required\n' },
      { manifest: 'name: node\ndisk_format: qcow2\ncontainer_format: bare\nproperties:\n  trait:CUSTOM_GOLD: "true"\n  trait:HW_CPU_X86_AVX2: forbidden\n', count: 2 },
      { manifest: 'name: node\ndisk_format: qcow2\ncontainer_format: bare\ntrait:hw_cpu_x86_avx2: required\ntrait:AVX512: required\n', count: 2 },
    ],
    good: [
      { manifest: 'name: node\ndisk_format: qcow2\ncontainer_format: bare\ntrait:CUSTOM_GOLD: required\ntrait:HW_CPU_X86_AVX2: required\ntrait_of_note: fast\n' },
    ],
  },
  reads: ['*'],
  check({ properties }, { cloud, intent, report }) {
    if (isOlderThan(cloud.release, SINCE)) return;
    for (const name in properties) {
      const finding = name.startsWith(PREFIX)
        ? explain(name, properties[name] as string)
        : /^t/i.test(name) && WRONG_PREFIX.test(name) ? explainPrefix(name) : undefined;
      if (finding === undefined) continue;
      report({ at: ['properties', name], ...finding, ...(intent === 'record' && finding.severity === 'error' ? { severity: 'warning' } : {}) });
    }
  },
});

function explainPrefix(name: string): Partial<RuleReport> & Pick<RuleReport, 'message'> {
  const right = name.replace(/^traits?[:._]/i, PREFIX);
  return {
    message: 'prefix',
    onName: true,
    data: { name: clip(name) },
    fix: { safe: false, description: `Call it "${clip(right)}"`, change: { rename: right } },
  };
}

function explain(name: string, value: string): (Partial<RuleReport> & Pick<RuleReport, 'message'>) | undefined {
  const trait = name.slice(PREFIX.length);
  const shown = clip(name);
  if (value !== 'required') {
    if (value.trim().toLowerCase() === 'forbidden') return { message: 'forbidden', data: { name: shown, value: show(value) } };
    return { message: 'value', data: { name: shown, value: show(value) }, fix: { safe: false, description: 'Write "required"', change: { replace: 'required' } } };
  }
  if (!/^[A-Z0-9_]+$/.test(trait)) {
    const right = PREFIX + trait.toUpperCase().replace(/[^A-Z0-9_]+/g, '_');
    return {
      message: 'letters',
      onName: true,
      data: { name: shown },
      severity: 'error',
      consequence: { by: 'nova', when: 'boot', effect: 'fails' },
      fix: trait === '' ? undefined : { safe: false, description: `Call it "${clip(right)}"`, change: { rename: right } },
    };
  }
  if (TRAIT_NAMESPACES.some((namespace) => trait.startsWith(namespace))) return undefined;
  const namespaces = oneOf(TRAIT_NAMESPACES.filter((namespace) => namespace !== 'CUSTOM_'));
  return { message: 'namespace', onName: true, data: { name: shown, namespaces }, consequence: { by: 'nova', when: 'boot', effect: 'fails' } };
}
