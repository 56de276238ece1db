import type { RuleSetting } from '../model/config.js';
import type { Preset, Rule } from '../model/rule.js';

const DEFAULT_PRESETS: readonly Preset[] = ['recommended', 'strict'];

export const PRESETS: readonly Preset[] = ['recommended', 'strict', 'scs'];

/** The built-in presets, made from what each rule says of itself. */
export function presetRules(preset: Preset, rules: readonly Rule[]): ReadonlyMap<string, RuleSetting> {
  const settings = new Map<string, RuleSetting>();
  for (const rule of rules) if ((rule.presets ?? DEFAULT_PRESETS).includes(preset)) settings.set(rule.id, rule.severity);
  return settings;
}
