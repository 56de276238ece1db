import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Finding, Severity } from '../../src/model/finding.js';
import { foundBefore, isLimitNotification, limitNotifications, mostSevere } from '../../src/reporters/sarif-limits.js';
import { ordinaryReport } from './sample.js';

function said(results: number, found = results): readonly string[] {
  return limitNotifications({ results, found }).map(({ level, message }) => `${level}: ${message.text}`);
}

const [sample] = (await ordinaryReport()).findings as [Finding];

function times(count: number, severity: Severity): readonly Finding[] {
  const finding = { ...sample, severity };
  return Array.from({ length: count }, () => finding);
}

/** The severities of what is kept, as runs of equal ones. */
function kept(lists: readonly (readonly Finding[])[]): readonly (readonly [Severity, number])[] {
  const { results, found, findings } = mostSevere(lists);
  const runs: [Severity, number][] = [];
  for (const { severity } of findings) {
    const last = runs.at(-1);
    if (last?.[0] === severity) last[1]++;
    else runs.push([severity, 1]);
  }
  assert.is(results, runs.reduce((sum, [, count]) => sum + count, 0));
  assert.is(found, lists.flat().length);
  return runs;
}

test('nothing is left out up to the limit', () => {
  assert.equal(kept([]), []);
  assert.equal(kept([times(10_000, 'info'), times(15_000, 'error')]), [['info', 10_000], ['error', 15_000]]);
});

test('beyond the limit errors come before warnings and warnings before infos, in the order of the report', () => {
  const [infos, warnings, errors] = [times(10_000, 'info'), times(10_000, 'warning'), times(10_000, 'error')];
  assert.equal(kept([[...infos, ...warnings], errors]), [['info', 5_000], ['warning', 10_000], ['error', 10_000]]);
  assert.equal(kept([errors, infos, errors, warnings]), [['error', 20_000], ['warning', 5_000]]);
  assert.equal(kept([times(25_001, 'error'), warnings]), [['error', 25_000]]);
});

test('of findings that are as severe as others, the first stay, and they can be read again', () => {
  const findings = times(25_002, 'warning').map((finding, index) => ({ ...finding, pointer: `/${index}` }));
  const most = mostSevere([findings]);
  for (let pass = 0; pass < 2; pass++) assert.is([...most.findings].at(-1)?.pointer, '/24999');
});

test('nothing is said below the limits, and each limit is said above it', () => {
  assert.equal(said(5_000), []);
  assert.equal(said(5_001), ['warning: GitHub shows only 5000 of the 5001 results of this run, the most severe ones.']);
  assert.equal(said(25_000), ['warning: GitHub shows only 5000 of the 25000 results of this run, the most severe ones.']);
  const [cut, shown, ...more] = said(25_000, 25_001);
  assert.match(cut ?? '', /^warning: Only the 25000 most severe of 25001 findings are in this run, for GitHub refuses runs of more than 25000 results\. /);
  assert.match(shown ?? '', /^warning: GitHub shows only 5000 of the 25000 /);
  assert.equal(more, []);
  assert.match(said(25_001)[0] ?? '', /^warning: GitHub refuses runs of more than 25000 results; this run has 25001\. /);
});

test('what is said is known again, and how many findings there were', () => {
  const told = limitNotifications({ results: 25_000, found: 1_000_000 });
  const failed = { level: 'error', message: { text: 'Cannot be read.' } } as const;
  assert.ok(told.every(isLimitNotification));
  assert.not.ok(isLimitNotification(failed));
  assert.is(foundBefore(25_000, [failed, ...told]), 1_000_000);
  assert.is(foundBefore(7, [failed, { ...failed, properties: { found: '9' } }]), 7);
});

test.run();
