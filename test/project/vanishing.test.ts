import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cli } from '../support/cli.js';
import { BAD, folderWith, GOOD } from '../support/folder.js';

/** A plugin whose rule takes a file away while another one is linted. */
const thief = (file: string): string => `import { rmSync } from 'node:fs';
export default { name: 'acme', rules: [{ id: 'thief', topic: 'plugin', summary: 'x', severity: 'error', consequence: { by: 'operator', when: 'always', effect: 'unclear' },
  why: 'x', source: ['x'], messages: {}, examples: { bad: [], good: [] }, reads: ['*'], check() { rmSync(${JSON.stringify(file)}, { force: true }); } }] };`;

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

test.run();
