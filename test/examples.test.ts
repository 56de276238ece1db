import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cli, node } from './support/cli.js';

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
  run('fixtures/plugins/acme/test.mjs');
  const { stdout } = cli(['--plugin', 'fixtures/plugins/acme/index.mjs', '--only', 'acme/naming', '-f', 'compact', 'fixtures/examples/image.yaml']);
  assert.match(stdout, 'image.yaml:1:7: warning: The name is "Debian 13", but ours start with "ACME ". [acme/naming]');
});

test.run();
