/**
 * What people write for yes and no beside the words that Nova knows, in lower case.
 * Source of what it knows: oslo.utils oslo_utils/strutils.py bool_from_string.
 */
export const BOOLEAN_GUESSES: Readonly<Record<string, 'true' | 'false'>> = {
  enabled: 'true', enable: 'true', active: 'true', activated: 'true', required: 'true', mandatory: 'true', always: 'true', ok: 'true',
  ja: 'true', oui: 'true', si: 'true', tru: 'true',
  disabled: 'false', disable: 'false', inactive: 'false', deactivated: 'false', never: 'false', none: 'false', null: 'false', nil: 'false',
  nein: 'false', non: 'false', '': 'false', optional: 'false', unset: 'false',
};
