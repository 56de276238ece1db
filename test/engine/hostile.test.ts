import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { globSync } from 'glob';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Linter } from '../../src/linter.js';
import type { Finding } from '../../src/model/finding.js';
import type { TextFormat } from '../../src/text/index.js';
import { yamlReader } from '../../src/text/yaml.js';
import { walk, type Plain } from '../support/values.js';

const linter = await Linter.create({ extends: ['strict'] });

/** Lints what somebody wrote to do harm: it must end, soon, and say nothing that is endless. */
async function lint(text: string, format: TextFormat): Promise<readonly Finding[]> {
  const start = performance.now();
  const { findings, failures } = await linter.lintText(text, { format, lineHashes: true });
  assert.ok(failures.length === 0, JSON.stringify(failures).slice(0, 500));
  for (const { message, data, range, excerpt, related } of findings) {
    assert.ok(message.length <= 500, `${message.length}: ${message}`);
    assert.match(message, /[.?]$/);
    for (const value of Object.values(data)) assert.ok(String(value).length <= 500, String(value));
    assert.ok(related.every((place) => place.message.length <= 500));
    assert.ok(range.start.offset >= 0 && range.end.offset >= range.start.offset && range.end.offset <= text.length);
    assert.ok(excerpt.lines.every((line) => line.length <= 2000));
  }
  assert.ok(performance.now() - start < 20_000, `${format} took ${performance.now() - start} ms`);
  return findings;
}

const IMAGE = 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\n';
const json = (properties: string, name = 'cirros'): string =>
  `{"name": ${JSON.stringify(name)}, "disk_format": "qcow2", "container_format": "bare", ${properties}}`;
const rulesOf = (findings: readonly Finding[]): string[] => [...new Set(findings.map(({ rule }) => rule))].sort();

/** A few lines that would take longer to walk through than the universe is old. */
const LIST_BOMB = `[&l0 [lol], ${Array.from({ length: 30 }, (_, level) => `&l${level + 1} [${Array(10).fill(`*l${level}`).join(', ')}]`).join(', ')}]`;
const MAP_BOMB = `{l0: &l0 {lol: lol}, ${Array.from({ length: 30 }, (_, level) => `l${level + 1}: &l${level + 1} {${Array.from({ length: 10 }, (__, key) => `k${key}: *l${level}`).join(', ')}}`).join(', ')}}`;

/** The fixtures of all dialects, each time with a hole in place of another value. */
function* holes(): Generator<string> {
  const seen = new Set<string>();
  for (const file of globSync('fixtures/*/*.{yaml,yml,json}', { posix: true }).sort()) {
    for (const { value } of yamlReader.read(readFileSync(file, 'utf8')).documents) {
      const paths: (string | number)[][] = [];
      walk(value as Plain, (_, path) => paths.push(path));
      for (const path of paths) {
        const place = `${file.split('/')[1]} ${path.slice(-2).map((step) => (typeof step === 'number' ? '*' : step)).join('/')}`;
        if (seen.has(place)) continue;
        seen.add(place);
        yield JSON.stringify(withHole(value as Plain, path));
      }
    }
  }
}

function withHole(value: Plain, [step, ...rest]: readonly (string | number)[]): Plain {
  if (step === undefined) return 'HOLE';
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? withHole(item, rest) : item));
  return Object.fromEntries(Object.entries(value as object).map(([name, item]) => [name, name === step ? withHole(item as Plain, rest) : item]));
}

test('in every place where a dialect may look: aliases that multiply or go in circles, nests', async () => {
  const depth = 20_000;
  const fillings: readonly (readonly [TextFormat, string])[] = [
    ['yaml', LIST_BOMB], ['yaml', MAP_BOMB], ['yaml', '&c {name: *c, a: [*c, !x y, 2024-01-01]}'],
    ['json', '['.repeat(depth) + ']'.repeat(depth)], ['json', '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)],
    ['json', '{"__proto__": {"polluted": 1}, "constructor": [1e999], "": null, "0": "x"}'],
    ['json', JSON.stringify('\ud800\u001b[31m\n::error::x {0} ${x}'.repeat(50))],
  ];
  let count = 0;
  for (const hole of holes()) {
    count++;
    for (const [format, filling] of fillings) {
      // Deep nests cost time; some places must do.
      if (filling.length < 2 * depth || count % 5 === 0) await lint(hole.replace('"HOLE"', () => filling), format);
    }
  }
  assert.ok(count > 200, `${count} places`);
  assert.is(({} as Record<string, unknown>)['polluted'], undefined);
});

test('aliases that multiply, side by side', async () => {
  await lint(`a: ${LIST_BOMB}\n`, 'yaml');
  // Twins are equal, but not one object: whoever compares them deeply is lost.
  await lint(`${IMAGE}tags: [${LIST_BOMB}, ${LIST_BOMB}]\n`, 'yaml');
  await lint(`${IMAGE}${LIST_BOMB.slice(1, -1).split(', &').join('\n  &')}: 1\n`, 'yaml');
  await lint(`? ${LIST_BOMB}\n: 1\n${IMAGE}`, 'yaml');
  await lint(`${IMAGE}l: &l [${Array(20_000).fill('a').join(', ')}]\n${Array.from({ length: 20_000 }, (_, index) => `p${index}: *l\n`).join('')}`, 'yaml');
});

test('merge keys that multiply', async () => {
  const maps = ['m0: &m0 {a: 1, b: 2, c: 3, d: 4}', ...Array.from({ length: 2000 }, (_, level) => `m${level + 1}: &m${level + 1} {<<: *m${level}, k${level}: 1}`)];
  const findings = await lint(`${maps.join('\n')}\n`, 'yaml');
  assert.equal(rulesOf(findings), ['syntax-error']);
  assert.match(findings[0]?.message as string, 'merge keys multiply');
});

test('nests', async () => {
  const depth = 100_000;
  for (const format of ['json', 'yaml', 'ndjson'] as const) {
    for (const text of ['['.repeat(depth), '['.repeat(depth) + ']'.repeat(depth), '{"a":'.repeat(depth), `{"a":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`]) await lint(text, format);
  }
  const nest = '['.repeat(depth) + ']'.repeat(depth);
  for (const name of ['tags', 'locations', 'hw_disk_bus', 'min_disk', 'owner']) await lint(json(`"${name}": ${nest}`), 'json');
  await lint(json(`"properties": {"hw_disk_bus": ${nest}}`), 'json');
  await lint('- '.repeat(depth), 'yaml');
  await lint('a: {"b": '.repeat(depth), 'hcl');
  await lint('a {'.repeat(depth), 'hcl');
});

test('one huge line, and a great many lines', async () => {
  const name = 'x'.repeat(5_000_000);
  assert.ok((await lint(json('"min_disk": 1', name), 'json')).some(({ rule }) => rule === 'name-too-long'));
  await lint(`${IMAGE}description: ${name}\n`, 'yaml');
  await lint(`${IMAGE}${name}: 1\n`, 'yaml');
  await lint(json(`"${name}": 1`), 'json');
  await lint('\n'.repeat(1_000_000), 'yaml');
  await lint('\n'.repeat(1_000_000), 'ndjson');
  await lint(`${'\n'.repeat(1_000_000)}${IMAGE}`, 'yaml');
  await lint(`{${'\n'.repeat(1_000_000)}`, 'json');
  await lint(`[${'{},'.repeat(200_000)}{}]`, 'json');
});

test('many findings', async () => {
  await lint(`[${Array(3000).fill(json('"disk_format": "qcow"')).join(',\n')}]`, 'json');
  await lint(Array(3000).fill('{"disk_format": ').join('\n'), 'ndjson');
  await lint(`${IMAGE}${'min_disk: 1\n'.repeat(3000)}`, 'yaml');
  await lint(`---\n${IMAGE}---\na: *x\n`.repeat(300), 'yaml');
});

test('keys that JavaScript knows', async () => {
  const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__', 'length', 'then', '', '0'];
  for (const key of keys) {
    const text = JSON.stringify(key);
    for (const value of ['"x"', '{"polluted": 1}', '[1]', 'null', '1']) {
      for (const format of ['json', 'yaml'] as const) {
        await lint(json(`${text}: ${value}`), format);
        await lint(json(`"properties": {${text}: ${value}}`), format);
        await lint(`{${text}: ${value}}`, format);
        await lint(`{"images": {${text}: ${value}}}`, format);
      }
    }
  }
  assert.is(({} as Record<string, unknown>)['polluted'], undefined);
});

test('characters that do not belong into text', async () => {
  const odd = ['\0', '\ud800', '\udc00\ud800', '\u001b[2J\u001b[31m', '\u0007', '\u0085', '\u2028', '\u202e', '\ufeff', '\ufffe', '😀'.repeat(100), '\r', '\u009b31m'];
  for (const character of odd) {
    for (const format of ['json', 'yaml', 'ndjson', 'hcl'] as const) {
      await lint(character, format);
      await lint(`${IMAGE}owner: a${character}b\n`, format);
      await lint(`{"name": "a${character}b", "disk_format": "${character}", "container_format": "bare", "a${character}b": "${character}"}`, format);
      await lint(json(`${JSON.stringify(character)}: ${JSON.stringify(character)}, "tags": [${JSON.stringify(character)}]`, character), format);
    }
  }
});

test('names that are commands to others', async () => {
  for (const name of ['::error file=x::y', '%0A::set-output name=a::b', '\n::warning::x', '##vso[task.complete]', '</script><script>', '[x](http://y)', '{name}', '{{name}}', '$(reboot)']) {
    await lint(json(`${JSON.stringify(name)}: ${JSON.stringify(name)}, "min_disk": ${JSON.stringify(name)}`, name), 'json');
  }
});

test('any text at all', async () => {
  const token = fc.constantFrom(
    'name', 'disk_format', 'container_format', 'properties', 'tags', 'images', 'min_disk', 'hw_disk_bus', 'os_type', 'versions', 'url', ': ', '\n', '\n  ', '- ', '{', '}', '[', ']',
    ',', '"', "'", 'qcow2', '1', 'null', 'true', '&a ', '*a', '<<: *a', '!x ', '|\n', '# glance-lint-disable', '---\n', '\0', '\ud800', '=', 'resource "openstack_images_image_v2" "x" ',
  );
  const text = fc.array(token, { maxLength: 30 }).map((tokens) => tokens.join(''));
  await fc.assert(fc.asyncProperty(text, fc.constantFrom('json', 'jsonc', 'yaml', 'ndjson', 'hcl'), async (given, format) => {
    await lint(given, format as TextFormat);
    await linter.fixText(given, { format: format as TextFormat, level: 'all' });
  }), { numRuns: 500, includeErrorInReport: true });
});

test.run();
