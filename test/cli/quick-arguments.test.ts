import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { COMMANDS, OPTIONS, type OptionSpec } from '../../src/cli/options.js';
import { quickArguments } from '../../src/cli/quick-arguments.js';
import { readArguments } from '../../src/cli/usage.js';

/** Words of which command lines are made: right ones, and all kinds of mistakes. */
const words = fc.oneof(
  fc.constantFrom(...Object.keys(OPTIONS).flatMap((name) => [`--${name}`, `--no-${name}`, `--${name}=x`, `--${name}=`, `--${name}=1`])),
  fc.constantFrom('-f', '-q', '-c', '-h', '-qf', '-fjson', '-', '--', '--help', '--version', '-V', '--nonsense', '--Format'),
  fc.constantFrom('a.yaml', 'images/*.json', '12', '-1', 'json', 'sarif=out.sarif', 'error', 'never', 'create', 'always', 'strict', 'id=off', 'rules', 'explain', '', 'x=y', '__proto__', 'a b'),
);

const TEXTS = ['x', 'a=b', 'id=off', '12', '-1', '1.5', '1e3', '0x1', ' 1', '', '-', '--quiet', 'a b', 'x=', '=', 'rules'];

/** An option with a value, as it is meant; now and then a wrong one, or the option once more. */
const option = fc.tuple(fc.constantFrom(...Object.entries<OptionSpec>(OPTIONS)), fc.nat(), fc.constantFrom('', '=', ' ', ' ', 'alias'), fc.constantFrom(0, 0, 0, 1)).map(([[name, { type, choices, alias }], number, form, wrong]): string[] => {
  const value = wrong === 1 ? TEXTS[number % TEXTS.length] as string : type === 'number' ? String(number % 100) : choices?.[number % choices.length] ?? ['x', 'a=b', 'id=off'][number % 3] as string;
  if (type === 'boolean') return wrong === 1 ? [`--no-${name}`] : [form === 'alias' && alias !== undefined ? `-${alias}` : `--${name}`];
  if (form === 'alias' && alias !== undefined) return [`-${alias}`, value];
  return form === '=' ? [`--${name}=${value}`] : [`--${name}`, value];
});
const negation = fc.constantFrom('--no-config', '--no-baseline', '--no-format', '--no-gitignore', '--no-plugins', '--no-quiet').map((word) => [word]);
const lines = fc.array(fc.oneof({ weight: 4, arbitrary: option }, { weight: 1, arbitrary: negation }, { weight: 2, arbitrary: words.map((word) => [word]) }), { maxLength: 5 }).map((parts) => parts.flat());

test('what is read without yargs is what yargs reads', async () => {
  let both = 0;
  await fc.assert(fc.asyncProperty(fc.oneof(lines, lines.map((argv) => [...argv, ...argv]), fc.array(words, { maxLength: 6 })), async (argv) => {
    const quick = quickArguments(argv, COMMANDS);
    if (quick === undefined) return;
    both++;
    assert.equal(quick, await readArguments(argv, '1.0.0'), JSON.stringify(argv));
  }), { numRuns: 1500, includeErrorInReport: true });
  assert.ok(both > 300, `only ${both} were read both ways`);
});

test('so is each option with each value, by itself and beside another', async () => {
  const lines = Object.entries<OptionSpec>(OPTIONS).flatMap(([name, { choices = [] }]) => [`--${name}`, `--no-${name}`].flatMap((word) => [...TEXTS, ...choices].flatMap((text) => [[word, text], [`${word}=${text}`]])));
  const beside = [['--config', 'x', '--no-config'], ['--no-config', '--config', 'x'], ['--no-config', '--no-config'], ['-c', 'x', '--no-config'], ['--baseline', 'x', '--no-baseline'], ['--config', 'x', '--config', 'y'], ['--max-warnings', '1', '--max-warnings', '2']];
  let both = 0;
  for (const argv of [...lines, ...beside]) {
    const quick = quickArguments(argv, COMMANDS);
    if (quick === undefined) continue;
    both++;
    assert.equal(quick, await readArguments(argv, '1.0.0'), JSON.stringify(argv));
  }
  assert.ok(both > 300, `only ${both} were read both ways`);
});

test('the usual command lines never need yargs', () => {
  for (const argv of [[], ['a.yaml'], ['a.yaml', 'b.json', '-f', 'json'], ['--format=sarif=out.sarif', '-f', 'text', '.'], ['-', '--stdin-filename', 'x.yaml'],
    ['--no-config', '--quiet', 'x'], ['--fail-on', 'warning', '--max-warnings=3', 'x'], ['--rule', 'a=off', '--rule', 'b=error', '--only=c'], ['--no-gitignore', '--allow-empty']]) {
    assert.ok(quickArguments(argv, COMMANDS), argv.join(' '));
  }
});

test('help, commands and mistakes are left to yargs', () => {
  for (const argv of [['--help'], ['rules'], ['explain', 'x'], ['--nonsense'], ['--fail-on', 'fatal'], ['--format'], ['--format='], ['-f', '--quiet'], ['--max-warnings', 'x'], ['--', 'x'], ['--quiet=true']]) {
    assert.is(quickArguments(argv, COMMANDS), undefined, argv.join(' '));
  }
});

test.run();
