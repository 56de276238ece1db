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

/** Where the general words would not be true: operators and readers are people when they are misled, and otherwise programs or nobody. */
const PARTICULAR: Readonly<Record<string, string>> = {
  'reader rejected': 'Programs that read the file reject it',
  'reader fails': 'Programs that read the file fail with this',
  'reader ignored': 'Programs that read the file ignore this in silence',
  'reader altered': 'Programs that read the file change this in silence',
  'operator fails': 'A conformance test fails with this',
  'operator ignored': 'Nothing comes of this, in silence',
};

/** Who notices what, and when: "Nova rejects this when a server is built from it." */
export function consequenceInWords({ by, when, effect }: Consequence): string {
  const words = PARTICULAR[`${by} ${effect}`] ?? `${WHO[by]} ${DOES[effect]}`;
  return `${[words, MOMENT[when]].filter((part) => part !== '').join(' ')}.`;
}
