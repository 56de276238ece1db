import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { renderProperties } from '../../src/cli/properties.js';
import { PROPERTIES } from '../../src/facts/properties/index.js';
import { UsageError } from '../../src/project/errors.js';

test('the list names every property and keeps within the width', () => {
  const text = renderProperties(undefined, { width: 80 });
  for (const { name } of PROPERTIES) assert.ok(text.includes(name), name);
  for (const line of text.split('\n')) assert.ok(line.length <= 80, line);
});

for (const { name } of PROPERTIES) {
  test(`${name} is explained within 80 columns`, () => {
    const text = renderProperties(name, { width: 80 });
    assert.ok(text.startsWith(`${name}\n`));
    assert.not.match(text, /undefined|\[object/);
    // Only a word that is longer than the line may stick out.
    for (const line of text.split('\n')) assert.ok(line.length <= 80 || line.trim().split(' ').some((word) => word.length > 60), line);
  });
}

test('words that the service accepts and words that people write are told apart', () => {
  const text = renderProperties('architecture', { width: 200 });
  assert.match(text, /Takes also {2}.*amd64 for x86_64/);
  assert.match(text, /Not {9}arm64, .* but aarch64/);
  assert.match(renderProperties('trait:CUSTOM_GOLD', { width: 80 }), /^trait:NAME\n/);
});

test('an unknown name is answered with what was meant', () => {
  const problem = (name: string): string => {
    try {
      renderProperties(name, { width: 80 });
    } catch (error) {
      assert.instance(error, UsageError);
      return (error as Error).message;
    }
    return '';
  };
  assert.match(problem('hw_disk_buss'), /Did you mean "hw_disk_bus"\?/);
  assert.match(problem('hw_pmem'), /from flavors only/);
  assert.match(problem('__proto__'), /^No service is known to read "__proto__"\. "glance-lint properties" lists/);
});

test.run();
