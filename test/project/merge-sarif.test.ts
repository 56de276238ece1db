import type { Notification, Result } from 'sarif';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { mergeSarif } from '../../src/project/merge-sarif.js';
import { limitNotifications } from '../../src/reporters/sarif-limits.js';

const failed: Notification = { level: 'error', message: { text: 'Cannot be read.' } };

/** What a merge of logs with so many results says. */
function notesOf(counts: readonly number[]): { readonly results: number; readonly notes: readonly string[] } {
  const log = mergeSarif(counts.map((count, index) => ({
    file: `${index}.sarif`,
    value: { version: '2.1.0', runs: [{
      tool: { driver: { name: 'glance-lint', rules: [] } },
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: [failed, ...limitNotifications(count)] }],
      results: Array.from({ length: count }, (): Result => ({ ruleId: 'x', message: { text: 'x' } })),
    }] },
  })));
  const [run] = log.runs;
  return { results: run?.results?.length ?? 0, notes: (run?.invocations?.[0]?.toolExecutionNotifications ?? []).map(({ message }) => message.text ?? '') };
}

test('a merged run tells of its own number of results, and not of that of its parts', () => {
  assert.equal(notesOf([2000, 3000]), { results: 5000, notes: ['Cannot be read.', 'Cannot be read.'] });
  const { results, notes } = notesOf([6000, 20_000]);
  assert.is(results, 26_000);
  assert.is(notes.length, 4);
  assert.match(notes[2] ?? '', 'this run has 26000 results');
  assert.match(notes[3] ?? '', 'only 5000 of the 26000 results');
});

test('very many results are merged', () => {
  assert.is(notesOf([70_000, 70_000]).results, 140_000);
});

test.run();
