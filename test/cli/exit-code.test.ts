import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cli } from '../support/cli.js';
import { BAD, folderWith, GOOD } from '../support/folder.js';

const ONLY = ['--only', 'unknown-disk-format,unrecognised-manifest'];

test('0 when there is nothing to report', () => {
  const { code, stderr } = cli(['good.yaml', ...ONLY], { cwd: folderWith({ 'good.yaml': GOOD }) });
  assert.is(code, 0);
  assert.is(stderr, '');
});

test('1 when there are errors, in every format alike', () => {
  const cwd = folderWith({ 'bad.yaml': BAD });
  for (const format of ['text', 'compact', 'json', 'sarif']) assert.is(cli(['bad.yaml', '-f', format], { cwd }).code, 1, format);
});

test('--fail-on moves the threshold, and so does failOn of the configuration', () => {
  const cwd = folderWith({ 'bad.yaml': BAD, 'config/glance-lint.config.yaml': 'failOn: never\n', 'config/bad.yaml': BAD });
  const asWarning = ['--rule', 'unknown-disk-format=warning'];
  assert.is(cli(['bad.yaml', ...ONLY, ...asWarning], { cwd }).code, 0);
  assert.is(cli(['bad.yaml', ...ONLY, ...asWarning, '--fail-on', 'warning'], { cwd }).code, 1);
  assert.is(cli(['bad.yaml', ...ONLY, '--fail-on', 'never'], { cwd }).code, 0);
  assert.is(cli(['bad.yaml', ...ONLY], { cwd: `${cwd}/config` }).code, 0);
  assert.is(cli(['bad.yaml', ...ONLY, '--fail-on', 'error'], { cwd: `${cwd}/config` }).code, 1);
});

test('--max-warnings counts warnings, also those that --quiet hides', () => {
  const cwd = folderWith({ 'bad.yaml': BAD });
  const asWarning = ['--rule', 'unknown-disk-format=warning', '--quiet'];
  assert.is(cli(['bad.yaml', ...ONLY, ...asWarning, '--max-warnings', '1'], { cwd }).code, 0);
  assert.is(cli(['bad.yaml', ...ONLY, ...asWarning, '--max-warnings', '0'], { cwd }).code, 1);
});

test('2 when a file cannot be read, after all others were linted', () => {
  const { code, stdout, stderr } = cli(['gone.yaml', 'bad.yaml', '-f', 'compact'], { cwd: folderWith({ 'bad.yaml': BAD }) });
  assert.is(code, 2);
  assert.match(stdout, 'bad.yaml:2:14');
  assert.match(stderr, 'gone.yaml: Cannot be read: there is no such file.');
});

test('2 when nothing was found, with what was looked for; 0 with --allow-empty', () => {
  const cwd = folderWith({ 'notes.txt': 'hello', 'compose.yaml': 'services: {web: {image: nginx}}' });
  const { code, stderr } = cli([], { cwd });
  assert.is(code, 2);
  assert.match(stderr, /No image manifest was found in this folder.*\.yaml.*--allow-empty/s);
  assert.is(cli(['--allow-empty'], { cwd }).code, 0);
});

test('2 for a command line that means nothing, with a hint', () => {
  const cases: readonly (readonly [string[], RegExp])[] = [
    [['--formt', 'json'], /no option "--formt".*Did you mean --format/s],
    [['--fail-on', 'fatal'], /--fail-on is "fatal", but must be one of "error"/],
    [['--max-warnings', 'many'], /--max-warnings takes a whole number/],
    [['--rule', 'unknown-disk-format'], /--rule takes ID=LEVEL/],
    [['--rule', 'unknown-disk-formt=off', '.'], /Did you mean "unknown-disk-format"/],
    [['--only', 'nonsense', '.'], /There is no rule "nonsense"/],
    [['--preset', 'recomended', '.'], /Did you mean "recommended"/],
    [['--dialect', 'glanse', '.'], /Did you mean "glance"/],
    [['-f', 'json', '-f', 'text', '.'], /Only one report fits on standard output/],
    [['-f', 'jsn', '.'], /Did you mean "json"/],
    [['-f'], /--format needs a value|--f needs a value/],
    [['explain'], /glance-lint explain RULE/],
    [['explain', 'duplicate-ids'], /Did you mean "duplicate-id"/],
  ];
  const cwd = folderWith({ 'good.yaml': GOOD });
  for (const [args, expected] of cases) {
    const { code, stdout, stderr } = cli(args, { cwd });
    assert.is(code, 2, args.join(' '));
    assert.is(stdout, '', args.join(' '));
    assert.match(stderr, expected);
    assert.not.match(stderr, /\n\s+at /);
  }
});

test.run();
