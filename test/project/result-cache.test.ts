import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lintFiles, type LintFilesOptions, type Report } from '../../src/index.js';
import { lintProject } from '../../src/project/lint-files.js';
import { digestOf } from '../../src/project/result-cache.js';
import { Timing } from '../../src/project/timing.js';
import { Chance } from '../support/chance.js';
import { cli, type Ran } from '../support/cli.js';
import { BAD, folderWith, GOOD } from '../support/folder.js';
import { FORMS, ImageStream } from '../support/image-streams.js';

const base = folderWith({});
process.env['XDG_CACHE_HOME'] = base;
const kept = path.join(base, 'glance-lint');
const forget = (): void => rmSync(kept, { recursive: true, force: true });
/** The one file of results. */
function results(): string {
  const names = readdirSync(kept);
  assert.is(names.length, 1);
  assert.match(names[0] ?? '', /^results-\w{22}$/);
  return path.join(kept, names[0] ?? '');
}

/** How many manifests a run takes from the cache, and its report. */
async function warm(cwd: string, options: LintFilesOptions = {}, patterns: readonly string[] = []): Promise<{ readonly recalled: number; readonly report: Report }> {
  // The clock goes on by one with each look at it: phases count themselves.
  let now = 0;
  const timing = new Timing(() => now++);
  const { report } = await lintProject(patterns, { cwd, cache: true, allowEmpty: true, ...options, timing });
  return { recalled: Number(/kept results +(\d+)/.exec(timing.table())?.[1] ?? 0), report };
}

/** Watched rules are others than those that are not. */
const told = ({ rules, ...report }: Report): object => ({ ...report, rules: rules.map(({ id }) => id) });

/** A run with the cache reports what one without it does. Says how many manifests came from the cache. */
async function same(cwd: string, options: LintFilesOptions = {}, patterns: readonly string[] = []): Promise<number> {
  const { recalled, report } = await warm(cwd, options, patterns);
  assert.equal(told(report), told(await lintFiles(patterns, { cwd, allowEmpty: true, ...options })));
  return recalled;
}

const OTHER = GOOD.replace('13', '12');

test('files that are as they were are passed by, and the report is the same', async () => {
  forget();
  const cwd = folderWith({ 'a.yaml': GOOD, 'b.yaml': OTHER, 'none.yaml': 'kind: Deployment\nname: x\n', 'none.json': '[]' });
  assert.is(await same(cwd), 0);
  assert.is(await same(cwd), 4);
  const { report } = await warm(cwd);
  assert.equal(report.summary, { files: 2, images: 2, errors: 0, warnings: 0, infos: 0, suppressed: 0 });
});

test('what has findings is linted anew, and so is what comments hold findings back in', async () => {
  forget();
  const cwd = folderWith({ 'good.yaml': GOOD, 'bad.yaml': BAD, 'held.yaml': `# glance-lint-disable-next-line missing-name\n${OTHER}` });
  await same(cwd);
  assert.is(await same(cwd), 1);
});

test('a comment that holds nothing back is told whether or not the run before asked for comments', async () => {
  forget();
  const cwd = folderWith({ 'idle.yaml': `# glance-lint-disable-next-line missing-name\n${GOOD}` });
  await same(cwd, { ignoreSuppressions: true });
  assert.is(await same(cwd), 0);
  assert.equal((await warm(cwd)).report.findings.map(({ rule }) => rule), ['unused-suppression']);
});

test('a changed file is linted anew, one that is changed back is not taken for the changed one', async () => {
  forget();
  const cwd = folderWith({ 'a.yaml': GOOD });
  const change = (text: string): void => writeFileSync(path.join(cwd, 'a.yaml'), text);
  await same(cwd);
  change(BAD);
  assert.is(await same(cwd), 0);
  change(GOOD);
  assert.is(await same(cwd), 0);
  assert.is(await same(cwd), 1);
});

test('a file that is fixed counts as what it became', async () => {
  forget();
  const cwd = folderWith({ 'a.yaml': BAD, 'good.yaml': OTHER });
  const fix = { level: 'safe', isWriting: true } as const;
  await lintProject([], { cwd, cache: true, fix });
  assert.is(readFileSync(path.join(cwd, 'a.yaml'), 'utf8'), GOOD);
  writeFileSync(path.join(cwd, 'a.yaml'), BAD);
  assert.is(await same(cwd), 1);
  const { fixed } = await lintProject([], { cwd, cache: true, fix });
  assert.equal(fixed.map(({ file }) => file), ['a.yaml']);
});

test('images of kept results are compared with others', async () => {
  forget();
  const image = `id: 0d6a5a0e-8a8f-4a7e-9a57-5f6fb9d2a1a1\n${GOOD}`;
  const cwd = folderWith({ 'a.yaml': image, 'b.yaml': OTHER });
  await same(cwd);
  writeFileSync(path.join(cwd, 'c.yaml'), image);
  assert.is(await same(cwd), 2);
  const { recalled, report } = await warm(cwd);
  assert.is(recalled, 3);
  assert.equal(report.findings.map(({ file, rule }) => `${file} ${rule}`), ['c.yaml duplicate-id']);
});

test('whatever decides what is found is asked for', async () => {
  forget();
  const schema = (words: readonly string[]): string => JSON.stringify({ properties: { team: { type: 'string', enum: words } } });
  const cwd = folderWith({ 'a.yaml': `${GOOD}team: red\n`, 'red.json': schema(['red']), 'blue.json': schema(['blue']) });
  const config = (name: string): string => folderWith({ 'c.json': JSON.stringify({ cloud: { imageSchema: path.join(cwd, name) } }) });
  const settings: readonly LintFilesOptions[] = [
    {}, { preset: 'strict' }, { only: ['missing-name'] }, { rules: { 'missing-name': 'off' } }, { rules: { 'missing-name': 'error' } }, { intent: 'record' },
    { rules: { 'required-properties': ['warning', { properties: { team: '*' } }] } }, { rules: { 'required-properties': ['warning', { properties: { cost_center: '*' } }] } },
    { dialect: 'glance' }, { cloud: { diskFormats: ['raw'] } }, { cloud: { release: 'zed' } }, { ignoreSuppressions: true },
    { config: path.join(config('red.json'), 'c.json') }, { config: path.join(config('blue.json'), 'c.json') },
  ];
  for (const one of settings) assert.is(await same(cwd, one, ['a.yaml']), 0, JSON.stringify(one));
  // Only the last result of a file is kept.
  for (const one of settings) assert.is(await same(cwd, one, ['a.yaml']), 0, JSON.stringify(one));
  await same(cwd);
  assert.is(await same(cwd, {}, ['a.yaml']), 0, 'named');
  assert.is(await same(cwd, { ignoreUnrecognised: true }, ['a.yaml']), 0);
  assert.is(await same(cwd), 3, 'and by a search it was found as before');
});

test('what an override sets counts for its files only', async () => {
  forget();
  const cwd = folderWith({ 'a/a.yaml': GOOD, 'b/b.yaml': OTHER, 'glance-lint.config.json': '{}' });
  await same(cwd);
  writeFileSync(path.join(cwd, 'glance-lint.config.json'), JSON.stringify({ overrides: [{ files: ['a/**'], cloud: { diskFormats: ['raw'] } }] }));
  assert.is(await same(cwd), 1);
});

test('folders have results of their own', async () => {
  forget();
  const [one, other] = [folderWith({ 'a.yaml': GOOD }), folderWith({ 'a.yaml': BAD })];
  await same(one);
  assert.is(await same(other), 0);
  assert.is(await same(one), 1);
});

test('a run over some files keeps the results of the others', async () => {
  forget();
  const cwd = folderWith({ 'a.yaml': GOOD, 'b.yaml': OTHER });
  await same(cwd, { ignoreUnrecognised: true }, ['a.yaml', 'b.yaml']);
  assert.is(await same(cwd, { ignoreUnrecognised: true }, ['a.yaml']), 1);
  writeFileSync(path.join(cwd, 'a.yaml'), `${GOOD}tags: [x]\n`);
  await same(cwd, { ignoreUnrecognised: true }, ['a.yaml']);
  assert.is(await same(cwd, { ignoreUnrecognised: true }, ['b.yaml']), 1);
});

/** The body of a file of results, written in its form. */
function rewrite(file: string, change: (entries: string[]) => unknown): void {
  const [label = '', , ...rest] = readFileSync(file, 'utf8').split('\n');
  const body = JSON.stringify(change(JSON.parse(rest.join('\n')) as string[]));
  writeFileSync(file, `${label}\n${digestOf(body)}\n${body}`);
}

const DAY = 24 * 3600 * 1000;
const today = Math.floor(Date.now() / DAY);

test('results are made new again after a week of use, and dropped when nobody used them for long', async () => {
  forget();
  const cwd = folderWith({ 'a.yaml': GOOD, 'b.yaml': OTHER });
  await same(cwd);
  const file = results();
  utimesSync(file, 1e9, 2e9);
  await warm(cwd);
  assert.is(statSync(file).mtimeMs, 2e12, 'nothing is written when nothing has changed');
  rewrite(file, (entries) => entries.map((entry) => entry.replace(` ${today} `, ` ${today - 8} `)));
  assert.is((await warm(cwd, { ignoreUnrecognised: true })).recalled, 2);
  assert.is(readFileSync(file, 'utf8').split(` ${today} `).length, 3);
  rewrite(file, (entries) => [...entries, 'gone.yaml', (entries[1] ?? '').replace(` ${today} `, ` ${today - 61} `)]);
  writeFileSync(path.join(cwd, 'a.yaml'), `${GOOD}tags: [x]\n`);
  await warm(cwd);
  assert.not.match(readFileSync(file, 'utf8'), 'gone.yaml');
  assert.match(readFileSync(file, 'utf8'), 'b.yaml');
});

for (const [what, change] of Object.entries<(text: string) => string | Buffer>({
  'empty': () => '',
  'cut short': (text) => text.slice(0, -10),
  'of another version': (text) => text.replace(/ \d+\.\d+\.\d+ results/, ' 99.0.0 results'),
  'changed in one letter': (text) => text.replace('a.yaml', 'b.yaml'),
  'no text': (text) => Buffer.from(text).fill(0xff),
  'something else': () => '[]\n'.repeat(1000),
})) {
  test(`a file of results that is ${what} is passed by and made again`, async () => {
    forget();
    const cwd = folderWith({ 'a.yaml': GOOD });
    await same(cwd);
    const file = results();
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    assert.is(await same(cwd), 0);
    assert.is(await same(cwd), 1);
  });
}

test('results that others could have written are not taken', async () => {
  forget();
  const cwd = folderWith({ 'a.yaml': GOOD });
  await same(cwd);
  chmodSync(results(), 0o666);
  assert.is(await same(cwd), 0);
  assert.is(await same(cwd), 1);
});

test('a file may have any name', async () => {
  forget();
  const cwd = folderWith({ '__proto__.yaml': GOOD, 'constructor.yaml': OTHER, '"\n\\ ü.yaml': GOOD.replace('Debian 13', 'other') });
  await same(cwd);
  assert.is(await same(cwd), 3);
});

test('beside plugins, in shards and where nothing can be kept, results are not taken, and the user is told', async () => {
  forget();
  const cwd = folderWith({ 'a.yaml': GOOD, 'plugin.mjs': 'export default { name: "own", rules: [] };' });
  const complaintOf = (ran: Ran): string => {
    assert.is(ran.code, 0, ran.stderr);
    assert.match(ran.stdout, 'in 1 file');
    return ran.stderr;
  };
  const env = { XDG_CACHE_HOME: base, GLANCE_LINT_NO_CODE_CACHE: '1' };
  for (const args of [['--plugin', 'plugin.mjs'], ['--shard', '1/1', '-f', 'json=report.json', '-f', 'text']]) {
    assert.match(complaintOf(cli(['--cache', ...args, 'a.yaml'], { cwd, env })), 'glance-lint: --cache does nothing beside plugins and --shard.\n');
  }
  assert.not(existsSync(kept));
  assert.match(complaintOf(cli(['--cache', 'a.yaml'], { cwd, env: { ...env, XDG_CACHE_HOME: '', HOME: '' } })), 'set XDG_CACHE_HOME or HOME');
  mkdirSync(kept);
  chmodSync(kept, 0o777);
  assert.match(complaintOf(cli(['--cache', 'a.yaml'], { cwd, env })), `glance-lint: Results were not kept: ${kept} cannot be used: others can write in it.\n`);
  forget();
  assert.is(complaintOf(cli(['--cache', 'a.yaml'], { cwd, env })), '');
  assert.is(complaintOf(cli(['--cache', 'a.yaml'], { cwd, env })), '');
});

for (const form of FORMS) {
  test(`${form}: runs with the cache report what runs without it do, whatever happens in between`, async () => {
    let [files, recalled] = [0, 0];
    await fc.assert(fc.asyncProperty(fc.noShrink(fc.integer()), async (seed) => {
      forget();
      const chance = new Chance(seed);
      const texts = new ImageStream(form, chance, chance.is(0.2)).files(6, 6, 0.4);
      const cwd = folderWith(texts);
      const names = Object.keys(texts);
      const some: readonly LintFilesOptions[] = [{}, {}, {}, { preset: 'strict' }, { intent: 'record' }, { ignoreSuppressions: true }];
      for (let round = 0; round < 5; round++) {
        const before = readFileSync(path.join(cwd, chance.pick(names)), 'utf8');
        const file = path.join(cwd, chance.pick(names));
        switch (chance.pick(['nothing', 'other', 'same', 'changed', 'named'])) {
          case 'other': writeFileSync(file, before); break;
          case 'same': writeFileSync(path.join(cwd, `new-${round}${path.extname(file)}`), before); break;
          case 'changed': writeFileSync(file, before.replace(/qcow2|raw/, (word) => chance.pick(['raw', 'qcow3', word.toUpperCase()]))); break;
        }
        recalled += await same(cwd, chance.pick(some), chance.is(0.2) ? [path.basename(file)] : []);
        files += names.length;
      }
    }), { numRuns: 15, includeErrorInReport: true });
    assert.ok(recalled > files / 20, `${recalled} of ${files}`);
  });
}

test.run();
