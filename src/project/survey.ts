import { RULES } from '../../rules/index.js';
import { DIALECTS } from '../dialects/index.js';
import { Catalogue } from '../engine/catalogue.js';
import { readManifest } from '../engine/manifest.js';
import { settle } from '../engine/settings.js';
import type { DialectTraits } from '../model/rule.js';
import { discover, type FoundFile } from './discover.js';
import { Inputs } from './inputs.js';
import { ReadError } from './read-file.js';

export interface DialectCount {
  readonly dialect: DialectTraits;
  readonly files: number;
  readonly images: number;
}

/** The dialects of the manifests in a folder and below it, the most frequent first. */
export async function surveyDialects(folder: string): Promise<readonly DialectCount[]> {
  const settings = { ...settle([], new Catalogue(RULES, DIALECTS)), isNamed: false };
  const inputs = new Inputs();
  const counts = new Map<string, DialectCount>();
  for (const file of (await discover(['.'], { cwd: folder, useGitIgnore: true })).files) {
    const seen = new Set<string>();
    for (const { dialect } of await imagesIn(inputs, file, settings)) {
      const { name } = dialect;
      const { files, images } = counts.get(name) ?? { files: 0, images: 0 };
      counts.set(name, { dialect, files: files + (seen.has(name) ? 0 : 1), images: images + 1 });
      seen.add(name);
    }
  }
  return [...counts.values()].sort((a, b) => b.files - a.files || (a.dialect.name < b.dialect.name ? -1 : 1));
}

async function imagesIn(inputs: Inputs, file: FoundFile, settings: Parameters<typeof readManifest>[1]): Promise<Iterable<{ readonly dialect: DialectTraits }>> {
  try {
    return readManifest(await inputs.fromFile(file), settings)?.images() ?? [];
  } catch (error) {
    if (error instanceof ReadError) return [];
    throw error;
  }
}
