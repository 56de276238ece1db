import path from 'node:path';
import { Excerpts } from '../engine/excerpts.js';
import { Lasting } from '../engine/lasting.js';
import { lineHash } from '../engine/line-hash.js';
import type { Manifest } from '../engine/lint-text.js';
import type { Consequence, Excerpt, Finding, Range } from '../model/finding.js';
import { Lines } from '../text/index.js';
import { shared } from '../text/own.js';
import { Inputs } from './inputs.js';
import { ReadError } from './read-file.js';
import type { JsonFinding } from './report-part.js';

const NOTHING: Pick<Excerpt, 'lines' | 'starts'> = { lines: [], starts: [] };
const NONE: Finding['related'] = [];

/** Makes findings of those of JSON reports. There may be a million: those that say the same share it, as in a run. */
export class Restorer {
  readonly #lasting = new Lasting();
  readonly #consequences = new Map<string, Consequence>();
  #latest: JsonFinding | undefined;

  restore(finding: JsonFinding): Finding {
    const { rule, message, messageId, data, consequence, file, pointer, image, related, fix, docs, range } = finding;
    const latest = this.#latest;
    const isSameImage = latest?.image != null && latest.file === file && latest.image.index === image?.index;
    const restored: Finding = {
      ...finding,
      rule: shared(rule),
      message: shared(message),
      messageId: shared(messageId),
      data: this.#lasting.data(rule, messageId, data),
      consequence: this.#consequence(consequence),
      file: latest?.file === file ? latest.file : file,
      pointer: shared(pointer),
      image: isSameImage ? latest.image : image,
      related: related.length === 0 ? NONE : related,
      fix: fix === null ? null : { ...fix, description: shared(fix.description) },
      docs: docs === null ? null : shared(docs),
      imagePointer: null,
      excerpt: { firstLine: range.start.line, firstColumn: 1, ...NOTHING },
    };
    this.#latest = restored;
    return restored;
  }

  #consequence(consequence: Consequence): Consequence {
    const key = `${consequence.by} ${consequence.when} ${consequence.effect}`;
    const known = this.#consequences.get(key);
    if (known === undefined) this.#consequences.set(key, consequence);
    return known ?? consequence;
  }
}

/**
 * Puts findings with the lines that they are about in the place of those without, where the manifest is at hand and still
 * says the same. Findings must be ordered by file.
 */
export async function addLines(findings: Finding[], cwd: string, withHashes: boolean): Promise<void> {
  const inputs = new Inputs();
  let open: OpenManifest | undefined;
  for (const [index, finding] of findings.entries()) {
    const { file, range } = finding;
    // Only one manifest is kept at a time.
    if (open?.file !== file) open = await openManifest(inputs, file, cwd);
    if (open.manifest === undefined || !stillSays(open, range)) continue;
    const hash = withHashes ? lineHash(open.manifest, range.start.line) : undefined;
    findings[index] = { ...finding, excerpt: open.excerpts.around(range), ...(hash === undefined ? {} : { lineHash: hash }) };
  }
}

interface OpenManifest {
  readonly file: string;
  readonly manifest: Manifest | undefined;
  readonly length: number;
  readonly lines: Lines;
  readonly excerpts: Excerpts;
}

function stillSays({ length, lines }: OpenManifest, { start, end }: Range): boolean {
  return end.offset <= length && [start, end].every((place) => {
    const { line, column } = lines.position(place.offset);
    return line === place.line && column === place.column;
  });
}

/** A report may come from anywhere: what it names outside of the folder is not opened. */
async function openManifest(inputs: Inputs, file: string, cwd: string): Promise<OpenManifest> {
  const isOutside = path.isAbsolute(file) || file.split('/').includes('..');
  const manifest = isOutside ? undefined : await readManifest(inputs, { path: path.resolve(cwd, file), shown: file });
  const text = manifest?.text ?? '';
  const lines = new Lines(text);
  return { file, manifest, length: text.length, lines, excerpts: new Excerpts(lines) };
}

async function readManifest(inputs: Inputs, file: Parameters<Inputs['fromFile']>[0]): Promise<Manifest | undefined> {
  try {
    const manifest = await inputs.fromFile(file);
    // That of a large file is read only now.
    return manifest.text === '' ? undefined : manifest;
  } catch (error) {
    if (error instanceof ReadError) return undefined;
    throw error;
  }
}
