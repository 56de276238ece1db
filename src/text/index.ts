import type { Reader, TextFormat } from './document.js';
import { jsonReader, ndjsonReader } from './json.js';

export { decode, encode, looksBinary, type Decoded } from './decode.js';
export type { Reader, Reading, ReadingProblem, TextDocument, TextFormat } from './document.js';
export { locate } from './node.js';
export { fromPointer, toPointer } from './pointer.js';
export { Lines } from './position.js';

/** The text format that a file name promises; YAML for unknown ones, since it reads JSON as well. */
export function formatOf(path: string): TextFormat {
  const dot = path.lastIndexOf('.');
  return (dot < 0 ? undefined : FORMATS.get(path.slice(dot).toLowerCase())) ?? 'yaml';
}

const FORMATS: ReadonlyMap<string, TextFormat> = new Map([
  ['.json', 'json'], ['.jsonc', 'jsonc'], ['.ndjson', 'ndjson'], ['.jsonl', 'ndjson'], ['.tf', 'hcl'], ['.tofu', 'hcl'],
]);

/** The text format that a text without a name looks like. */
export function formatOfText(text: string): TextFormat {
  if (!/^\s*[{[]/.test(text)) return 'yaml';
  const first = text.trimStart().split('\n', 2)[0] as string;
  try {
    JSON.parse(first);
    return text.trim() === first.trim() ? 'json' : 'ndjson';
  } catch {
    return 'json';
  }
}

/** The reader of a format. Those of YAML and HCL are loaded at the first use: a run over JSON does not pay for them. */
export async function readerFor(format: TextFormat): Promise<Reader> {
  if (format === 'json') return jsonReader;
  if (format === 'ndjson') return ndjsonReader;
  if (format === 'jsonc') return (await import('./jsonc.js')).jsoncReader;
  if (format === 'hcl') return (await import('./hcl.js')).hclReader;
  return (await import('./yaml.js')).yamlReader;
}
