import type { Plugin, RuleSetting } from '../model/config.js';
import type { Dialect } from '../model/dialect.js';
import type { Preset, Rule } from '../model/rule.js';
import { PRESETS, presetRules } from './presets.js';

/** A plugin that cannot be used as it is. */
export class PluginError extends Error {
  override readonly name = 'PluginError';
}

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Everything that can be switched on: the built-in rules, presets and dialects, and those of plugins. */
export class Catalogue {
  readonly rules: readonly Rule[];
  readonly dialects: readonly Dialect[];
  /** Does somebody else's code have a say? */
  readonly hasPlugins: boolean;
  readonly #byId: ReadonlyMap<string, Rule>;
  readonly #pluginPresets = new Map<string, ReadonlyMap<string, RuleSetting>>();

  /**
   * @param wrap Is given all rules, those of plugins by their full names, and gives others that stand for them.
   * @throws PluginError when a plugin breaks the contract.
   */
  constructor(builtin: readonly Rule[], dialects: readonly Dialect[], plugins: readonly Plugin[] = [], wrap = (rules: readonly Rule[]) => rules) {
    const rules = [...builtin];
    const pluginDialects: Dialect[] = [];
    for (const plugin of plugins) {
      if (typeof plugin !== 'object' || plugin === null || typeof plugin.name !== 'string' || !ID.test(plugin.name)) {
        throw new PluginError('A plugin must export, as its default, an object with a kebab-case "name". Use definePlugin().');
      }
      for (const rule of plugin.rules ?? []) rules.push(pluginRule(plugin, rule));
      for (const dialect of plugin.dialects ?? []) pluginDialects.push(dialect);
      for (const [name, preset] of Object.entries(plugin.presets ?? {})) {
        this.#pluginPresets.set(`${plugin.name}/${name}`, new Map(Object.entries(preset.rules ?? {})));
      }
    }
    this.hasPlugins = plugins.length > 0;
    this.rules = wrap(rules);
    // A plugin's dialects are asked first: who loads one means it.
    this.dialects = [...pluginDialects, ...dialects];
    this.#byId = new Map(this.rules.map((rule) => [rule.id, rule]));
  }

  rule(id: string): Rule | undefined {
    return this.#byId.get(id);
  }

  dialect(name: string): Dialect | undefined {
    return this.dialects.find((dialect) => dialect.name === name);
  }

  get presetNames(): readonly string[] {
    return [...PRESETS, ...this.#pluginPresets.keys()];
  }

  preset(name: string): ReadonlyMap<string, RuleSetting> | undefined {
    if ((PRESETS as readonly string[]).includes(name)) return presetRules(name as Preset, this.rules);
    return this.#pluginPresets.get(name);
  }
}

function pluginRule(plugin: Plugin, rule: Rule): Rule {
  if (typeof rule !== 'object' || rule === null || typeof rule.id !== 'string') {
    throw new PluginError(`Plugin "${plugin.name}" exports a rule without an id. Use defineRule().`);
  }
  const id = rule.id.startsWith(`${plugin.name}/`) ? rule.id : `${plugin.name}/${rule.id}`;
  if (!ID.test(id.slice(plugin.name.length + 1))) {
    throw new PluginError(`Plugin "${plugin.name}": the rule id "${rule.id}" is not kebab-case.`);
  }
  const isCallable = ['check', 'explain', 'checkSet'].some((name) => typeof (rule as unknown as Record<string, unknown>)[name] === 'function');
  if (!isCallable || typeof rule.messages !== 'object') {
    throw new PluginError(`Plugin "${plugin.name}": rule "${rule.id}" has no messages or no check function. Use defineRule().`);
  }
  return { ...rule, id };
}
