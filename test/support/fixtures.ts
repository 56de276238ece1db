import { readFileSync } from 'node:fs';
import { globSync } from 'glob';
import { DIALECTS } from '../../src/dialects/index.js';

export interface Fixture {
  /** Relative to the repository. */
  readonly path: string;
  /** The dialect whose folder it is in. */
  readonly dialect: string;
  readonly text: string;
  /** `line rule` of every finding that there must be, sorted. */
  readonly expected: readonly string[];
}

/**
 * The manifests in fixtures/<dialect>/. A mark at the end of a line, `# expect: rule rule` (in HCL also `//`), says
 * which findings start on it; for formats without comments they stand in a file beside, `<name>.expect`, as
 * `line rule rule`. What is not marked must not be found.
 */
export function fixtures(): readonly Fixture[] {
  const folders = DIALECTS.map(({ name }) => name).join(',');
  return globSync(`fixtures/{${folders}}/**/*.{yaml,yml,json,ndjson,tf}`, { posix: true }).sort().map((path) => {
    const text = readFileSync(path, 'utf8');
    return { path, dialect: path.split('/')[1] ?? '', text, expected: [...marksIn(text), ...listedFor(path)].sort() };
  });
}

function marksIn(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line, index) => rulesIn(/(?:#|\/\/) expect: (.*)$/.exec(line)?.[1]).map((rule) => `${index + 1} ${rule}`));
}

function listedFor(path: string): string[] {
  let text = '';
  try {
    text = readFileSync(`${path}.expect`, 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').filter((line) => line !== '').flatMap((line) => {
    const [number, ...rules] = line.split(' ');
    return rules.map((rule) => `${number} ${rule}`);
  });
}

function rulesIn(mark = ''): string[] {
  return mark.split(/\s+/).filter((rule) => rule !== '');
}
