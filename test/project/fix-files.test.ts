import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fixFiles, fixText, lintFiles, updateBaseline } from '../../src/index.js';
import { BAD, folderWith, GOOD } from '../support/folder.js';

const only = ['unknown-disk-format'];

test('the library fixes texts and files', async () => {
  const { text, edits } = await fixText(BAD);
  const start = BAD.indexOf('QCOW2');
  assert.equal([text, edits], [GOOD, [{ start, end: start + 5, text: 'qcow2' }]]);
  const cwd = folderWith({ 'a.yaml': BAD });
  const planned = await fixFiles([], { cwd, only, write: false });
  assert.equal(planned.fixed.map(({ file, after }) => [file, after]), [['a.yaml', GOOD]]);
  assert.is(readFileSync(`${cwd}/a.yaml`, 'utf8'), BAD);
  const done = await fixFiles([], { cwd, only });
  assert.equal([done.report.findings.length, done.fixed.length, done.notices.length], [0, 1, 0]);
  assert.is(readFileSync(`${cwd}/a.yaml`, 'utf8'), GOOD);
});

test('the library keeps a baseline', async () => {
  const cwd = folderWith({ 'a.yaml': BAD });
  const { entries, file } = await updateBaseline('update', [], { cwd, only, baseline: 'known' });
  assert.equal([entries, file], [1, 'known']);
  const { findings, suppressed } = await lintFiles([], { cwd, only, baseline: 'known' });
  assert.equal([findings.length, suppressed[0]?.suppression], [0, { kind: 'baseline', reason: null }]);
});

test.run();
