import { spawnSync } from 'node:child_process';
import { closeSync, constants, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { writePieces } from '../../src/cli/io.js';
import { folderWith } from '../support/folder.js';

test('pieces of all sizes are written in their order', () => {
  const file = path.join(folderWith({}), 'out.txt');
  const pieces = ['', 'a', 'x'.repeat(1 << 17), 'größe 🐧\n', '', ...Array.from({ length: 100_000 }, (_, index) => `${index}\n`), 'end'];
  const descriptor = openSync(file, 'w');
  writePieces(descriptor, pieces);
  closeSync(descriptor);
  assert.ok(readFileSync(file, 'utf8') === pieces.join(''));
});

test('what nobody reads any more is not made', () => {
  const pipe = path.join(folderWith({}), 'pipe');
  assert.is(spawnSync('mkfifo', [pipe]).status, 0);
  const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = openSync(pipe, 'w');
  closeSync(reader);
  let made = 0;
  const pieces = function* (): Generator<string> {
    for (; made < 10_000; made++) yield 'x'.repeat(1000);
  };
  writePieces(writer, pieces());
  closeSync(writer);
  assert.ok(made > 0 && made < 100, String(made));
});

test.run();
