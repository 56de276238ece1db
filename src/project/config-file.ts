import { existsSync, readdirSync, type Dirent } from 'node:fs';
import path from 'node:path';
import type { ErrorObject } from 'ajv';
import type { ConfigFiles } from '../engine/settings.js';
import type { Config } from '../model/config.js';
import { decode, formatOf, fromPointer, Lines, locate, readerFor } from '../text/index.js';
import type { TextDocument } from '../text/index.js';
import { nearest } from '../words/nearest.js';
import { oneOf, show } from '../words/show.js';
import { ConfigError } from './errors.js';
import { codeOf, inWords, readBytes, ReadError } from './read-file.js';

export const CONFIG_NAMES = ['glance-lint.config.yaml', 'glance-lint.config.json'];
const PACKAGE_KEY = 'glance-lint';

/** A configuration with the file that it comes from. */
export interface LoadedConfig {
  /** Absolute. */
  readonly file: string;
  readonly config: Config;
  /** A ConfigError about a setting, by its path in the configuration. */
  errorAt(problem: string, at: readonly (string | number)[]): ConfigError;
}

/** The config file that holds for a folder: the nearest, looking upwards to the repository's root. `known`: what other folders told. */
export function findConfigFile(folder: string, known = new Map<string, string | undefined>()): string | undefined {
  if (known.has(folder)) return known.get(folder);
  const parent = path.dirname(folder);
  const isTop = parent === folder || existsSync(path.join(folder, '.git'));
  const found = configFileIn(folder) ?? (isTop ? undefined : findConfigFile(parent, known));
  known.set(folder, found);
  return found;
}

function configFileIn(folder: string): string | undefined {
  const own = CONFIG_NAMES.map((name) => path.join(folder, name)).find((file) => existsSync(file));
  if (own !== undefined) return own;
  const packageFile = path.join(folder, 'package.json');
  return existsSync(packageFile) && packageHasConfig(packageFile) ? packageFile : undefined;
}

/** Does this package.json hold a configuration? One that cannot be read holds none. */
function packageHasConfig(file: string): boolean {
  try {
    const value = readJson(file);
    return typeof value === 'object' && value !== null && Object.hasOwn(value, PACKAGE_KEY);
  } catch {
    return false;
  }
}

/**
 * Reads and checks a config file.
 *
 * @throws ConfigError with line and column of the first thing that is wrong.
 */
export async function readConfigFile(file: string, shown: string): Promise<LoadedConfig> {
  const text = decodeConfig(file, shown);
  const reader = await readerFor(formatOf(file));
  const { documents, problems } = reader.read(text);
  const lines = new Lines(text);
  const problem = problems[0];
  if (problem !== undefined) {
    const words = problem.kind === 'syntax' ? problem.reason : `the key "${problem.key}" stands twice`;
    throw new ConfigError(`${words[0]?.toUpperCase()}${words.slice(1)}.`, shown, lines.position(problem.span.start));
  }
  const document = documents[0];
  const base = path.basename(file) === 'package.json' ? [PACKAGE_KEY] : [];
  const value = base.reduce<unknown>((outer, key) => (outer as Record<string, unknown>)[key], document?.value ?? {});
  const errorAt = (words: string, at: readonly (string | number)[]): ConfigError => new ConfigError(words, shown, placeOf(document, [...base, ...at], lines));
  // Loaded only when there is a configuration.
  const { validate } = await import('../schema/generated/config.js');
  if (!validate(value)) {
    const [words, at] = explain(validate.errors ?? [], value);
    throw errorAt(words, at);
  }
  return { file, config: value as Config, errorAt };
}

/** @throws ReadError, or SyntaxError when the file is not JSON */
function readJson(file: string): unknown {
  return JSON.parse(decode(readBytes(file)).text);
}

/** The files that a configuration names, relative to its folder. */
export function filesBeside(folder: string): ConfigFiles {
  return {
    readJson: (name) => {
      const { text } = decode(readBytes(path.resolve(folder, name)));
      return text.trim() === '' ? undefined : JSON.parse(text);
    },
    jsonFilesIn: (name) => {
      const entries = entriesIn(path.resolve(folder, name));
      const inner = entries.filter((entry) => entry.isDirectory()).flatMap((entry) => entriesIn(path.join(entry.parentPath, entry.name)));
      return [...entries, ...inner].filter((entry) => !entry.isDirectory() && entry.name.toLowerCase().endsWith('.json'))
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')).sort();
    },
  };
}

function entriesIn(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw new ReadError(codeOf(error) === 'ENOENT' ? 'there is no such folder' : inWords(error));
  }
}

function decodeConfig(file: string, shown: string): string {
  try {
    return decode(readBytes(file)).text;
  } catch (error) {
    if (error instanceof ReadError) throw new ConfigError(`The configuration cannot be read: ${error.message}.`, shown, null);
    throw error;
  }
}

function placeOf(document: TextDocument | undefined, at: readonly (string | number)[], lines: Lines): { line: number; column: number } | null {
  if (document === undefined) return null;
  const root = document.places();
  for (let length = at.length; length >= 0; length--) {
    const found = locate(root, at.slice(0, length));
    if (found !== undefined) return lines.position((length === at.length && found.entry !== undefined && found.node.kind !== 'scalar' ? found.entry.keySpan : found.node.span).start);
  }
  return null;
}

/** The most telling of the schema's errors, in words, with its path. */
function explain(errors: readonly ErrorObject[], value: unknown): [string, string[]] {
  const depth = (error: ErrorObject): number => error.instancePath.split('/').length;
  const deepest = Math.max(...errors.map(depth));
  const candidates = errors.filter((error) => depth(error) === deepest && error.keyword !== 'anyOf');
  const error = candidates.find(({ keyword }) => keyword === 'additionalProperties')
    ?? candidates.find(({ keyword }) => keyword === 'enum')
    ?? candidates[0]
    ?? (errors[0] as ErrorObject);
  const at = fromPointer(error.instancePath);
  const written = at.reduce<unknown>((outer, key) => (outer as Record<string, unknown>)?.[key], value);
  const name = at.length === 0 ? 'The configuration' : `"${at.join('.')}"`;
  if (error.keyword === 'additionalProperties') {
    const key = String(error.params['additionalProperty']);
    const known = Object.keys((error.parentSchema?.['properties'] as object | undefined) ?? {});
    const guess = nearest(key, known);
    const hint = guess !== undefined ? ` Did you mean "${guess}"?` : known.length > 0 ? ` Expected ${oneOf(known)}.` : '';
    return [`${at.length === 0 ? 'The configuration' : name} has no setting "${key}".${hint}`, [...at, key]];
  }
  if (error.keyword === 'enum') {
    const allowed = (error.params['allowedValues'] as unknown[]).map(String);
    const guess = typeof written === 'string' ? nearest(written, allowed) : undefined;
    return [`${name} is ${show(written)}, but must be ${oneOf(allowed)}.${guess === undefined ? '' : ` Did you mean "${guess}"?`}`, at];
  }
  const types = candidates.filter(({ keyword }) => keyword === 'type').map(({ params }) => String(params['type']));
  if (types.length > 0) return [`${name} is ${show(written)}, but must be ${[...new Set(types)].map((type) => TYPES[type] ?? type).join(' or ')}.`, at];
  return [`${name} ${error.message ?? 'is not right'}.`, at];
}

const TYPES: Readonly<Record<string, string>> = {
  object: 'a mapping', array: 'a list', string: 'a string', boolean: 'true or false', integer: 'a whole number', number: 'a number',
};
