import { existsSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RULES } from '../../rules/index.js';
import type { Rule } from '../../src/model/rule.js';

const each = (name: string, check: (rule: Rule) => void): void => {
  test(name, () => {
    for (const rule of RULES) check(rule);
  });
};

test('ids are unique and kebab-case', () => {
  const ids = RULES.map(({ id }) => id);
  assert.is(new Set(ids).size, ids.length);
  assert.equal(ids.filter((id) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)), []);
});

each('a rule stands in the file of its topic and id', ({ topic, id }) => assert.ok(existsSync(`rules/${topic}/${id}.ts`), id));

each('a message is whole sentences', ({ id, messages }) => {
  for (const [name, text] of Object.entries(messages)) {
    assert.match(text, /[.?]$|^\{\w+\}$/, `${id} ${name}`);
    assert.match(text, /^["{A-Z]|^\w+[ _:]/, `${id} ${name}`);
  }
});

each('what a rule says of itself is complete', ({ id, summary, why, source }) => {
  assert.match(summary, /[^.]$/, id);
  assert.ok(why.length > 40, `${id}: why`);
  assert.ok(source.length > 0 && source.every((one) => one.trim().length > 3), `${id}: source`);
});

each('options have defaults and descriptions', ({ id, options }) => {
  for (const [name, schema] of Object.entries(options?.properties ?? {})) {
    assert.ok('default' in schema, `${id}: ${name}`);
    assert.type(schema['description'], 'string', `${id}: ${name}`);
  }
});

each('errors are only for what is rejected, fails or is lost for sure', ({ id, severity, consequence }) => {
  if (severity === 'error') assert.ok(['rejected', 'fails', 'altered', 'unsafe'].includes(consequence.effect), `${id}: ${consequence.effect}`);
});

test.run();
