import { PROPERTIES, propertyFact, type EnumValue, type PropertyFact } from '../../src/facts/properties/index.js';
import { isOlderThan } from '../../src/facts/releases.js';
import type { Cloud } from '../../src/model/cloud.js';
import type { Consequence } from '../../src/model/finding.js';
import { defineRule, type RuleReport } from '../../src/model/rule.js';
import { nearest } from '../../src/words/nearest.js';
import { isRead, mappingsIn } from '../../src/words/property-value.js';
import { oneOf, show } from '../../src/words/show.js';

/** Nova does not foresee that Glance hands it such a text, and answers 500. */
const BREAKS_NOVA: Consequence = { by: 'nova', when: 'boot', effect: 'fails' };
const READERS = { glance: 'Glance', nova: 'Nova' } as const;
/** Up to Zed versions were read by stricter tools. */
const LOOSE_VERSIONS = '2023.1';

/** Rules of their own say more about these. */
const SIGNATURE = /^img_signature_/;

const CHECKED = PROPERTIES.filter(({ name, otherwise, pattern }) => otherwise !== undefined && pattern === undefined && !SIGNATURE.test(name));

export default defineRule({
  id: 'unaccepted-property-value',
  topic: 'compute',
  summary: 'properties that services parse have values that they accept',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  why: `Glance stores any text as a property. Nova parses what it reads when somebody makes, rebuilds or resizes a
server, and answers 400 "Invalid image metadata" if a word is not on its list or a number is not a number: the image
uploads well, and no server can be made from it. Most words count letter by letter. The words are Nova's own, not
those of other tools: \`aarch64\` and not \`arm64\`, \`virtio-scsi\` and not \`virtio\` for a SCSI controller.
\`glance-lint properties NAME\` shows what a property takes.`,
  source: ['nova nova/objects/image_meta.py', 'nova nova/objects/fields.py', 'nova nova/compute/api.py _get_image_meta_obj'],
  messages: {
    misspelt: '{name} is {value}, which {reader} does not accept; it calls this "{guess}".',
    word: '{name} is {value}, but {reader} accepts only {allowed}.',
    integer: '{name} is {value}, but Nova reads a whole number{unit} here.',
    timeout: '{name} is {value}, which is no whole number of seconds: Nova waits as long as its own configuration says.',
    versions: '{name} is {value}, but Nova reads comparisons here, separated by commas, such as ">=6.0" or ">=6.0,<9.0".',
    cpus: '{name} is {value}, but Nova reads CPU numbers, ranges and exclusions here, such as "0-3,^2".',
    json: '{name} is not JSON text, so Nova fails with an internal error whenever it reads the image.',
    mappings: '{name} must be a JSON list of objects whose values are strings, numbers or null, but is {value}.',
    internal: '{name} takes no text: Nova fills it by itself from "{legacy}", and that is the name to write.',
  },
  examples: {
    bad: [
      { manifest: 'name: ubuntu\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: arm64\n' },
      {
        manifest: 'name: ubuntu\ndisk_format: qcow2\ncontainer_format: bare\nhw_disk_bus: scsi\nhw_scsi_model: virtio\nhw_firmware_type: UEFI\n',
        count: 2, note: 'capital letters count for most properties',
      },
      { manifest: 'name: rocky\ndisk_format: qcow2\ncontainer_format: bare\nproperties:\n  os_secure_boot: "true"\n  hw_video_ram: 16M\n', count: 2 },
      { manifest: 'name: esxi\ndisk_format: vmdk\ncontainer_format: bare\nhypervisor_version_requires: "6.0"\nhypervisor_type: esxi\n', count: 2 },
      { manifest: 'name: numa\ndisk_format: raw\ncontainer_format: bare\nhw_numa_nodes: "1"\nhw_numa_cpus.0: 0..3\nhw_numa_mem.0: 1 GiB\n', count: 2 },
      {
        manifest: 'name: snapshot\ndisk_format: raw\ncontainer_format: bare\nblock_device_mapping: "{}"\nmappings: root=vda\nimg_mappings: "[]"\n',
        count: 3,
      },
      { manifest: 'name: slow\ndisk_format: raw\ncontainer_format: bare\nos_shutdown_timeout: 5m\nhw_watchdog_action: explode\n', count: 2 },
    ],
    good: [
      {
        manifest: `name: ubuntu
disk_format: qcow2
container_format: bare
architecture: AMD64
hypervisor_type: QEMU
hw_vif_model: VirtualVmxnet3
hw_scsi_model: paraVirtual
os_type: Linux
`,
        note: 'Nova folds the letters of these, and knows these other words',
      },
      { manifest: 'name: ubuntu\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_cores: " +4 "\nhw_video_ram: "1_024"\nhw_machine_type: Q35\n' },
      { manifest: 'name: ubuntu\ndisk_format: qcow2\ncontainer_format: bare\nhw_boot_menu: perhaps\n', note: 'Nova reads it as no, without a complaint' },
      { manifest: 'name: ubuntu\ndisk_format: qcow2\ncontainer_format: bare\nhw_numa_cpus.3: none\n', note: 'no node 0, so Nova never looks at node 3' },
      { manifest: 'name: old\ndisk_format: raw\ncontainer_format: bare\nhw_sound_model: loud\n', cloud: { release: 'zed' }, note: 'a release that does not read the property' },
    ],
  },
  reads: [...CHECKED.map(({ name }) => `properties.${name}`), 'properties.hw_numa_cpus.0', 'properties.hw_numa_mem.0'],
  check({ properties }, { cloud, intent, report }) {
    for (const name in properties) {
      const text = properties[name] as string;
      const fact = propertyFact(name);
      if (fact?.otherwise === undefined || SIGNATURE.test(name) || !isReached(name, fact, properties) || isOlderThan(cloud.release, fact.since ?? '')) continue;
      if (isRead(fact.value, text, { hasStrictVersions: isOlderThan(cloud.release, LOOSE_VERSIONS) })) continue;
      const finding = explain(name, text, fact, cloud);
      const consequence = finding.consequence ?? fact.otherwise;
      report({
        ...finding,
        at: ['properties', name],
        consequence,
        ...(consequence.effect === 'ignored' || intent === 'record' ? { severity: 'warning' } : {}),
      });
    }
  },
});

/** Nova reads the nodes in turn, and stops at the first one that is not there. */
function isReached(name: string, { pattern }: PropertyFact, properties: Readonly<Record<string, string>>): boolean {
  if (pattern === undefined) return true;
  const [list = '', node] = name.split('.');
  // Traits have no number; another rule looks at them.
  if (node === undefined || !list.startsWith('hw_numa_')) return false;
  return Array.from({ length: Number(node) }, (_, index) => `${list}.${index}`).every((before) => before in properties);
}

function explain(name: string, text: string, fact: PropertyFact, cloud: Cloud): Omit<RuleReport, 'at'> {
  const data = { name, value: show(text) };
  switch (fact.value.kind) {
    case 'integer': {
      if (fact.otherwise?.effect === 'ignored') return { message: 'timeout', data };
      return { message: 'integer', data: { ...data, unit: fact.value.unit === undefined ? '' : ` of ${fact.value.unit}` } };
    }
    case 'version-predicate': return { message: 'versions', data };
    case 'cpu-spec': return { message: 'cpus', data };
    case 'never': return { message: 'internal', data: { name, legacy: name.replace('img_', '') } };
    case 'enum': return explainWord(name, text, fact, fact.value, cloud);
    default: return mappingsIn(text) === 'text' ? { message: 'json', data, consequence: BREAKS_NOVA } : { message: 'mappings', data };
  }
}

function explainWord(name: string, text: string, { otherwise }: PropertyFact, value: EnumValue, { release }: Cloud): Omit<RuleReport, 'at'> {
  const reader = READERS[otherwise?.by === 'glance' ? 'glance' : 'nova'];
  const allowed = value.allowed.filter((word) => !isOlderThan(release, value.newer?.[word] ?? ''));
  const guess = nearest(text, allowed, { ...value.aliases, ...value.guesses });
  if (guess === undefined) return { message: 'word', data: { name, value: show(text), reader, allowed: oneOf(allowed) } };
  const isKnownWord = Object.hasOwn(value.guesses ?? {}, text.trim().toLowerCase()) || guess.toLowerCase() === text.trim().toLowerCase();
  return {
    message: 'misspelt',
    data: { name, value: show(text), reader, guess },
    fix: { safe: isKnownWord, description: `Write "${guess}"`, change: { replace: guess } },
  };
}
