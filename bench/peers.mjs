// The programs that are measured: how each is called for a corpus, and how many bad images it tells of.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const HERE = import.meta.dirname;
const MODULES = path.join(HERE, 'node_modules');
const NODE = process.execPath;
const BINARIES = {
  'linux x64': 'jsonschema-linux-x86_64', 'linux arm64': 'jsonschema-linux-arm64', 'darwin x64': 'jsonschema-darwin-x86_64', 'darwin arm64': 'jsonschema-darwin-arm64',
};
export const SOURCEMETA = path.join(MODULES, '@sourcemeta/jsonschema/build/github-releases', BINARIES[`${process.platform} ${process.arch}`] ?? '');

/** Corpora that are one list of images, which need a schema of lists. */
const LISTS = ['e', 'g'];
const matches = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);
const distinct = (values) => new Set(values).size;

/**
 * What each program does not do, and how it is run. `corpora`: those that it can read, in bearable time.
 * `command(letter, operand)`, `bad(letter, { stdout, stderr })`.
 */
export function programs({ work, command }) {
  const image = path.join(work, 'image.json');
  const images = path.join(work, 'images.json');
  const ruleset = path.join(work, 'ruleset.json');
  const schema = JSON.parse(readFileSync(path.join(HERE, 'schema/image.json'), 'utf8'));
  const { $schema, $id: _id, ...items } = schema;
  writeFileSync(image, JSON.stringify(schema));
  writeFileSync(images, JSON.stringify({ $schema, type: 'array', items }));
  const rule = (given, inner) => ({ given, severity: 'error', then: { function: 'schema', functionOptions: { allErrors: true, schema: inner } } });
  writeFileSync(ruleset, JSON.stringify({ rules: { image: rule('$', items) } }));
  writeFileSync(path.join(work, 'ruleset-of-lists.json'), JSON.stringify({ rules: { image: rule('$[*]', items) } }));
  const schemaFor = (letter) => (LISTS.includes(letter) ? images : image);
  const globOf = (operand, letter) => (path.extname(operand) !== '' ? operand : path.join(operand, letter === 'c' ? '**' : '', letter === 'd' ? '*.yaml' : '*.json'));

  const glanceLint = (...flags) => ({
    isOwn: true, env: { XDG_CACHE_HOME: path.join(work, 'cache') },
    command: (_letter, operand) => [NODE, command, operand, ...flags],
    counted: (_letter, operand) => [NODE, command, operand, ...flags, '-f', 'json'],
    bad: (_letter, { stdout }) => distinct(JSON.parse(stdout).findings.map(({ file, image: one }) => `${file} ${one?.index}`)),
  });

  return {
    own: { title: 'glance-lint', lacks: '', corpora: 'abcdefg', ...glanceLint() },
    cached: { title: 'glance-lint --cache, nothing changed', lacks: 'linting again what was clean', corpora: 'abcd', ...glanceLint('--cache') },
    node: { title: 'node -e 0', lacks: 'everything: an empty program', corpora: 'abcd', command: () => [NODE, '-e', '0'] },
    floor: {
      title: 'JSON.parse + ajv standalone', lacks: 'positions, duplicate keys, YAML, lists, rules between properties, a report',
      corpora: 'abc', command: (_letter, operand) => [NODE, path.join(work, 'floor.cjs'), operand],
      bad: (_letter, { stdout }) => Number(/(\d+) bad/.exec(stdout)?.[1]),
    },
    sourcemeta: {
      title: '@sourcemeta/jsonschema (C++)', lacks: 'rules between properties, duplicate keys; in a list, all items but the first bad one; in NDJSON, positions and order',
      corpora: 'abcdefg', command: (letter, operand) => [SOURCEMETA, 'validate', '--continue', schemaFor(letter), operand],
      bad: (letter, { stdout, stderr }) => (LISTS.includes(letter) ? distinct(matches(stdout + stderr, /at instance location "\/(\d+)/g)) : matches(stdout + stderr, /^(fail): /gm).length),
    },
    ajv: {
      title: 'ajv-cli', lacks: 'positions, duplicate keys, NDJSON, rules between properties',
      corpora: 'abcdeg', command: (letter, operand) => [NODE, path.join(MODULES, 'ajv-cli/dist/index.js'), 'validate', '--all-errors', '--errors=line', '-s', schemaFor(letter), '-d', globOf(operand, letter)],
      bad: (letter, { stdout, stderr }) => (LISTS.includes(letter) ? distinct(matches(stdout + stderr, /"instancePath":"\/(\d+)/g)) : matches(stderr, / (invalid)$/gm).length),
    },
    v8r: {
      title: 'v8r', lacks: 'positions, duplicate keys, NDJSON, rules between properties',
      corpora: 'abdg', slow: 'bd', command: (letter, operand) => [NODE, path.join(MODULES, 'v8r/src/index.js'), '--schema', schemaFor(letter), path.relative(work, globOf(operand, letter))],
      bad: (letter, { stdout, stderr }) => (LISTS.includes(letter) ? distinct(matches(stdout + stderr, /#\/(\d+)/g)) : matches(stdout + stderr, / is (invalid)$/gm).length),
    },
    spectral: {
      title: '@stoplight/spectral-cli', lacks: 'NDJSON, rules between properties (of this rule set)',
      corpora: 'abdg', slow: 'bd', command: (letter, operand) => [NODE, path.join(MODULES, '@stoplight/spectral-cli/dist/index.js'), 'lint', '-q', '-f', 'json', '-r', LISTS.includes(letter) ? path.join(work, 'ruleset-of-lists.json') : ruleset, globOf(operand, letter)],
      bad: (letter, { stdout }) => distinct(JSON.parse(stdout || '[]').map(({ source, path: at }) => (LISTS.includes(letter) ? at[0] : source))),
    },
  };
}
