import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { literal } from '../../src/dialects/template.js';
import { mayBeAmbiguous } from '../../src/engine/ambiguities.js';
import { lintText } from '../../src/index.js';
import { yaml11Reader, yamlReader } from '../../src/text/yaml.js';

/** Pieces of words that YAML has a meaning for, and of others. */
const piece = fc.constantFrom(
  '0', '1', '7', '9', '12', '60', '08', '_', '+', '-', '.', ':', 'e', 'E', 'x', 'o', 'b', 'a', 'f', 'N', 'y', 'T', 't', 'Z', ' ', ',', '=', '<<', '~', '0x', '0b', '0o', 'inf', 'NaN', 'yes', 'NO', 'On', 'off', 'true', 'null',
  '1:30', '2024', '-05-', '2024-5-1', '2024-05-01', '2024-02-31', 'T10:00:00', ' 10:00:00', '+01:00', '.5', ' #',
);
const word = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
const CONTEXTS: readonly ((word: string) => string)[] = [
  (one) => `a: ${one}`, (one) => `a: ${one}\nb: 1\n`, (one) => `a: ${one} # remark\n`, (one) => `a:\n  ${one}\n`, (one) => `a:\t${one}\r\nb: 1`, (one) => `{a: ${one}}`, (one) => `{"a":${one}, b: 1}`, (one) => `? a\n: ${one}`, (one) => `a: &x ${one}\nb: *x`,
];

function valueIn(text: string, reader: typeof yamlReader): unknown {
  const [document] = reader.read(text).documents;
  const value = (document?.value as { readonly a?: unknown } | null | undefined)?.a;
  return typeof value === 'object' && !(value instanceof Date) ? undefined : literal(value);
}

test('a text is read twice when two versions of YAML read a word of it otherwise', () => {
  let [differing, others] = [0, 0];
  fc.assert(fc.property(word, fc.constantFrom(...CONTEXTS), (one, context) => {
    const text = context(one);
    const isDifferent = !Object.is(valueIn(text, yamlReader), valueIn(text, yaml11Reader));
    if (isDifferent) differing++;
    else others++;
    if (isDifferent) assert.ok(mayBeAmbiguous(text), JSON.stringify(text));
  }), { numRuns: 15_000 });
  assert.ok(differing > 500 && others > 500, `${differing} differ, ${others} do not`);
});

test('what a text has beside it changes nothing in what is told of a value', async () => {
  const told = async (text: string): Promise<string[]> =>
    (await lintText(`name: x\ndisk_format: raw\ncontainer_format: bare\n${text}`, { config: { extends: ['strict'] } })).findings
      .filter(({ rule, data }) => rule === 'ambiguous-scalar' && data['name'] === 'odd').map(({ message }) => message);
  for (const one of ['.nan', '-0x1f', '0x1_0', '2024-05-01T10:00:00Z', '2024-05-01 10:00:00', '2024-05-01', '1_000', '1._5', 'a', '0x1f', '.inf', '-0']) {
    assert.equal(await told(`odd: ${one}\n`), await told(`odd: ${one}\nbeside: 1_000\n`), one);
  }
});

test.run();
