import { DIALECTS } from '../dialects/index.js';
import { DEFAULT_CLOUD } from '../facts/cloud.js';
import type { Cloud } from '../model/cloud.js';
import type { CloudConfig, Config, RuleSetting } from '../model/config.js';
import type { Intent } from '../model/image.js';
import { nearest } from '../words/nearest.js';
import { oneOf } from '../words/show.js';
import type { Catalogue } from './catalogue.js';
import type { LintSettings } from './lint-text.js';
import { RuleSet } from './rule-set.js';

/** One set of settings; later layers win over earlier ones. */
export interface Layer {
  readonly extends?: readonly string[];
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly cloud?: Partial<Cloud>;
  /** Only these rules, whatever the presets say. */
  readonly only?: readonly string[];
  readonly dialect?: string;
  readonly intent?: Intent;
}

/** A setting that means nothing. `path` leads to it within its layer. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly path: readonly (string | number)[];
  constructor(message: string, path: readonly (string | number)[]) {
    super(message);
    this.path = path;
  }
}

/**
 * Settles layers into what the engine works with.
 *
 * @throws SettingsError for names of rules, presets and dialects that do not exist.
 */
export function settle(layers: readonly Layer[], catalogue: Catalogue): Omit<LintSettings, 'isNamed'> {
  const settings = new Map<string, RuleSetting>();
  let cloud: Cloud = DEFAULT_CLOUD;
  let dialect: string | undefined;
  let intent: Intent | undefined;
  const hasExtends = layers.some((layer) => layer.extends !== undefined);
  for (const layer of hasExtends ? layers : [{ extends: ['recommended'] }, ...layers]) {
    for (const [index, name] of (layer.extends ?? []).entries()) {
      const preset = catalogue.preset(name);
      if (preset === undefined) throw new SettingsError(unknown('preset', name, catalogue.presetNames), ['extends', index]);
      for (const [id, setting] of preset) settings.set(id, setting);
    }
    for (const [id, setting] of Object.entries(layer.rules ?? {})) {
      if (catalogue.rule(id) === undefined) {
        throw new SettingsError(unknown('rule', id, catalogue.rules.map((rule) => rule.id)), ['rules', id]);
      }
      settings.set(id, merged(settings.get(id), setting));
    }
    if (layer.only !== undefined) keepOnly(layer.only, settings, catalogue);
    cloud = { ...cloud, ...layer.cloud };
    dialect = layer.dialect ?? dialect;
    intent = layer.intent ?? intent;
  }
  return {
    rules: new RuleSet(catalogue.rules, settings, cloud),
    dialects: catalogue.dialects,
    dialect: dialect === undefined ? undefined : dialectNamed(dialect, catalogue),
    intent,
    isByText: dialect !== undefined || (intent === undefined && catalogue.dialects.every((one) => DIALECTS.includes(one))),
  };
}

/** Switches off every other rule. One that was off comes on as it is by nature. */
function keepOnly(ids: readonly string[], settings: Map<string, RuleSetting>, catalogue: Catalogue): void {
  for (const [index, id] of ids.entries()) {
    const rule = catalogue.rule(id);
    if (rule === undefined) throw new SettingsError(unknown('rule', id, catalogue.rules.map((one) => one.id)), ['only', index]);
    const setting = settings.get(id);
    if (setting === undefined || (typeof setting === 'string' ? setting : setting[0]) === 'off') settings.set(id, rule.severity);
  }
  for (const id of settings.keys()) if (!ids.includes(id)) settings.delete(id);
}

/** A level alone keeps the options that an earlier layer gave. */
function merged(before: RuleSetting | undefined, setting: RuleSetting): RuleSetting {
  if (typeof setting !== 'string' || before === undefined || typeof before === 'string') return setting;
  return [setting, before[1]];
}

function dialectNamed(name: string, catalogue: Catalogue): LintSettings['dialect'] {
  const dialect = catalogue.dialect(name);
  if (dialect === undefined) throw new SettingsError(unknown('dialect', name, catalogue.dialects.map((one) => one.name)), ['dialect']);
  return dialect;
}

function unknown(kind: string, name: string, known: readonly string[]): string {
  const guess = nearest(name, known);
  const hint = guess === undefined ? (known.length > 20 ? '' : ` Expected ${oneOf(known)}.`) : ` Did you mean "${guess}"?`;
  return `There is no ${kind} "${name}".${hint}`;
}

/** Gives the files that a configuration names. */
export interface ConfigFiles {
  /** Undefined for an empty file. */
  readJson(path: string): unknown;
  /** The JSON files in a folder and those in the folders in it, by names that `readJson` takes. */
  jsonFilesIn(folder: string): readonly string[];
}

/**
 * The part of a configuration that is a layer, with what the cloud told of itself read in.
 *
 * @throws SettingsError when that cannot be used.
 */
export async function layerOf(
  config: Pick<Config, 'extends' | 'rules' | 'cloud' | 'dialect' | 'intent'>,
  files: ConfigFiles = NO_FILES,
): Promise<Layer> {
  const { extends: presets, rules, cloud, dialect, intent } = config;
  return {
    ...(presets === undefined ? {} : { extends: typeof presets === 'string' ? [presets] : presets }),
    ...(rules === undefined ? {} : { rules }),
    ...(cloud === undefined ? {} : { cloud: await settleCloud(cloud, files) }),
    ...(dialect === undefined ? {} : { dialect }),
    ...(intent === undefined ? {} : { intent }),
  };
}

/** What is set outright is above what the cloud told. */
async function settleCloud({ from, imageSchema, metadefs, ...cloud }: CloudConfig, files: ConfigFiles): Promise<Partial<Cloud>> {
  const told: Partial<Cloud>[] = [];
  if (from !== undefined) told.push(await orSettingsError('from', () => readFolder(from, files)));
  if (imageSchema !== undefined) {
    told.push(await orSettingsError('imageSchema', async () => (await import('../schema/site-schema.js')).readImageSchema(valueOf(imageSchema, files))));
  }
  if (metadefs !== undefined) {
    const documents = [metadefs].flat();
    told.push(await orSettingsError('metadefs', async () => (await import('../schema/metadefs.js')).readMetadefs(documents.map((one) => valueOf(one, files)))));
  }
  if (told.length === 0) return cloud;
  return {
    ...Object.assign({}, ...told),
    ...cloud,
    metadefs: Object.assign({}, ...told.map((one) => one.metadefs)) as Cloud['metadefs'],
    siteProperties: [...told, cloud].flatMap((one) => one.siteProperties ?? []),
  };
}

async function readFolder(folder: string, files: ConfigFiles): Promise<Partial<Cloud>> {
  const names = files.jsonFilesIn(folder);
  if (names.length === 0) throw new Error(`There is no JSON file in ${folder}. Put there what your cloud says of itself, see docs/cloud.md.`);
  const answers = names.map((name) => {
    try {
      return { name, value: files.readJson(name) };
    } catch (error) {
      const reason = error instanceof SyntaxError ? 'this is not JSON; perhaps the cloud answered with an error' : error instanceof Error ? error.message : String(error);
      throw new Error(`${name}: ${reason}.`);
    }
  });
  return (await import('../schema/exported-cloud.js')).readExportedCloud(answers);
}

function valueOf(given: string | object, files: ConfigFiles): unknown {
  return typeof given === 'string' ? files.readJson(given) : given;
}

async function orSettingsError<T>(setting: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new SettingsError(error instanceof Error ? error.message : String(error), ['cloud', setting]);
  }
}

function refuseToRead(path: string): never {
  throw new Error(`"${path}" cannot be read here: give its content itself, or use lintFiles().`);
}

const NO_FILES: ConfigFiles = { readJson: refuseToRead, jsonFilesIn: refuseToRead };
