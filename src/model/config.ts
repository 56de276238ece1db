import type { Cloud } from './cloud.js';
import type { Dialect } from './dialect.js';
import type { Severity } from './finding.js';
import type { Intent } from './image.js';
import type { Rule } from './rule.js';

export type RuleLevel = 'off' | Severity;
export type RuleSetting = RuleLevel | readonly [RuleLevel, Readonly<Record<string, unknown>>];

/** The `cloud` section: the settings of `Cloud`, and what the cloud itself exported. */
export interface CloudConfig extends Partial<Omit<Cloud, 'checkSite' | 'metadefs'>> {
  /** A folder with what the cloud told of itself, each answer in a JSON file of any name. */
  readonly from?: string;
  /**
   * What `GET /v2/schemas/image` of the cloud returned, or its `schema-image.json`: the object, or the path of a file
   * that holds it.
   */
  readonly imageSchema?: string | Readonly<Record<string, unknown>>;
  /** What `GET /v2/metadefs/namespaces/…` returned: paths of files, or the objects. */
  readonly metadefs?: string | Readonly<Record<string, unknown>> | readonly (string | Readonly<Record<string, unknown>>)[];
}

export interface Override {
  /** Globs, relative to the config file. */
  readonly files: readonly string[];
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly dialect?: string;
  readonly intent?: Intent;
  readonly cloud?: CloudConfig;
}

/** A configuration, as `glance-lint.config.yaml` holds it (`schemas/config.schema.json`). */
export interface Config {
  readonly $schema?: string;
  /** Presets, plugins' presets (`plugin/preset`) or paths of other config files; later ones win. */
  readonly extends?: string | readonly string[];
  /** Modules to load; only done when the caller allows plugins. */
  readonly plugins?: readonly string[];
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly overrides?: readonly Override[];
  /** Globs of files that are never linted, relative to the config file. */
  readonly ignores?: readonly string[];
  readonly cloud?: CloudConfig;
  readonly intent?: Intent;
  readonly dialect?: string;
  /** Findings of this severity and above make the run fail; default `error`. */
  readonly failOn?: Severity | 'never';
  /** File of known findings, which are not reported; relative to the config file. Counts in the working folder's configuration. */
  readonly baseline?: string;
}

/** Declares a configuration, for code. */
export function defineConfig(config: Config): Config {
  return config;
}

/** What a plugin module exports as its default. */
export interface Plugin {
  /** Prefix of its rules' ids. */
  readonly name: string;
  readonly rules?: readonly Rule[];
  readonly presets?: Readonly<Record<string, Pick<Config, 'rules'>>>;
  readonly dialects?: readonly Dialect[];
}

/** Declares a plugin. */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin;
}
