import type { RuleSetting } from '../model/config.js';
import type { Rule } from '../model/rule.js';

/** Options that a rule does not take. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
  readonly path: readonly (string | number)[];
  constructor(message: string, path: readonly (string | number)[]) {
    super(message);
    this.path = path;
  }
}

/**
 * Holds the options in a configuration against the rules' own schemas. ajv is loaded only when there are any.
 *
 * @throws OptionsError for the first option that does not fit.
 */
export async function checkOptions(
  settings: Readonly<Record<string, RuleSetting>>,
  catalogue: { rule(id: string): Rule | undefined },
): Promise<void> {
  for (const [id, setting] of Object.entries(settings)) {
    const rule = catalogue.rule(id);
    if (typeof setting === 'string' || rule === undefined) continue;
    if (rule.options === undefined) throw new OptionsError(`Rule "${id}" has no options.`, ['rules', id, 1]);
    const { Ajv2020 } = await import('ajv/dist/2020.js');
    const validate = new Ajv2020({ strict: false }).compile(rule.options as object);
    if (validate(setting[1])) continue;
    const error = validate.errors?.[0];
    const extra = error?.params['additionalProperty'];
    const known = Object.keys(rule.options.properties).map((name) => `"${name}"`).join(', ');
    const words = typeof extra === 'string'
      ? `has no option "${extra}"; it has ${known}`
      : `option ${(error?.instancePath ?? '').slice(1).replaceAll('/', '.') || 'object'} ${error?.message ?? 'is not right'}`;
    const at = (error?.instancePath ?? '').split('/').slice(1);
    throw new OptionsError(`Rule "${id}" ${words}.`, ['rules', id, 1, ...at, ...(typeof extra === 'string' ? [extra] : [])]);
  }
}
