import { SIGNATURE_PROPERTIES } from '../facts/signatures.js';
import type { Consequence } from '../model/finding.js';
import type { RuleContext } from '../model/rule.js';

/** Are all four signature properties written, so that Glance verifies? */
export function isSigned({ isAbsent }: Pick<RuleContext, 'isAbsent'>): boolean {
  return SIGNATURE_PROPERTIES.every((name) => !isAbsent(`properties.${name}`));
}

/**
 * What comes of a signature property that no verifier can use. Glance looks at it during an upload, if all four are
 * there; Nova does at boot, where the operator or the user asks for verification.
 */
export function signatureConsequence(context: Pick<RuleContext, 'isAbsent' | 'intent'>): Consequence {
  if (context.intent === 'record') return { by: 'nova', when: 'boot', effect: 'fails' };
  return { by: 'glance', when: 'upload', effect: isSigned(context) ? 'rejected' : 'ignored' };
}
