import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { compile, complaint, readSchema } from './schema.js';

const validate = compile(readSchema('config'));

test('configurations', () => {
  for (const good of [
    {},
    { extends: 'strict' },
    { extends: ['recommended', './other.yaml'], rules: { 'unknown-disk-format': 'off', 'name-too-long': ['warning', { limit: 1 }] } },
    { $schema: 'x', overrides: [{ files: ['*.json'], intent: 'record', rules: {} }], ignores: ['old/**'], failOn: 'never' },
    { cloud: { release: '2025.1', diskFormats: ['raw'], imageSchema: 'schema.json', admin: true, propertyQuota: -1 } },
  ]) assert.is(complaint(validate, good), undefined);
});

test('what is no configuration', () => {
  for (const [bad, expected] of [
    [[], 'must be object'],
    [{ rule: {} }, 'must NOT have additional properties'],
    [{ failOn: 'errors' }, '/failOn must be equal to one of the allowed values'],
    [{ overrides: [{ rules: {} }] }, '/overrides/0 must have required property'],
    [{ rules: { 'name-too-long': ['warning'] } }, '/rules/name-too-long'],
    [{ cloud: { sizeCap: -1 } }, '/cloud/sizeCap must be >= 0'],
  ] as const) assert.match(complaint(validate, bad) ?? '', expected);
});

test.run();
