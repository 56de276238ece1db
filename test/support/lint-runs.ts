import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { RULES } from '../../rules/index.js';
import { DIALECTS } from '../../src/dialects/index.js';
import { Catalogue } from '../../src/engine/catalogue.js';
import { LintRun } from '../../src/engine/lint-run.js';
import type { LintSettings, Manifest } from '../../src/engine/lint-text.js';
import type { Parts } from '../../src/engine/part.js';
import { settle, type Layer } from '../../src/engine/settings.js';
import { defineDialect } from '../../src/model/dialect.js';
import type { Rule } from '../../src/model/rule.js';
import { FileParts } from '../../src/project/file-parts.js';
import { decode, formatOf, readerFor, type Reader } from '../../src/text/index.js';
import { docsOf, TOOL } from '../../src/tool.js';
import { folderWith } from './folder.js';

/** Nobody's. Of a dialect that is not built in, nobody knows what it goes by: so every record is read. */
const NOBODYS = defineDialect({
  name: 'nobodys', title: '', nonStringProperty: 'rejected', markers: [], recognise: () => false, images: () => [],
  record: () => ({ attributes: {}, properties: {}, intent: 'create', locate: (at) => at }),
});

/** The rule as one that has to be asked about each image that has something of what it reads. */
function lookingAtAll(rule: Rule): Rule {
  if ('checkSet' in rule) {
    const { reads: _reads, begins: _begins, ...always } = rule;
    return always;
  }
  if (!('check' in rule)) return rule;
  const { passes: _passes, ...always } = rule;
  return {
    ...always,
    check(image, context) {
      for (const value of [...Object.values(image), ...Object.values(image.properties), context.strays]) void value;
      rule.check(image, context);
    },
  };
}

export interface TestSettings {
  readonly layers?: readonly Layer[];
  /** Rules beside the built-in ones. */
  readonly more?: readonly Rule[];
  readonly isNamed?: boolean;
}

/** Settings that know nothing yet of what is linted with them. */
export function newSettings({ layers = [{}], more = [], isNamed = true }: TestSettings = {}): LintSettings {
  return { ...settle(layers, new Catalogue([...RULES, ...more], DIALECTS)), isNamed };
}

/** Settings with which every record is read, and every rule asked about each image that has something of what it reads. */
export function plainSettings({ layers = [{}], more = [], isNamed = true }: TestSettings = {}): LintSettings {
  return { ...settle(layers, new Catalogue([...RULES, ...more].map(lookingAtAll), [NOBODYS, ...DIALECTS])), isNamed };
}

export interface TestRun {
  /** Findings, held back ones, summary and failures. */
  readonly report: string;
  /** How many characters were read to find them, by file. */
  readonly read: ReadonlyMap<string, number>;
}

export interface TestRunOptions {
  /** Files that are larger are linted in parts of so many bytes. Default: all are linted as a whole. */
  readonly partSize?: number;
  readonly withLineHashes?: boolean;
}

const folder = folderWith({});

/** Lints texts by their names, one after the other, in one run. */
export async function lintAll(texts: Readonly<Record<string, string | Buffer>>, settings: LintSettings, { partSize = Infinity, withLineHashes = false }: TestRunOptions = {}): Promise<TestRun> {
  const read = new Map<string, number>();
  const counting = (reader: Reader, name: string): Reader =>
    ({ ...reader, read: (text) => (read.set(name, (read.get(name) ?? 0) + text.length), reader.read(text)) });
  const manifests = new Map<string, Manifest>();
  for (const [name, text] of Object.entries(texts)) {
    const reader = counting(await readerFor(formatOf(name)), name);
    let parts: Parts | undefined;
    if (text.length > partSize) {
      const file = path.join(folder, name);
      writeFileSync(file, text);
      const own = FileParts.of(file, formatOf(name), reader, { size: partSize });
      // Of JSON, parts have a reader of their own.
      parts = own && { at: (index) => own.at(index), pieces: () => own.pieces(), * all() { for (const part of own.all()) yield { ...part, reader: part.reader === reader ? reader : counting(part.reader, name) }; } };
    }
    manifests.set(name, { file: name, reader, ...decode(Buffer.from(text)), ...(parts && { parts }) });
  }
  const run = new LintRun({ tool: TOOL, docsOf, withLineHashes, reread: (file) => manifests.get(file) });
  for (const manifest of manifests.values()) run.lint(manifest, settings);
  const readFirst = new Map(read);
  const { findings, suppressed, summary, failures } = run.finish();
  return { report: JSON.stringify({ findings, suppressed, summary, failures }, null, 1), read: readFirst };
}

/** Fails at the first line in which two reports differ. */
export function sameReports(actual: TestRun, expected: TestRun): void {
  if (actual.report === expected.report) return;
  const [lines, wanted] = [actual.report.split('\n'), expected.report.split('\n')];
  const at = wanted.findIndex((line, index) => line !== lines[index]);
  const around = (all: readonly string[]): string => all.slice(Math.max(0, at - 12), at + 3).map((line) => line.slice(0, 200)).join('\n');
  throw new Error(`line ${at} differs:\n${around(lines)}\nwithout shortcuts it is:\n${around(wanted)}`);
}
