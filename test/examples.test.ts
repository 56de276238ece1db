import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cli, node } from './support/cli.js';
import { folderWith, GOOD } from './support/folder.js';

/** Runs a file of the README as its reader would. */
function run(file: string): string {
  const { code, stdout, stderr } = node([file]);
  assert.is(stderr, '');
  assert.is(code, 0);
  return stdout;
}

test("the README's example of the library runs, and says what it should", () => {
  const lines = run('fixtures/examples/library.mjs').split('\n');
  assert.is(lines[0], '2 14 unknown-disk-format disk_format is "QCOW2", but Glance calls this format "qcow2".');
  assert.match(run('fixtures/examples/library.mjs'), "/disk_format { by: 'glance', when: 'create', effect: 'rejected' }");
  assert.match(lines.join('\n'), 'images/debian.yaml:2:14: error: ');
  assert.is(lines.at(-2), 'recommended');
});

test("the README's example of a plugin passes its own test, and lints", () => {
  // As its users have it: a package beside glance-lint.
  const cwd = folderWith({ 'image.yaml': GOOD });
  mkdirSync(`${cwd}/node_modules`);
  symlinkSync(process.cwd(), `${cwd}/node_modules/glance-lint`, 'junction');
  cpSync('fixtures/plugins/acme', `${cwd}/node_modules/glance-lint-plugin-acme`, { recursive: true });
  const own = node(['node_modules/glance-lint-plugin-acme/test.mjs'], { cwd });
  assert.equal([own.code, own.stderr], [0, '']);
  const { stdout } = cli(['--plugin', 'glance-lint-plugin-acme', '--only', 'acme/naming', '-f', 'compact', 'image.yaml'], { cwd });
  assert.is(stdout, 'image.yaml:1:7: warning: The name is "Debian 13", but ours start with "ACME ". [acme/naming]\n');
});

test.run();
