// npm run bench: makes the corpora, runs glance-lint and other programs side by side, and writes bench/RESULTS.md.
//   node bench/run.mjs [--only a,b] [--pairs N] [--quick] [--folder WORK] [--no-growth]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { buildCommand } from '../scripts/build-command.mjs';
import { compileValidators } from '../scripts/compile-validators.mjs';
import { CORPORA, makeCorpora } from './corpora.mjs';
import { growth } from './growth.mjs';
import { pairs, peak, said } from './measure.mjs';
import { programs } from './peers.mjs';
import { resultsPage } from './results-page.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(CORPORA).join() },
    pairs: { type: 'string' },
    quick: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: true },
    folder: { type: 'string', default: path.join(tmpdir(), 'glance-lint-bench') },
  },
  allowNegative: true,
});
const HERE = import.meta.dirname;
const letters = options.only.split(',');
/** Wall time of ours over theirs. Only ratios mean something on a machine that is shared. */
const GATES = [
  { letter: 'a', against: 'node', gate: 1.8, target: 1.35 },
  { letter: 'b', against: 'node', gate: 3.5, target: 2.4 },
  { letter: 'c', against: 'sourcemeta', gate: 0.8, target: 0.5 },
  { letter: 'd', against: 'node', gate: 6, target: 3.5 },
  { letter: 'e', against: 'sourcemeta', gate: 0.8, target: 0.5, peak: 100 },
  { letter: 'f', against: 'sourcemeta', gate: 0.6, target: 0.43, peak: 100 },
  { letter: 'g', against: 'sourcemeta', gate: 3, target: 1.1, peak: 100 },
];
/** A median of few short runs differs from one run of the benchmark to the next by what the gates leave free. */
const GATE_PAIRS = { a: 161, b: 81, c: 21, d: 81, e: 11, f: 11, g: 21 };
const OTHER_PAIRS = { a: 11, b: 6, c: 3, d: 6, e: 2, f: 2, g: 3 };

process.chdir(path.dirname(HERE));
const work = path.resolve(options.folder);
mkdirSync(work, { recursive: true });
installPeers();
const made = corpora();
await buildOwn();
const tools = programs({ work, command: path.join(work, 'command/bin.cjs') });
const runs = [];
const verified = [];
for (const letter of letters) {
  const operand = path.join(work, 'corpora', CORPORA[letter].path);
  const run = (name) => ({ command: tools[name].command(letter, operand), env: tools[name].env, cwd: work });
  for (const [name, tool] of Object.entries(tools)) {
    if (!tool.corpora.includes(letter)) continue;
    if (tool.bad !== undefined) {
      const { bad, images } = made[letter];
      const output = said(tool.counted?.(letter, operand) ?? tool.command(letter, operand), run(name));
      const found = tool.bad(letter, output);
      if (tool.isOwn === true && found !== bad) throw new Error(`${letter}: ${found} of ${bad} bad images found\n${output.stderr}`);
      verified.push({ letter, name, found, bad, images });
    }
    if (name === 'own') continue;
    const isGate = GATES.some((gate) => gate.letter === letter && gate.against === name);
    const full = (isGate || tool.isOwn === true ? GATE_PAIRS : OTHER_PAIRS)[letter];
    const isSlow = tool.slow?.includes(letter) === true;
    const count = isSlow ? 1 : Number(options.pairs ?? (options.quick ? Math.ceil(full / 4) : full));
    // They have just run, to be verified.
    const result = pairs(count, run('own'), run(name), { isWarm: isSlow });
    runs.push({ letter, name, ...result, peak: { own: peak(run('own').command, run('own')), other: isSlow ? undefined : peak(run(name).command, run(name)) } });
    console.error(`${letter} / ${tool.title}: ${result.wall.median.toFixed(2)} [${result.wall.min.toFixed(2)}, ${result.wall.max.toFixed(2)}]`);
  }
}
const data = {
  date: new Date().toISOString().slice(0, 10),
  machine: { node: process.version, processor: cpus()[0]?.model, processors: cpus().length, memory: Math.round(totalmem() / 2 ** 30), system: `${process.platform} ${release()}` },
  versions: Object.fromEntries(Object.keys(JSON.parse(readFileSync('bench/package.json', 'utf8')).devDependencies).map((name) =>
    [name, JSON.parse(readFileSync(`bench/node_modules/${name}/package.json`, 'utf8')).version])),
  made, gates: GATES, runs, verified,
  growth: options.growth ? growth({ work, tool: tools.own, isQuick: options.quick }) : undefined,
};
if (letters.length === Object.keys(CORPORA).length && options.growth) writeFileSync('bench/results.json', `${JSON.stringify(data, null, 1)}\n`);
const page = resultsPage(data, tools, CORPORA);
if (letters.length === Object.keys(CORPORA).length) writeFileSync('bench/RESULTS.md', page);
console.log(page);

function installPeers() {
  if (existsSync('bench/node_modules')) return;
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts'], { cwd: 'bench', stdio: 'inherit' });
  if (status !== 0) throw new Error('The other programs could not be installed.');
}

/** Made once, and again when the generator changes. */
function corpora() {
  const folder = path.join(work, 'corpora');
  const hash = createHash('sha256').update(readFileSync(path.join(HERE, 'corpora.mjs'))).update(readFileSync(path.join(HERE, 'images.mjs'))).digest('hex');
  const note = path.join(folder, 'made.json');
  const known = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : undefined;
  if (known?.hash === hash) return known.made;
  rmSync(folder, { recursive: true, force: true });
  const written = makeCorpora(folder);
  writeFileSync(note, JSON.stringify({ hash, made: written }));
  return written;
}

/** The command as it is built for users, and the floor. */
async function buildOwn() {
  compileValidators();
  const folder = path.join(work, 'command');
  rmSync(folder, { recursive: true, force: true });
  rmSync(path.join(work, 'cache'), { recursive: true, force: true });
  await buildCommand(folder);
  const ajv = new Ajv({ allErrors: true, strict: false, code: { source: true, esm: true, lines: true } });
  const validator = standalone.default(ajv, ajv.compile(JSON.parse(readFileSync(path.join(HERE, 'schema/image.json'), 'utf8'))));
  await build({
    stdin: { contents: readFileSync(path.join(HERE, 'floor.src.mjs'), 'utf8'), resolveDir: HERE },
    bundle: true, platform: 'node', format: 'cjs', outfile: path.join(work, 'floor.cjs'), logLevel: 'warning',
    plugins: [{
      name: 'validator',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /validate\.mjs$/ }, () => ({ path: 'validate', namespace: 'validator' }));
        onLoad({ filter: /.*/, namespace: 'validator' }, () => ({ contents: validator, resolveDir: HERE }));
      },
    }],
  });
}
