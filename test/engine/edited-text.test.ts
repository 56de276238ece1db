import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { applyEdits, EditedText } from '../../src/engine/edited-text.js';
import type { Edit } from '../../src/model/finding.js';

/** Edits of a text of a length that do not overlap. */
const edits = (length: number): fc.Arbitrary<Edit[]> => fc.array(fc.tuple(fc.nat(length), fc.string({ maxLength: 3 })), { maxLength: 6 }).map((cuts) => {
  const offsets = cuts.map(([offset]) => offset).sort((a, b) => a - b);
  return offsets.flatMap((start, index): Edit[] => (index % 2 === 0 ? [{ start, end: offsets[index + 1] ?? start, text: cuts[index]?.[1] ?? '' }] : []));
});

test('edits change their own characters and no others', () => {
  assert.is(applyEdits('name: x', [{ start: 6, end: 7, text: 'y' }, { start: 0, end: 0, text: '- ' }]), '- name: y');
});

test('edits made one after the other come to edits of the first text', () => {
  fc.assert(fc.property(
    fc.string({ maxLength: 30 }).chain((text) => fc.tuple(fc.constant(text), edits(text.length), fc.array(fc.nat(), { maxLength: 12 }))),
    ([text, first, more]) => {
      const edited = new EditedText(text);
      edited.edit(first);
      assert.is(edited.text, applyEdits(text, first));
      for (let index = 0; index + 1 < more.length; index += 2) {
        const [a, b] = [(more[index] ?? 0) % (edited.text.length + 1), (more[index + 1] ?? 0) % (edited.text.length + 1)];
        edited.edit([{ start: Math.min(a, b), end: Math.max(a, b), text: index % 4 === 0 ? '' : 'new' }]);
      }
      assert.is(applyEdits(text, edited.edits), edited.text);
      edited.edits.reduce((before, { start, end }) => {
        assert.ok(before <= start && start <= end, 'in order, and not over one another');
        return end;
      }, 0);
    },
  ), { numRuns: 2000 });
});

test('what stays is not edited', () => {
  const edited = new EditedText('disk_format: QCOW2\nmin_disk: 1\n');
  edited.edit([{ start: 13, end: 18, text: 'qcow2' }]);
  edited.edit([{ start: 29, end: 30, text: '10' }]);
  assert.equal(edited.edits, [{ start: 13, end: 18, text: 'qcow2' }, { start: 29, end: 30, text: '10' }]);
  assert.equal(new EditedText('x').edits, []);
});

test.run();
