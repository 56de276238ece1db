import { DIALECTS } from '../dialects/index.js';
import type { Dialect } from '../model/dialect.js';
import type { Finding } from '../model/finding.js';
import { countLineEnds } from '../text/position.js';
import { lintLocated, type LocatedLintOptions, type LocatedText } from './lint-located.js';
import type { LintSettings, Manifest } from './lint-text.js';
import { PartsError, type Part, type Parts, type PartText } from './part.js';
import type { RuleError } from './raw-finding.js';
import type { SetRules } from './set-rules.js';

export interface LintedParts extends LocatedText {
  readonly parts: readonly Part[];
}

/** Lints a manifest part by part, with the findings of the whole; undefined when that cannot be done for sure. */
export function lintParts(
  manifest: Manifest, parts: Parts, settings: LintSettings, setRules: SetRules, options: LocatedLintOptions, onError: (error: RuleError) => void,
): LintedParts | undefined {
  // GitHub's hashes count equal lines of the whole file.
  if (options.withLineHashes || !settings.dialects.every(looksAtItems)) return undefined;
  let linted: LintedParts | undefined;
  setRules.tentatively(manifest.file, settings, () => {
    linted = lintAll(manifest, parts, (part) => lintLocated(part, settings, setRules, options, onError));
    return linted !== undefined;
  });
  return linted;
}

/** Of a plugin's dialect that does not say so, nobody knows what it makes of a list as a whole. */
function looksAtItems(dialect: Dialect): boolean {
  return dialect.isPerItem === true || DIALECTS.includes(dialect);
}

function lintAll(manifest: Manifest, texts: Parts, lint: (part: Manifest) => LocatedText): LintedParts | undefined {
  const parts: Part[] = [];
  const findings: Finding[] = [];
  let [line, offset, documents, items, images] = [0, 0, 0, 0, 0];
  let dialect: Part['dialect'];
  try {
    for (const text of texts.all()) {
      const { surroundings, start, end, reader } = text;
      if (parts.length === 0) [line, offset] = [1 + countLineEnds(surroundings, 0, start), start];
      const beginning = { line: line - countLineEnds(surroundings, 0, start), offset: offset - start };
      const part: Part = { index: parts.length, beginning, documents, items, images, dialect };
      const linted = lint(manifestOfPart(manifest, text, part));
      const { value } = linted.documents[0] ?? {};
      const isStream = reader.format === 'ndjson';
      const isList = linted.documents.length === 1 && Array.isArray(value);
      if (linted.problems > 0 || linted.suppressions !== undefined || !(isStream || isList)) return undefined;
      parts.push(part);
      for (const finding of linted.findings) findings.push(finding);
      line += countLineEnds(surroundings, start, end);
      offset += end - start;
      if (isStream) documents += linted.documents.length;
      else if (isList) items += value.length;
      images += linted.images;
      dialect ??= linted.dialect;
    }
  } catch (error) {
    if (error instanceof PartsError) return undefined;
    throw error;
  }
  if (images === 0) return undefined;
  return { parts, findings, images, dialect, documents: [], problems: 0, isManifest: true, suppressed: [], suppressions: undefined, pending: [] };
}

export function manifestOfPart({ file }: Pick<Manifest, 'file'>, { text, reader, surroundings, start }: PartText, part: Part): Manifest {
  return { file, text, reader, invalidAt: -1, part, around: { surroundings, start } };
}
