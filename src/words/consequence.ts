import type { By, Consequence, Effect, When } from '../model/finding.js';

const WHO: Readonly<Record<By, string>> = {
  glance: 'Glance', nova: 'Nova', cinder: 'Cinder', ironic: 'Ironic',
  client: 'The client tool', operator: 'The operator', reader: 'Whoever reads it',
};

const DOES: Readonly<Record<Effect, string>> = {
  rejected: 'rejects this', fails: 'fails with this', ignored: 'ignores this in silence', altered: 'changes this in silence',
  unsafe: 'works with less security than this says', unclear: 'may be misled by this',
};

const MOMENT: Readonly<Record<When, string>> = {
  create: 'when the image is created', upload: 'when the data is uploaded', import: 'when the data is imported',
  boot: 'when a server is built from it', volume: 'when a volume is made from it', always: '',
};

/** Who notices what, and when: "Nova rejects this when a server is built from it." */
export function consequenceInWords({ by, when, effect }: Consequence): string {
  return `${[WHO[by], DOES[effect], MOMENT[when]].filter((part) => part !== '').join(' ')}.`;
}
