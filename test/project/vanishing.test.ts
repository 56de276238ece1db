import { writeFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cli } from '../support/cli.js';
import { BAD, folderWith, GOOD } from '../support/folder.js';

/** As if somebody did something to a file while the first image is linted. */
const meddler = (work: string): string => `import * as fs from 'node:fs'; let isDone = false;
export default { name: 'acme', rules: [{ id: 'thief', topic: 'plugin', summary: 'x', severity: 'error', consequence: { by: 'operator', when: 'always', effect: 'unclear' },
  why: 'x', source: ['x'], messages: {}, examples: { bad: [], good: [] }, reads: ['*'], check() { if (!isDone) ${work}; isDone = true; } }] };`;

/** A file is taken away while another one is linted. */
const thief = (file: string): string => meddler(`fs.rmSync(${JSON.stringify(file)}, { force: true })`);

const RUN = ['--plugin', './thief.mjs', '-c', 'config.yaml', '-f', 'compact'];
const CONFIG = 'rules: {acme/thief: error}\n';

test('a file that vanishes before it is read is told; the others are linted', () => {
  const cwd = folderWith({ 'thief.mjs': thief('b.yaml'), 'config.yaml': CONFIG, 'a.yaml': BAD, 'b.yaml': GOOD, 'c.yaml': BAD });
  const { code, stdout, stderr } = cli(['a.yaml', 'b.yaml', 'c.yaml', ...RUN], { cwd });
  assert.is(code, 2);
  assert.match(stdout, 'a.yaml:2:14');
  assert.match(stdout, 'c.yaml:2:14');
  assert.is(stderr, 'glance-lint: b.yaml: Cannot be read: there is no such file.\n');
});

test('a file that vanishes before images are compared is told; the others are compared', () => {
  const image = 'id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e\n';
  const cwd = folderWith({ 'thief.mjs': thief('a.yaml'), 'config.yaml': CONFIG, 'a.yaml': GOOD + image, 'b.yaml': GOOD + image, 'c.yaml': GOOD + image });
  const { code, stdout, stderr } = cli(['a.yaml', 'b.yaml', 'c.yaml', ...RUN], { cwd });
  assert.is(code, 2);
  assert.match(stdout, /c\.yaml:6:5: error: .*\[duplicate-id\]/);
  assert.match(stderr, /a\.yaml: The file vanished during the run/);
  assert.not.match(stderr, /\n\s+at /);
});

/** Large enough to be linted part by part. The second id comes again at the end, and one format is wrong. */
const LARGE = Array.from({ length: 6000 }, (_, index) => `${JSON.stringify({
  id: `6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b${String(index === 5999 ? 1 : index).padStart(6, '0')}`,
  name: `debian ${index}`, disk_format: index === 3000 ? 'qcow3' : 'qcow2', container_format: 'bare', status: 'active', created_at: '2024-05-01T10:00:00Z',
})}\n`).join('');

test('a large file that vanishes while it is linted is told, with what was found in it', () => {
  const cwd = folderWith({ 'thief.mjs': meddler(`fs.rmSync('a.ndjson')`), 'config.yaml': CONFIG, 'a.ndjson': LARGE });
  for (const more of [[], ['-f', 'sarif=out.sarif']]) {
    writeFileSync(`${cwd}/a.ndjson`, LARGE);
    const { code, stdout, stderr } = cli(['a.ndjson', ...RUN, ...more], { cwd });
    assert.is(code, 2);
    assert.match(stdout, /^a\.ndjson:3001:81: .*\[unknown-disk-format\]\n$/);
    assert.is(stderr, 'glance-lint: a.ndjson: The file vanished during the run, or changed so that it cannot be read any more.\n');
  }
});

test('a large file that changes while it is linted is linted again as it has become', () => {
  const cwd = folderWith({ 'thief.mjs': meddler(`fs.truncateSync('a.ndjson', 100_000)`), 'config.yaml': CONFIG, 'a.ndjson': LARGE });
  const { code, stdout } = cli(['a.ndjson', ...RUN], { cwd });
  assert.is(code, 1);
  assert.match(stdout, /^a\.ndjson:\d+:\d+: error: This is not JSON: .*\[syntax-error\]\n$/);
});

test.run();
