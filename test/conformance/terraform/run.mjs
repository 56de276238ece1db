// Asks Terraform (or OpenTofu): does it read the same values from HCL as our reader, and is no text broken to us
// that is fine to it?
//
//   node test/conformance/terraform/run.mjs [--seeds 1,2,3] [--values 400] [--mutations 250] [--command terraform]
//
// Needs no provider and no network. Skipped where there is no such command.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { globSync } from 'glob';
import { bundleAndImport } from '../bundle.mjs';

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3' }, values: { type: 'string', default: '400' }, mutations: { type: 'string', default: '250' },
    command: { type: 'string', default: 'terraform' },
  },
});
const env = { ...process.env, NO_COLOR: '1', TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' };
if (spawnSync(options.command, ['version'], { env }).status !== 0) {
  console.log(`skipped: there is no ${options.command} here`);
  process.exit(0);
}
const root = path.resolve(import.meta.dirname, '../../..');
const { hclReader, writeHcl, Chance, value, sample } = await bundleAndImport(`
  export { hclReader } from './src/text/hcl.js';
  export { writeHcl } from '${root}/test/support/write-hcl.js';
  export { Chance } from '${root}/test/support/chance.js';
  export { value } from '${root}/test/support/values.js';
  export { sample } from 'fast-check';
`);

const EXPRESSIONS = `a = f(1, "x", [for i in x : i if i != 2]) # c
b = cond ? 1 : 2
c = <<-EOT
  x \${y}
EOT
d = { (k) = 1, "z" : [1,
2] }
x "y" z {
  q = -1
  w = !t && (a || b)
  s = a.b[0].c[*].d["e"]
}
`;
const SCRAPS = ['"', '${', '{', '}', '[', ']', '(', ')', '\n', '\\', '#', ',', ':', '1', ' ', "'", '?', '.', '-', '=', ';', '_', '/', '*', '<', '%{', '`', 'for '];

const dir = mkdtempSync(path.join(tmpdir(), 'glance-lint-terraform-'));
const problems = [];
let compared = 0;
let lenient = 0;
try {
  for (const seed of options.seeds.split(',').map(Number)) {
    compareValues(seed);
    compareVerdicts(seed);
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
for (const problem of problems.slice(0, 20)) console.log(problem);
console.log(`${compared} compared, ${problems.length} different; ${lenient} broken texts that only ${options.command} refuses`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Random values in random writings. */
function compareValues(seed) {
  // The console cannot say NUL, and UTF-8 has no halves of surrogate pairs.
  const isFit = (given) => !/\\ud[89a-f]|\\u0000/.test(JSON.stringify(given));
  const given = sample(value.filter(isFit), { numRuns: Number(options.values), seed }).map((one) => JSON.parse(JSON.stringify(one).normalize('NFC')));
  const texts = given.map((one, index) => `locals {\n${writeHcl({ [`x${index}`]: one }, new Chance(seed * 1000 + index))}\n}\n`);
  writeFileSync(path.join(dir, 'main.tf'), texts.join(''));
  const asked = spawnSync(options.command, ['console'], {
    cwd: dir, env, encoding: 'utf8', maxBuffer: 1 << 28, input: `jsonencode([${given.map((_, index) => `local.x${index}`).join(', ')}])\n`,
  });
  if (asked.status !== 0) throw new Error(`${options.command} console failed:\n${asked.stdout}${asked.stderr}`);
  const theirs = JSON.parse(unquoted(asked.stdout.trim()));
  for (const [index, text] of texts.entries()) {
    const { documents: [document], problems: [problem] } = hclReader.read(text);
    const ours = document?.value.locals?.[`x${index}`];
    compared++;
    if (problem !== undefined || canonical(ours) !== canonical(theirs[index])) {
      problems.push(`${problem?.reason ?? 'other value'}: ours ${canonical(ours)}, theirs ${canonical(theirs[index])}\n${text}`);
    }
  }
}

/** Fixtures and expressions, with characters put in and taken out. */
function compareVerdicts(seed) {
  const chance = new Chance(seed);
  const bases = [...globSync(path.join(root, 'fixtures/terraform/*.tf')).map((file) => readFileSync(file, 'utf8').slice(0, 1500)), EXPRESSIONS];
  for (let number = 0; number < Number(options.mutations); number++) {
    let text = chance.pick(bases);
    for (let count = chance.pick([1, 2]); count > 0; count--) {
      const at = Math.floor(chance.next() * text.length);
      text = chance.is(0.5) ? text.slice(0, at) + chance.pick(SCRAPS) + text.slice(at) : text.slice(0, at) + text.slice(at + chance.pick([1, 2, 3]));
    }
    const isOurs = hclReader.read(text).documents.length === 1;
    const isTheirs = spawnSync(options.command, ['fmt', '-'], { input: text, env }).status === 0;
    compared++;
    if (isOurs && !isTheirs) lenient++;
    if (!isOurs && isTheirs) problems.push(`broken to us alone: ${hclReader.read(text).problems[0].reason}\n${text}`);
  }
}

/** What Go's strconv.Quote wrote. */
function unquoted(text) {
  const short = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '"': '"', '\\': '\\' };
  return text.slice(1, -1).replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|(.))/g, (_, two, four, eight, letter) =>
    letter === undefined ? String.fromCodePoint(parseInt(two ?? four ?? eight, 16)) : short[letter]);
}

/** Terraform sorts keys, and counts in more digits. */
function canonical(given) {
  return JSON.stringify(given, (_, one) => {
    if (typeof one === 'number') return Number(one.toPrecision(12));
    return one !== null && typeof one === 'object' && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one;
  });
}
