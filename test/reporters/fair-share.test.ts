import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Finding } from '../../src/model/finding.js';
import { fairShare } from '../../src/reporters/fair-share.js';

/** Findings of rules that are called by a letter. */
function findings(rules: string): Finding[] {
  return Array.from(rules, (rule) => ({ rule }) as Finding);
}

function shared(rules: string, most: number): string {
  return fairShare(findings(rules), most).map(({ rule }) => rule).join('');
}

test('what fits is all taken', () => {
  assert.is(shared('', 3), '');
  assert.is(shared('aab', 3), 'aab');
});

test('rules that found little are shown whole, the others equally, in the order of the findings', () => {
  assert.is(shared('aaaaaaaab', 4), 'aaab');
  assert.is(shared('aaaabcccc', 6), 'aabcc');
  assert.is(shared('aaabbbcd', 7), 'aabbcd');
  assert.is(shared('bbaaab', 5), 'bbaa');
});

test('there are never more than wanted, also of more rules than that', () => {
  for (let most = 1; most < 12; most++) assert.ok(shared('abcdefaaabbbccc', most).length <= most, String(most));
});

test.run();
