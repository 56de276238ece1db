import type { Edit } from '../model/finding.js';

const CONTEXT = 3;

/** Lines `from` to before `to` (from 0) become other lines. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** Edits of a text as a unified diff, as `git apply` and `patch -p1` take it; empty when nothing changes. Lines end with LF only. */
export function unifiedDiff(file: string, text: string, edits: readonly Edit[]): string {
  const lines = linesOf(text);
  const groups: Hunk[][] = [];
  for (const hunk of hunksOf(text, lines, edits)) {
    const group = groups.at(-1);
    if (group !== undefined && hunk.from - (group.at(-1) as Hunk).to <= 2 * CONTEXT) group.push(hunk);
    else groups.push([hunk]);
  }
  if (groups.length === 0) return '';
  // A tab ends a name that has blanks in it.
  const name = file.replace(/^\/+/, '') + (/\s/.test(file) ? '\t' : '');
  let shift = 0;
  const body = groups.map((group) => {
    const [first, last] = [group[0] as Hunk, group.at(-1) as Hunk];
    const from = Math.max(0, first.from - CONTEXT);
    const to = Math.min(lines.length, last.to + CONTEXT);
    let written = '';
    let at = from;
    for (const hunk of group) {
      written += signed(' ', lines.slice(at, hunk.from)) + signed('-', lines.slice(hunk.from, hunk.to)) + signed('+', hunk.lines);
      at = hunk.to;
    }
    written += signed(' ', lines.slice(at, to));
    const growth = group.reduce((sum, hunk) => sum + hunk.lines.length - (hunk.to - hunk.from), 0);
    const head = `@@ -${rangeOf(from, to - from)} +${rangeOf(from + shift, to - from + growth)} @@\n`;
    shift += growth;
    return head + written;
  });
  return `--- a/${name}\n+++ b/${name}\n${body.join('')}`;
}

/** The edits in whole lines; lines that stay as they are left out. */
function hunksOf(text: string, lines: readonly string[], edits: readonly Edit[]): Hunk[] {
  const starts: number[] = [];
  lines.reduce((start, line) => { starts.push(start); return start + line.length; }, 0);
  const lineAt = (offset: number): number => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };
  const touched: { from: number; to: number; edits: Edit[] }[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    const from = lineAt(edit.start);
    const to = Math.min(lines.length, lineAt(edit.end) + 1);
    const last = touched.at(-1);
    if (last === undefined || from >= last.to) touched.push({ from, to, edits: [edit] });
    else {
      last.to = Math.max(last.to, to);
      last.edits.push(edit);
    }
  }
  return touched.flatMap(({ from, to, edits: own }) => {
    const start = starts[from] ?? text.length;
    const end = starts[to] ?? text.length;
    let changed = '';
    let at = start;
    for (const edit of own) {
      changed += text.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    return trimmed(from, lines.slice(from, to), linesOf(changed + text.slice(at, end)));
  });
}

/** Without the lines that are equal at start and end. */
function trimmed(from: number, before: readonly string[], after: readonly string[]): Hunk[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const hunk = { from: from + head, to: from + before.length - tail, lines: after.slice(head, after.length - tail) };
  return hunk.from === hunk.to && hunk.lines.length === 0 ? [] : [hunk];
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function signed(sign: string, lines: readonly string[]): string {
  return lines.map((line) => `${sign}${line}${line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`).join('');
}

/** Counts from 1; an empty range is named by the line before it. */
function rangeOf(from: number, count: number): string {
  return count === 1 ? `${from + 1}` : `${count === 0 ? from : from + 1},${count}`;
}
