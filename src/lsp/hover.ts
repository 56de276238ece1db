import type { Cloud } from '../model/cloud.js';
import type { Intent } from '../model/image.js';
import type { Span } from '../text/node.js';
import type { Analysis } from './analysis.js';
import { cursorAt } from './cursor.js';
import { attributeDoc, findingDoc, propertyDoc } from './documentation.js';
import { anyLevel, meaningOf, type Meaning } from './level.js';
import { contains } from './place.js';
import { spotAt } from './spot.js';

export interface HoverText {
  /** Markdown. */
  readonly text: string;
  readonly span: Span;
}

/** What is known at a place: why something was found there, and what the attribute or property is. */
export function hoverAt(analysis: Analysis, offset: number): HoverText | undefined {
  const { findings } = analysis.report;
  const here = findings.map((finding) => ({ finding, span: { start: finding.range.start.offset, end: finding.range.end.offset } }))
    .filter(({ span }) => contains(span, offset));
  const rules = analysis.settings.rules.active;
  const why = here.map(({ finding }) => findingDoc(finding, rules.get(finding.rule)?.rule));
  const what = nameAt(analysis, offset);
  const span = what?.span ?? here[0]?.span;
  return span && { text: [...new Set([...why, ...(what === undefined ? [] : [what.text])])].join('\n\n---\n\n'), span };
}

function nameAt(analysis: Analysis, offset: number): HoverText | undefined {
  const { cloud } = analysis.settings.rules;
  const spot = spotAt(analysis.read, offset);
  if (spot !== undefined) {
    const { place, level, intent } = spot;
    const key = String(place.path.at(-1));
    return docOf(meaningOf(level, key), key, place.span, cloud, intent);
  }
  if (!analysis.read.isBroken) return undefined;
  const { text, reader } = analysis.manifest;
  const cursor = cursorAt(text, offset, reader.format);
  const spelling = analysis.dialect.spelling;
  if (cursor === undefined || spelling === undefined) return undefined;
  const key = cursor.kind === 'value' ? cursor.key : text.slice(cursor.word.start, cursor.word.end);
  const isKey = cursor.kind === 'value' || cursor.hasSeparator;
  return isKey && key !== '' ? docOf(meaningOf(anyLevel(spelling), key), key, cursor.word, cloud, 'create') : undefined;
}

function docOf(meaning: Meaning | undefined, key: string, span: Span, cloud: Cloud, intent: Intent): HoverText | undefined {
  if (meaning === undefined || meaning.kind === 'other') return undefined;
  const text = meaning.kind === 'attribute' ? attributeDoc(meaning.name, key, cloud, intent) : propertyDoc(meaning.name, key, cloud);
  return { text, span };
}
