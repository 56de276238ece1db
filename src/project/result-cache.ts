import { hash } from 'node:crypto';
import path from 'node:path';
import type { LintRun } from '../engine/lint-run.js';
import type { LintSettings, Manifest } from '../engine/lint-text.js';
import { TOOL } from '../tool.js';
import { cacheFolder, readOwn, writeOwn } from './user-cache.js';

/*
 * Keeps for later runs in which files nothing was found. A result holds for the same bytes by the same name, linted
 * with the same settings by the same version; what has findings is linted anew, so that nothing of a report is kept.
 */

/*
 * What is kept of one file is one text: what it holds for (the digests of the bytes and of the settings), the day, the
 * number of images, or that the file is no manifest, and the hashes. Ten thousand of them are read in a few
 * milliseconds, numbers would take three times as long.
 */
const NO_MANIFEST = '-';
const RADIX = 36;

/** Days. Whoever uses an entry makes it new again after so long; one that nobody used for so long is dropped. */
const [RENEWED, DROPPED] = [7, 60];
const DAY = 24 * 3600 * 1000;
/** Characters of base64: 132 bits. */
const DIGEST_LENGTH = 22;
/** Where in an entry the digest of the settings begins, and what follows it. */
const [KEY, REST] = [DIGEST_LENGTH + 1, 2 * DIGEST_LENGTH + 2];

/** Tells bytes from all others. */
export function digestOf(bytes: Uint8Array | string): string {
  return hash('sha256', bytes, 'base64').slice(0, DIGEST_LENGTH);
}

/** The results of runs in one working folder. */
export class ResultCache {
  readonly #file: string | undefined;
  readonly #label: string;
  readonly #ignoreComments: boolean;
  /** By file, as reports show it. */
  readonly #entries: Map<string, string>;
  readonly #keys = new WeakMap<LintSettings, string>();
  readonly #today = Math.floor(Date.now() / DAY);
  #hasChanged = false;

  constructor(cwd: string, { ignoreComments }: { readonly ignoreComments: boolean }) {
    const folder = cacheFolder(process.env, process.platform);
    this.#file = folder && path.join(folder, `results-${digestOf(cwd).replaceAll(/[+/]/g, '_')}`);
    this.#label = `${TOOL.name} ${TOOL.version} results, Node ${process.version}`;
    this.#ignoreComments = ignoreComments;
    this.#entries = this.#file === undefined ? new Map() : read(this.#file, this.#label);
  }

  readonly digestOf = digestOf;

  /** Takes a manifest that is as it was as linted, and says whether it is one; undefined when it has to be linted. */
  recall(run: LintRun, { file, digest }: Manifest, settings: LintSettings): boolean | undefined {
    const entry = this.#entries.get(file);
    if (entry === undefined || digest === undefined || !entry.startsWith(digest) || !entry.startsWith(this.#keyOf(settings), KEY)) return undefined;
    const [day, images, ...hashes] = entry.slice(REST).split(' ');
    if (this.#today - Number(day) >= RENEWED) this.#put(file, [digest, this.#keyOf(settings), this.#today, images, ...hashes]);
    const isManifest = images !== NO_MANIFEST;
    run.recall(file, { isManifest, images: isManifest ? Number(images) : 0, hashes: hashes.map(toHash) }, settings);
    return isManifest;
  }

  /** Lints a manifest, and keeps the result if it is one to keep. Says whether it is one. */
  lint(run: LintRun, manifest: Manifest, settings: LintSettings): boolean {
    const { file, digest } = manifest;
    if (digest === undefined) return run.lint(manifest, settings);
    const { isManifest, clean } = run.lintToKeep(manifest, settings);
    if (clean === undefined) this.#hasChanged = this.#entries.delete(file) || this.#hasChanged;
    else this.#put(file, [digest, this.#keyOf(settings), this.#today, isManifest ? clean.images : NO_MANIFEST, ...clean.hashes.map((hash) => hash.toString(RADIX))]);
    return isManifest;
  }

  #put(file: string, words: readonly (string | number | undefined)[]): void {
    this.#entries.set(file, words.join(' '));
    this.#hasChanged = true;
  }

  /** Writes what was kept, for later runs. Why that cannot be, in words; undefined when it can. */
  write(): string | undefined {
    if (this.#file === undefined) return 'there is no folder for such files; set XDG_CACHE_HOME or HOME to an absolute path';
    if (!this.#hasChanged) return undefined;
    const entries = [...this.#entries].filter(([, entry]) => this.#today - dayOf(entry) < DROPPED);
    const body = JSON.stringify(entries.flat());
    try {
      writeOwn(this.#file, Buffer.from(`${this.#label}\n${digestOf(body)}\n${body}`));
      return undefined;
    } catch (error) {
      return `${path.dirname(this.#file)} cannot be used: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  /** Tells settings from all others. */
  #keyOf(settings: LintSettings): string {
    let key = this.#keys.get(settings);
    if (key === undefined) this.#keys.set(settings, (key = digestOf(textOf(settings, this.#ignoreComments))));
    return key;
  }
}

/** All of the settings that decides whether something is found. */
function textOf({ rules: { active, cloud }, dialect, intent, isNamed }: LintSettings, ignoreComments: boolean): string {
  const rules = Array.from(active, ([id, { options }]) => [id, options]);
  return JSON.stringify([rules, cloud, cloud.checkSite?.schema, dialect?.name, intent, isNamed, ignoreComments]);
}

function toHash(written: string): number {
  return parseInt(written, RADIX);
}

function dayOf(entry: string): number {
  return parseInt(entry.slice(REST), 10);
}

/** The entries of a file, by what they are about; none when it is not there, of another version, or not as it was written. */
function read(file: string, label: string): Map<string, string> {
  const entries = new Map<string, string>();
  const text = readOwn(file)?.toString() ?? '';
  const start = `${label}\n`;
  const body = start.length + DIGEST_LENGTH + 1;
  if (!text.startsWith(start) || text.slice(start.length, body) !== `${digestOf(text.slice(body))}\n`) return entries;
  const flat = JSON.parse(text.slice(body)) as readonly string[];
  for (let index = 0; index < flat.length; index += 2) entries.set(flat[index] as string, flat[index + 1] as string);
  return entries;
}
