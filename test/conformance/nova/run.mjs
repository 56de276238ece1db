// Holds the rules against Nova itself, Debian's python3-nova 26 (Zed): every property set that Nova refuses must have a
// finding that says so, and none that it reads may have one.
// node test/conformance/nova/run.mjs [--seeds 1,2,3] [--sets 5000]
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleAndImport } from '../bundle.mjs';
import { namesOf, propertySet, random } from './generate.mjs';

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1,2,3' }, sets: { type: 'string', default: '5000' } } });
const PYTHON = '/usr/bin/python3';
const SHOWN = 10;

if (spawnSync(PYTHON, ['-c', 'import nova.objects'], { stdio: 'ignore' }).status !== 0) {
  console.log('skipped: python3-nova is not installed');
  process.exit(0);
}
const { RULES, PROPERTIES, propertyFact, Linter } = await bundleAndImport(`
  export { RULES } from './rules/index.js';
  export { PROPERTIES, propertyFact } from './src/facts/properties/index.js';
  export { Linter } from './src/linter.js';
`);
/** The rules that say what Nova's parser does; others speak of what comes after it. */
const SIGNATURE_RULES = ['unknown-signature-hash-method', 'unknown-signature-key-type'];
const rules = Object.fromEntries(['unaccepted-property-value', 'newer-than-release', ...SIGNATURE_RULES].map((id) => {
  const rule = RULES.find((one) => one.id === id);
  return [rule.id, rule.severity];
}));
const linter = await Linter.create({ extends: [], rules, cloud: { release: 'zed' }, intent: 'create' });
const names = namesOf(PROPERTIES);

let disagreements = 0;
for (const seed of values.seeds.split(',').map(Number)) {
  const next = random(seed);
  const sets = Array.from({ length: Number(values.sets) }, () => propertySet(next, names, propertyFact));
  const truth = ask(sets);
  const counts = { read: 0, rejected: 0, fails: 0 };
  const different = [];
  for (const [index, set] of sets.entries()) {
    const ours = await verdictOf(set);
    counts[truth[index]]++;
    if (ours !== truth[index]) different.push(`Nova: ${truth[index]}, we: ${ours}  ${JSON.stringify(set).slice(0, 300)}`);
  }
  for (const line of different.slice(0, SHOWN)) console.log(line);
  console.log(`seed ${seed}: ${sets.length} property sets, Nova reads ${counts.read}, rejects ${counts.rejected}, breaks on ${counts.fails}: ${different.length} disagreements`);
  disagreements += different.length;
}
process.exitCode = disagreements === 0 ? 0 : 1;

function ask(sets) {
  const input = `${sets.map((set) => JSON.stringify(set)).join('\n')}\n`;
  const { stdout, status, stderr } = spawnSync(PYTHON, [path.join(import.meta.dirname, 'ask.py')], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`Nova could not be asked: ${stderr}`);
  return stdout.trimEnd().split('\n');
}

/** What our findings say of the moment when a server is made: Nova breaks before it parses. */
async function verdictOf(set) {
  const image = Object.assign(Object.create(null), { name: 'image', disk_format: 'raw', container_format: 'bare' }, set);
  const { findings, failures } = await linter.lintText(JSON.stringify(image), { path: 'image.json' });
  if (failures.length > 0) throw new Error(failures[0].message);
  const effects = findings
    // Where Glance refuses a signature already at the upload, the finding speaks of that.
    .filter(({ rule, consequence: { by, when } }) => (by === 'nova' && when === 'boot') || SIGNATURE_RULES.includes(rule))
    .map(({ consequence }) => consequence.effect);
  return effects.includes('fails') ? 'fails' : effects.includes('rejected') ? 'rejected' : 'read';
}
