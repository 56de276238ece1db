/**
 * The allowed value that was surely meant: by alias first, then by letter case, then by edit distance.
 * Undefined when nothing is near.
 */
export function nearest(
  written: string,
  allowed: readonly string[],
  aliases: Readonly<Record<string, string>> = {},
): string | undefined {
  const folded = written.trim().toLowerCase();
  const alias = Object.hasOwn(aliases, folded) ? aliases[folded] : undefined;
  if (alias !== undefined && allowed.includes(alias)) return alias;
  const spelled = allowed.find((value) => bare(value) === bare(folded));
  if (spelled !== undefined) return spelled;
  const reach = Math.floor(folded.length / 3);
  let best: string | undefined;
  let least = Math.min(reach, 3) + 1;
  for (const value of allowed) {
    const distance = editDistance(folded, value.toLowerCase(), least);
    if (distance < least) [best, least] = [value, distance];
  }
  return best;
}

/** A word without what people leave out or add when they write names from memory. */
export function bare(value: string): string {
  return value.toLowerCase().replace(/[\s_.-]/g, '');
}

/** Insertions, deletions, replacements and swaps of neighbours between two words; gives up at `limit`. */
export function editDistance(a: string, b: string, limit = Infinity): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let distance = Math.min((previous[j] as number) + 1, (row[j - 1] as number) + 1, (previous[j - 1] as number) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) distance = Math.min(distance, (before[j - 2] as number) + 1);
      row.push(distance);
    }
    if (Math.min(...row) >= limit) return limit;
    before = previous;
    previous = row;
  }
  return previous[b.length] as number;
}
