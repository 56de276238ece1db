// Holds the property table against the facts in ../shared/facts, where that folder is present:
// node test/conformance/facts/run.mjs [FOLDER]
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundleAndImport } from '../bundle.mjs';

const folder = process.argv[2] ?? path.resolve('../shared/facts');
if (!existsSync(folder)) {
  console.log(`skipped: ${folder} is not here`);
  process.exit(0);
}
const read = (name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
const nova = read('nova-image-properties.json');
const metadefs = read('metadefs-image-properties.json');
const { PROPERTIES, propertyFact, releaseOrder } = await bundleAndImport(`
  export { PROPERTIES, propertyFact } from './src/facts/properties/index.js';
  export { releaseOrder } from './src/facts/releases.js';
`);

/** What came after the facts were written down. */
const LATER = { hw_mem_encryption_model: ['intel-tdx'] };
/** Names of Nova's that are written otherwise. */
const WRITTEN_AS = { hw_numa_cpus: 'hw_numa_cpus.0', hw_numa_mem: 'hw_numa_mem.0', traits_required: 'trait:HW_CPU_X86_AVX' };
/** Nova's types in the table's words. */
const KINDS = {
  enum: 'enum', boolean: 'boolean', integer: 'integer', string: 'text', uuid: 'uuid', json: 'never', list: 'enum',
  'version predicate': 'version-predicate', 'cpuset list': 'cpu-spec', 'integer list': 'integer', 'cpu spec': 'cpu-spec',
};
/** First release with a version of Nova's ImageMetaProps object, or an earlier one where that is not certain. */
const RELEASE_OF_VERSION = [
  [1, 'liberty'], [8, 'mitaka'], [13, 'newton'], [17, 'ocata'], [19, 'pike'], [20, 'rocky'], [21, 'stein'], [23, 'train'], [25, 'ussuri'],
  [26, 'victoria'], [28, 'wallaby'], [30, 'xena'], [31, 'yoga'], [33, 'zed'], [35, '2024.1'], [38, '2024.2'], [39, '2025.1'],
  [42, '2025.2'], [43, '2026.2'],
];
const problems = [];
let compared = 0;
const same = (what, ours, theirs) => {
  compared++;
  if (JSON.stringify(ours) !== JSON.stringify(theirs)) problems.push(`${what}: table ${JSON.stringify(ours)}, facts ${JSON.stringify(theirs)}`);
};
const releaseOf = (version) => RELEASE_OF_VERSION.findLast(([minor]) => minor <= Number(version.split('.')[1]))[1];

for (const [name, fact] of Object.entries(nova)) {
  if (name.startsWith('_')) continue;
  const ours = propertyFact(WRITTEN_AS[name] ?? name);
  if (ours === undefined) { problems.push(`${name}: missing`); continue; }
  same(`${name} kind`, ours.value.kind, KINDS[fact.type]);
  const since = fact.since_ImageMetaProps;
  // In Liberty the object was new; the table says so only for what was new with it.
  if (since !== undefined && releaseOf(since) !== 'liberty') same(`${name} since`, ours.since, releaseOf(since));
  if (fact.enum !== undefined) {
    same(`${name} values`, ours.value.allowed.filter((value) => !LATER[name]?.includes(value)).toSorted(), fact.enum.toSorted());
    same(`${name} case`, ours.value.foldsCase ?? false, fact.case_insensitive ?? false);
    same(`${name} aliases`, ours.value.aliases ?? {}, fact.aliases ?? {});
  }
  for (const [value, version] of Object.entries(fact.enum_since_ImageMetaProps ?? {})) {
    if (releaseOf(version) !== 'liberty') same(`${name}=${value} since`, ours.value.newer?.[value], releaseOf(version));
  }
  for (const legacy of fact.legacy_names ?? []) {
    const wanted = legacy === 'vmware_adaptertype' ? 'hw_scsi_model' : name;
    same(`${legacy} stored as`, propertyFact(legacy)?.storedAs, wanted);
  }
}
for (const [legacy, current] of Object.entries(nova._legacy_property_map)) same(`${legacy} stored as`, propertyFact(legacy)?.storedAs, current);
for (const [name, fact] of Object.entries(nova._outside_ImageMetaProps)) {
  const ours = propertyFact(name);
  if (ours === undefined) problems.push(`${name}: missing`);
  else if (name !== 'cinder_encryption_key_id') same(`${name} kind`, ours.value.kind, fact.type);
}
for (const [name, { pattern }] of Object.entries(nova._dynamic)) {
  if (!name.startsWith('trait')) same(`${name} pattern`, propertyFact(name.replace('<N>', '0'))?.pattern?.source, pattern.replaceAll('[0-9]', '\\d').replaceAll('[1-9][0-9]', '[1-9]\\d'));
}
for (const [name, fact] of Object.entries(metadefs)) {
  // The prefix is a mistake of the metadefs: Nova reads `trait:` only.
  if (name.startsWith('_') || name.startsWith('traits:')) continue;
  const ours = propertyFact(name);
  if (ours === undefined) { problems.push(`${name}: missing`); continue; }
  compared++;
  if (fact.minimum !== undefined && ours.value.kind === 'integer' && name.startsWith('sw_')) same(`${name} minimum`, ours.value.minimum, fact.minimum);
}
for (const { since, until, name } of PROPERTIES) {
  if (since !== undefined && until !== undefined && releaseOrder(since) > releaseOrder(until)) problems.push(`${name}: gone before it came`);
}
for (const problem of problems) console.log(problem);
console.log(`${PROPERTIES.length} properties, ${compared} comparisons, ${problems.length} differences`);
process.exitCode = problems.length === 0 ? 0 : 1;
