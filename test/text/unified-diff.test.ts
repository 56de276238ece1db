import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { applyEdits } from '../../src/engine/edited-text.js';
import type { Edit } from '../../src/model/finding.js';
import { unifiedDiff } from '../../src/text/unified-diff.js';
import { folderWith } from '../support/folder.js';

function replacing(text: string, from: string, to: string): Edit {
  const start = text.indexOf(from);
  return { start, end: start + from.length, text: to };
}

test('shows the lines that change, with three around them', () => {
  const text = Array.from({ length: 30 }, (_, index) => `line ${index + 1}\n`).join('');
  assert.is(unifiedDiff('a.yaml', text, [replacing(text, '10', 'ten'), replacing(text, 'line 12\n', ''), replacing(text, '30', 'thirty')]), `--- a/a.yaml
+++ b/a.yaml
@@ -7,9 +7,8 @@
 line 7
 line 8
 line 9
-line 10
+line ten
 line 11
-line 12
 line 13
 line 14
 line 15
@@ -27,4 +26,4 @@
 line 27
 line 28
 line 29
-line 30
+line thirty
`);
});

test('tells of a last line without line end, and of lines that begin or end with the text', () => {
  assert.is(unifiedDiff('a', 'x', [{ start: 0, end: 1, text: 'y\n' }]), '--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+y\n');
  assert.is(unifiedDiff('a', '', [{ start: 0, end: 0, text: 'y\n' }]), '--- a/a\n+++ b/a\n@@ -0,0 +1 @@\n+y\n');
  assert.is(unifiedDiff('a', 'x\n', [{ start: 0, end: 2, text: '' }]), '--- a/a\n+++ b/a\n@@ -1 +0,0 @@\n-x\n');
  assert.is(unifiedDiff('a', 'x\n', [{ start: 2, end: 2, text: 'y\n' }]), '--- a/a\n+++ b/a\n@@ -1 +1,2 @@\n x\n+y\n');
});

test('is empty when nothing changes', () => {
  assert.is(unifiedDiff('a', 'x\n', []), '');
  assert.is(unifiedDiff('a', 'x\n', [{ start: 0, end: 1, text: 'x' }]), '');
});

test('git applies it, whatever changes', () => {
  const line = fc.constantFrom('a', 'b', 'c', '', '  d: e', 'x\r');
  const texts = fc.array(line, { maxLength: 25 }).chain((lines) => fc.tuple(
    fc.constant(lines), fc.boolean(), fc.array(fc.tuple(fc.nat(200), fc.nat(8), fc.constantFrom('', 'z', '\n', 'y\nz\n')), { maxLength: 4 }),
  ));
  fc.assert(fc.property(texts, ([lines, endsOpen, cuts]) => {
    const text = lines.join('\n') + (endsOpen ? '' : '\n');
    let last = -1;
    const edits = cuts.map(([at, length, put]): Edit => ({ start: at % (text.length + 1), end: Math.min(text.length, (at % (text.length + 1)) + length), text: put }))
      .sort((a, b) => a.start - b.start).filter(({ start, end }) => (start > last ? ((last = end), true) : false));
    const expected = applyEdits(text, edits);
    const diff = unifiedDiff('my file.yaml', text, edits);
    if (expected === text) return assert.is(diff, '');
    // Git deletes a file that becomes empty, and knows no patch of an empty one.
    if (expected === '' || text === '') return;
    const cwd = folderWith({ 'my file.yaml': text });
    const { status, stderr } = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd, input: diff, encoding: 'utf8' });
    assert.is(status, 0, `${stderr}\n${diff}`);
    assert.is(readFileSync(`${cwd}/my file.yaml`, 'utf8'), expected);
  }), { numRuns: 100 });
});

test.run();
