import type { Finding } from '../model/finding.js';
import { countBy } from './group-by.js';

/**
 * As many findings as people read, in their order. No rule takes the place of another: of rules that found little, all is
 * taken, and of the others equally many.
 */
export function fairShare(findings: readonly Finding[], most: number): readonly Finding[] {
  if (findings.length <= most) return findings;
  const counts = countBy(findings, ({ rule }) => rule);
  let [left, rules, share] = [most, counts.size, 0];
  for (const count of [...counts.values()].sort((a, b) => a - b)) {
    share = Math.floor(left / rules);
    if (count > share) break;
    left -= count;
    rules--;
  }
  const taken = new Map<string, number>();
  return findings.filter(({ rule }) => {
    const before = taken.get(rule) ?? 0;
    taken.set(rule, before + 1);
    return before < share;
  });
}
