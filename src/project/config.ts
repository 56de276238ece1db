import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from '../engine/catalogue.js';
import type { LintSettings } from '../engine/lint-text.js';
import { layerOf, settle, SettingsError, type Layer } from '../engine/settings.js';
import type { Config, Override } from '../model/config.js';
import { checkOptions, OptionsError } from '../schema/options.js';
import { filesBeside, findConfigFile, readConfigFile, type LoadedConfig } from './config-file.js';
import { shownPath } from './discover.js';
import { UsageError } from './errors.js';
import type { Patterns } from './ignores.js';

export type Settled = Omit<LintSettings, 'isNamed'>;

/** A config file with all that it extends, the farthest first. */
interface Chain {
  readonly links: readonly LoadedConfig[];
  readonly ignores: readonly Patterns[];
  readonly overrides: readonly { readonly patterns: Patterns; readonly override: Override; readonly link: LoadedConfig; readonly index: number }[];
}

const NO_CONFIG: Chain = { links: [], ignores: [], overrides: [] };

export interface ConfigOptions {
  readonly cwd: string;
  /** The config file to use for all manifests; false for none; undefined to look for one. */
  readonly configFile: string | false | undefined;
  /** A preset to start from, in place of what the configuration extends. */
  readonly preset: string | undefined;
  /** Settings above all others: the command line's. */
  readonly last: Layer;
}

/** Finds, reads and settles the configuration of each manifest. Each file is read once. */
export class Configs {
  readonly #options: ConfigOptions;
  readonly #files = new Map<string, string | undefined>();
  readonly #chains = new Map<string, Promise<Chain>>();
  readonly #settled = new Map<string, Promise<Settled>>();
  /** By folder, where no file is treated otherwise than the others. */
  readonly #plain = new Map<string, Settled>();
  #catalogue: Catalogue | undefined;
  #toleratesPluginNames = false;

  constructor(options: ConfigOptions) {
    this.#options = options;
  }

  /** The plugins that the configuration for the working folder names, each with the folder to look from. */
  async pluginNames(): Promise<readonly { readonly name: string; readonly folder: string }[]> {
    const { links } = await this.#chainFor(this.#options.cwd);
    return links.flatMap(({ config, file }) => (config.plugins ?? []).map((name) => ({ name, folder: path.dirname(file) })));
  }

  /** Which rules and dialects there are. `toleratesPluginNames`: plugins were left out, so their names mean nothing. */
  use(catalogue: Catalogue, { toleratesPluginNames = false }: { readonly toleratesPluginNames?: boolean } = {}): void {
    this.#catalogue = catalogue;
    this.#toleratesPluginNames = toleratesPluginNames;
  }

  /** The settings for a manifest; undefined when the configuration ignores it. `file` is absolute, and so is its folder. */
  settingsFor(file: string, folder = path.dirname(file)): Settled | undefined | Promise<Settled | undefined> {
    return this.#plain.get(folder) ?? this.#find(file, folder);
  }

  async #find(file: string, folder: string): Promise<Settled | undefined> {
    const chain = await this.#chainFor(folder);
    if (chain.ignores.some((patterns) => patterns.matches(file))) return undefined;
    const matching = chain.overrides.filter(({ patterns }) => patterns.matches(file));
    const key = [chain.links.at(-1)?.file, ...matching.map(({ link, index }) => `${link.file}#${index}`)].join('\n');
    let settled = this.#settled.get(key);
    if (settled === undefined) this.#settled.set(key, (settled = this.#settle(chain, matching)));
    if (chain.ignores.length + chain.overrides.length === 0) this.#plain.set(folder, await settled);
    return settled;
  }

  /** The baseline that the configuration for the working folder names; absolute. */
  async baseline(): Promise<string | undefined> {
    const { links } = await this.#chainFor(this.#options.cwd);
    const link = links.findLast(({ config }) => config.baseline !== undefined);
    return link?.config.baseline === undefined ? undefined : path.resolve(path.dirname(link.file), link.config.baseline);
  }

  /** Were any loaded? */
  get hasPlugins(): boolean {
    return this.#catalogue?.hasPlugins === true;
  }

  /** Is there a rule of this id, be it on or off? */
  isRule(id: string): boolean {
    return this.#catalogue?.rule(id) !== undefined;
  }

  /** The configuration for the working folder, its links merged: for `failOn` and `--print-config`. */
  async own(): Promise<Config> {
    const { links } = await this.#chainFor(this.#options.cwd);
    return Object.assign({}, ...links.map(({ config }) => config)) as Config;
  }

  async #settle(chain: Chain, matching: Chain['overrides']): Promise<Settled> {
    const catalogue = this.#catalogue;
    if (catalogue === undefined) throw new Error('Configs.use() comes first');
    const { preset, last } = this.#options;
    const sources: { layer: Layer; errorAt: LoadedConfig['errorAt'] | undefined; base: readonly (string | number)[] }[] = [];
    if (preset !== undefined) sources.push({ layer: { extends: [preset] }, errorAt: undefined, base: [] });
    for (const link of chain.links) {
      const { extends: extended, ...rest } = await this.#layer(link.config, link, []);
      const presets = preset === undefined ? presetsIn(extended) : undefined;
      sources.push({ layer: presets === undefined ? rest : { ...rest, extends: presets }, errorAt: link.errorAt, base: [] });
    }
    for (const { override, link, index } of matching) {
      const base = ['overrides', index];
      sources.push({ layer: await this.#layer(override, link, base), errorAt: link.errorAt, base });
    }
    sources.push({ layer: last, errorAt: undefined, base: [] });
    // Settled one layer more at a time, so that an error is told of the layer that brings it.
    for (const [count, { layer, errorAt, base }] of sources.entries()) {
      try {
        await checkOptions(layer.rules ?? {}, catalogue);
        const settled = settle(sources.slice(0, count + 1).map((source) => source.layer), catalogue);
        if (count === sources.length - 1) return settled;
      } catch (error) {
        if (!(error instanceof SettingsError || error instanceof OptionsError)) throw error;
        throw errorAt?.(error.message, [...base, ...error.path]) ?? new UsageError(error.message);
      }
    }
    return settle([], catalogue);
  }

  async #layer(config: Config | Override, link: LoadedConfig, base: readonly (string | number)[]): Promise<Layer> {
    const known = this.#toleratesPluginNames ? withoutPluginNames(config) : config;
    try {
      return await layerOf(known, filesBeside(path.dirname(link.file)));
    } catch (error) {
      if (error instanceof SettingsError) throw link.errorAt(error.message, [...base, ...error.path]);
      throw error;
    }
  }

  #chainFor(folder: string): Promise<Chain> {
    const { configFile, cwd } = this.#options;
    if (configFile === false) return Promise.resolve(NO_CONFIG);
    const file = configFile === undefined ? findConfigFile(folder, this.#files) : path.resolve(cwd, configFile);
    if (file === undefined) return Promise.resolve(NO_CONFIG);
    let chain = this.#chains.get(file);
    if (chain === undefined) this.#chains.set(file, (chain = this.#read(file, [])));
    return chain;
  }

  async #read(file: string, outer: readonly string[]): Promise<Chain> {
    const link = await readConfigFile(file, shownPath(file, this.#options.cwd));
    const folder = path.dirname(file);
    const links: LoadedConfig[] = [];
    const ignores: Patterns[] = [];
    const overrides: Chain['overrides'][number][] = [];
    const presets = link.config.extends === undefined ? [] : [link.config.extends].flat();
    for (const [index, name] of presets.entries()) {
      if (!isPath(name)) continue;
      const extended = path.resolve(folder, name);
      if ([...outer, file].includes(extended)) throw link.errorAt(`"${name}" extends this file, which would go round in a circle.`, ['extends', index]);
      if (!existsSync(extended)) throw link.errorAt(`There is no file "${name}" to extend.`, ['extends', index]);
      const chain = await this.#read(extended, [...outer, file]);
      links.push(...chain.links);
      ignores.push(...chain.ignores);
      overrides.push(...chain.overrides);
    }
    links.push(link);
    const { Patterns } = await import('./ignores.js');
    if (link.config.ignores !== undefined) ignores.push(new Patterns(folder, link.config.ignores));
    for (const [index, override] of (link.config.overrides ?? []).entries()) {
      overrides.push({ patterns: new Patterns(folder, override.files), override, link, index });
    }
    return { links, ignores, overrides };
  }
}

/** Undefined, which means the default ones, also when only other files are extended. */
function presetsIn(extended: readonly string[] | undefined): readonly string[] | undefined {
  const presets = extended?.filter((name) => !isPath(name));
  return presets?.length === 0 && extended?.length !== 0 ? undefined : presets;
}

/** A configuration without what speaks of plugins (`plugin/rule`). */
function withoutPluginNames<C extends Config | Override>(config: C): C {
  const rules = Object.entries(config.rules ?? {}).filter(([id]) => !id.includes('/'));
  const presets = 'extends' in config ? [config.extends ?? []].flat().filter((name) => isPath(name) || !name.includes('/')) : [];
  return { ...config, rules: Object.fromEntries(rules), ...('extends' in config ? { extends: presets } : {}) };
}

/** Presets are names; what looks like a path is another config file. */
function isPath(name: string): boolean {
  return /^\.{0,2}\//.test(name) || /\.(ya?ml|json)$/.test(name) || path.isAbsolute(name);
}

