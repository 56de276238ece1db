// Property sets in all the forms that people write them in, and in some that nobody does.

/** Numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const INTEGERS = [
  '0', '1', '4', '-1', '+2', ' 8 ', '\t16\n', '007', '1_000', '٤٢', '１２', '\u00a03', '\x1f5',
  '', ' ', '4.0', '2.5', '1e3', '0x10', '1_', '_1', '1__0', '--1', '- 1', '1 2', '4GB', 'four', '½', '²', '\ufeff7', 'true', 'None', '９'.repeat(4301),
];
const CPUS = [
  '0', '0-3', '0-3,^2', ' 1 , 2 ', '', ',', ',,', '^1', '^0-1', '4-4', '1,1', '٢-٣', '0-1_0', '^ 3', ' ^3', '0 - 2',
  '3-1', '-1', '1-', '1--2', '^', 'a', '0..3', '0-3-5', '^^1', '1;2', '0:3', 'all', '^1-^3', '1-^3', '\ufeff1', '0x1',
];
const VERSIONS = [
  '>=1.0', '<2.0', '>=1.0,<3.0', ' >= 1.0 , != 2.5 ', '==1.0.2', '>1.0a1', '>=1.0.0b2', '>=6', '>=6.0.0.1', '>=6.2-1', '>=1.0\n', '>=2012.1',
  '', ' ', '6.0', '=1.0', '~=1.0', '>=', '>= 1 .0', '>=1.0,', ',', '>=1.0;<2.0', '=>1.0', '>=1.0)', '(>=1.0)', '>=1.0) (>2.0', '<=latest', '>=v1.0', '>=01.2',
  '\x85>=1.0', '\ufeff>=1.0', '>=1.0\ufeff', '>=٣.١',
];
const MAPPINGS = [
  '[]', '[{}]', '[{"a": "b"}]', ' [{"a": null, "b": 1, "c": 1.5, "d": true}] ', '[{"__proto__": "x"}]', '[{"a":"1"},{"b":"2"}]',
  '{}', '"[]"', 'null', '1', 'true', '[1]', '["a"]', '[null]', '[[]]', '[{"a": []}]', '[{"a": {}}]', '[{"a": "b"}, 1]',
  '', ' ', 'x', '[', "[{'a': 'b'}]", '[{"a": "b"},]', '[{a: 1}]', '\ufeff[]', 'None', '[{"a": "\t"}]',
];
const WORDS = ['', ' ', 'true', 'false', 'yes', 'no', 'on', '1', '0', 'none', 'None', 'null', 'default', 'auto', 'required', 'virtio', 'scsi', 'uefi', 'x', '__proto__', 'constructor', 'toString', '💿'];
/** Values that some release took, that only others took, or that people expect. */
const NEAR = ['riscv64', 'risc-v', 'arm64', 'hyper-v', 'esxi', 'intel-tdx', 'igb', 'virtio-gpu', 'q35', 'SHA-265', 'usb-tablet', 'tpm_tis', 'required ', 'IDE', 'ide', 'pv', 'K', 'İ'];

/** The names that sets are made of: `table` is the project's table of properties. */
export function namesOf(table) {
  const exact = table.filter(({ pattern }) => pattern === undefined).map(({ name }) => name);
  const numa = ['hw_numa_cpus', 'hw_numa_mem'].flatMap((list) => ['0', '0', '0', '1', '2', '3', '127', '128', '00', '-1', ''].map((node) => `${list}.${node}`));
  const traits = ['trait:HW_CPU_X86_AVX2', 'trait:CUSTOM_GOLD', 'trait:lower', 'trait:', 'traits:CUSTOM_GOLD'];
  return [...exact, ...numa, ...traits, 'hw_numa_cpus', 'hw_numa_mem', 'traits_required', 'hw_disk_buss', 'hw_pmem', '__proto__', 'constructor', 'somebodys_own'];
}

export function propertySet(next, names, factOf) {
  const set = Object.create(null);
  // Most sets are small, so that one bad value does not hide what the others do.
  const count = next() < 0.7 ? 1 + Math.floor(next() * 3) : 1 + Math.floor(next() * 12);
  for (let index = 0; index < count; index++) {
    const name = pick(next, names);
    set[name] = valueFor(next, factOf(name));
  }
  return set;
}

function valueFor(next, fact) {
  const roll = next();
  if (roll < 0.08) return pick(next, WORDS);
  if (roll < 0.14) return pick(next, NEAR);
  switch (fact?.value.kind) {
    case 'enum': return disguise(next, pick(next, [...fact.value.allowed, ...fact.value.allowed, ...Object.keys(fact.value.aliases ?? {}), ...Object.keys(fact.value.guesses ?? {}), ...(fact.value.literal ?? [])]));
    case 'integer': return pick(next, INTEGERS);
    case 'cpu-spec': return pick(next, CPUS);
    case 'version-predicate': return pick(next, VERSIONS);
    case 'json':
    case 'never': return pick(next, MAPPINGS);
    default: return pick(next, [...WORDS, ...INTEGERS, ...NEAR]);
  }
}

/** The word as it is, in other letters, with blanks, with a slip. */
function disguise(next, word) {
  const roll = next();
  if (roll < 0.6) return word;
  if (roll < 0.7) return word.toUpperCase();
  if (roll < 0.78) return word.slice(0, 1).toUpperCase() + word.slice(1);
  if (roll < 0.84) return ` ${word}`;
  if (roll < 0.9) return `${word}\n`;
  if (roll < 0.95) return word.replace('-', '_');
  return word.slice(0, -1);
}

function pick(next, list) {
  return list[Math.floor(next() * list.length)];
}
