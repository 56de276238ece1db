import type { Log, Notification, Result } from 'sarif';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { JsonFile } from '../../src/project/json-file.js';
import { mergeSarif } from '../../src/project/merge-sarif.js';
import { jsonText } from '../../src/reporters/json-text.js';
import { limitNotifications } from '../../src/reporters/sarif-limits.js';
import { folderWith } from '../support/folder.js';

const failed: Notification = { level: 'error', message: { text: 'Cannot be read.' } };

function resultAt(uri: string, startLine: number): Result {
  return { ruleId: 'x', level: 'error', message: { text: `line ${startLine}` }, locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine } } }] };
}

/** What a merge of logs with these results makes, each cut from so many findings. */
function merged(parts: readonly (readonly Result[])[], found: readonly number[] = []): { readonly log: Log; readonly counts: ReadonlyMap<string, number> } {
  const logs = parts.map((results, index): [string, string] => [`${index}.sarif`, JSON.stringify({ version: '2.1.0', runs: [{
    tool: { driver: { name: 'glance-lint', rules: [{ id: index === 0 ? 'x' : 'a' }] } },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: [failed, ...limitNotifications({ results: results.length, found: found[index] ?? results.length })] }],
    results: [...results],
  }] } satisfies Log)]);
  const cwd = folderWith(Object.fromEntries(logs));
  const { log, counts } = mergeSarif(logs.map(([name]) => JsonFile.open(name, cwd)));
  return { log: JSON.parse(Array.from(jsonText(log)).join('')) as Log, counts };
}

test('results of all logs are in one run, by file and line, and point to their rule', () => {
  const { log, counts } = merged([[resultAt('b', 1), resultAt('b', 3)], [resultAt('a', 7), resultAt('b', 2), { ruleId: 'a', message: { text: 'nowhere' } }]]);
  assert.equal(log.runs[0]?.results?.map(({ message, ruleIndex }) => [message.text, ruleIndex]), [['nowhere', 0], ['line 7', 1], ['line 1', 1], ['line 2', 1], ['line 3', 1]]);
  assert.is(counts.get('error'), 4);
});

/** What a merge of logs with so many results tells. */
function notesOf(counts: readonly number[], found?: readonly number[]): readonly (string | undefined)[] {
  const { log } = merged(counts.map((count) => Array.from({ length: count }, () => resultAt('a', 1))), found);
  return log.runs[0]?.invocations?.[0]?.toolExecutionNotifications?.map(({ message }) => message.text) ?? [];
}

test('a merged run tells of its own number of results, and not of that of its parts', () => {
  assert.equal(notesOf([2000, 3000]), ['Cannot be read.', 'Cannot be read.']);
  const notes = notesOf([6000, 100]);
  assert.equal(notes.slice(0, 2), ['Cannot be read.', 'Cannot be read.']);
  assert.match(notes[2] ?? '', 'only 5000 of the 6100 results');
  assert.is(notes.length, 3);
});

test('a merged run that is over the limit says so, and what its parts left out', () => {
  const [, , refused, shown, ...more] = notesOf([25_000, 100], [30_000, 100]);
  assert.match(refused ?? '', 'GitHub refuses runs of more than 25000 results; this run has 25100, the most severe of each part, of 30100 findings.');
  assert.match(shown ?? '', 'only 5000 of the 25100 results');
  assert.equal(more, []);
  assert.match(notesOf([20_000, 5_001])[2] ?? '', 'this run has 25001. Lint');
  assert.match(notesOf([25_000, 0], [30_000, 0])[2] ?? '', 'Only the 25000 most severe of 30000 findings');
});

test('very many results are merged', () => {
  const part = Array.from({ length: 70_000 }, (_, index): Result => ({ ruleId: 'x', message: { text: String(index) } }));
  assert.is(merged([part, part]).log.runs[0]?.results?.length, 140_000);
});

test.run();
