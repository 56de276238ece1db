import { realpathSync } from 'node:fs';
import type { FixLevel } from '../engine/fix-manifest.js';
import { fixText, type LintedForFixes } from '../engine/fix-text.js';
import type { Manifest } from '../engine/lint-text.js';
import type { Edit, Finding } from '../model/finding.js';
import { encode } from '../text/decode.js';
import { repositoryRoot } from './discover.js';
import { fileInTree, replaceFile, WriteError } from './replace-file.js';

/** What became of one manifest. */
export interface FixedFile {
  /** As findings name it. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
  /** `after` in the file's own encoding. */
  readonly bytes: Uint8Array;
  /** Of `before`. */
  readonly edits: readonly Edit[];
  readonly fixed: readonly Finding[];
}

export interface FixerOptions {
  /** Absolute. */
  readonly cwd: string;
  readonly level: FixLevel;
  /** False: only find out what would change. */
  readonly isWriting: boolean;
  /** Told of a file that could not be changed. */
  fail(problem: string, file: string): void;
}

/** Makes the fixes of the manifests of a run, one after the other. */
export class Fixer {
  readonly files: FixedFile[] = [];
  /** Fixes that were not made, in words. */
  readonly notices: string[] = [];
  readonly #options: FixerOptions;
  readonly #root: string;

  constructor(options: FixerOptions) {
    this.#options = options;
    this.#root = repositoryRoot(options.cwd) ?? realpathSync(options.cwd);
  }

  /**
   * Fixes a manifest and writes it; without a path (absolute), it is only made. `lint` lints texts that it may become.
   *
   * @returns the manifest as it stands there now.
   */
  fix(manifest: Manifest, lint: (text: string) => LintedForFixes, file: string | undefined): Manifest {
    // Bytes that are no text would be lost if they were written again.
    if (manifest.invalidAt >= 0) return manifest;
    const { level, isWriting } = this.#options;
    const { text, edits, fixed, dropped } = fixText(manifest.text, lint, ({ safe }) => safe || level === 'all');
    for (const { finding, reason } of dropped) this.notices.push(notMade(manifest.file, finding, reason));
    if (edits.length === 0) return manifest;
    const bytes = encode(text, manifest);
    if (isWriting && file !== undefined) {
      try {
        replaceFile(fileInTree(file, this.#options.cwd, this.#root), encode(manifest.text, manifest), bytes);
      } catch (error) {
        if (!(error instanceof WriteError)) throw error;
        this.#options.fail(`Cannot be fixed: ${error.message}.`, manifest.file);
        return manifest;
      }
    }
    this.files.push({ file: manifest.file, before: manifest.text, after: text, bytes, edits, fixed });
    // The digest is that of other bytes.
    return isWriting ? { ...manifest, text, digest: undefined } : manifest;
  }
}

function notMade(file: string, { rule, range: { start }, fix }: Finding, reason: string): string {
  return `${file}:${start.line}:${start.column}: "${fix?.description ?? ''}" (${rule}) was not done: ${reason}.`;
}
