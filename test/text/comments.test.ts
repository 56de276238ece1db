import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { locate } from '../../src/text/node.js';
import { readerFor, type TextFormat } from '../../src/text/index.js';
import { Chance } from '../support/chance.js';
import { same, value } from '../support/values.js';
import { writeJson } from '../support/write-json.js';
import { writeYaml } from '../support/write-yaml.js';

async function comments(text: string, format: TextFormat): Promise<string[] | undefined> {
  return (await readerFor(format)).comments?.(text).map(({ start, end }) => text.slice(start, end));
}

test('YAML: comments, and nothing that is text', async () => {
  const text = `# first
%YAML 1.2 # directive
--- # start
name: "x # no" # name
url: http://x/#no
note: a#no # note
more: 'it''s # no'
block: | # header
  # no
  text # no

 # below
folded: >-
  text # no
# after
list: [a, # in brackets
  "# no"]
? "# no"
: x
# last`;
  assert.equal(await comments(text, 'yaml'), [
    '# first', '# directive', '# start', '# name', '# note', '# header', '# below', '# after', '# in brackets', '# last',
  ]);
  assert.equal(await comments('a: 1 # x\r\nb: 2 # y\r\n', 'yaml'), ['# x', '# y']);
  assert.equal(await comments('# x\na: [\n', 'yaml'), [], 'of a broken text nothing is sure');
  assert.equal(await comments('', 'yaml'), []);
});

test('YAML: as many comments as were written', async () => {
  const { comments: commentsOf } = await readerFor('yaml');
  fc.assert(fc.property(value, fc.integer(), (given, seed) => {
    const bare = writeYaml(given, new Chance(seed), { comments: false });
    assert.is(commentsOf?.(`# top\n${bare.startsWith('%') ? '' : bare}`)[0]?.end, 5);
    const found = commentsOf?.(bare) ?? [];
    for (const { start, end } of found) assert.match(bare.slice(start, end), /^# (start|first|last)$/);
  }), { numRuns: 1000 });
});

test('HCL: all three kinds, and nothing that is text', async () => {
  const text = `# one
resource "a" "b" { // two
  name = "x # no // no /* no" /* three
  still */ url = "http://x/#no"
  text = <<EOT
# no
EOT
  sum = 1 / 2 # four
  list = ["#no", # five
  ]
}
#
`;
  assert.equal(await comments(text, 'hcl'), ['# one', '// two', '/* three\n  still */', '# four', '# five', '#']);
  assert.equal(await comments('a = 1 # x\r\n', 'hcl'), ['# x']);
});

test('JSON has none', async () => {
  assert.is(await comments('{}', 'json'), undefined);
  assert.is(await comments('{}', 'ndjson'), undefined);
});

test('JSONC: comments and trailing commas are read as blanks', async () => {
  const text = `// first
{
  "name": "x // no /* no", /* second
  */ "tags": ["a", "b",], // third
}
`;
  assert.equal(await comments(text, 'jsonc'), ['// first', '/* second\n  */', '// third']);
  const { documents, problems } = (await readerFor('jsonc')).read(text);
  assert.equal(problems, []);
  assert.equal(documents[0]?.value, { name: 'x // no /* no', tags: ['a', 'b'] });
  const place = locate(documents[0]?.places() as never, ['tags', 1]);
  assert.is(text.slice(place?.node.span.start, place?.node.span.end), '"b"');
});

test('JSONC: everything else is as strict as JSON', async () => {
  const reader = await readerFor('jsonc');
  const reason = (text: string): string => reader.read(text).problems[0]?.reason ?? '';
  assert.match(reason('{,}'), 'a key in double quotes was expected');
  assert.match(reason('[1,,]'), 'a value was expected here');
  assert.is(reason('{"a": 1} /* x'), '', 'an open comment ends with the text');
  assert.match(reason("{'a': 1}"), 'double quotes');
  assert.match(reason('{# x\n"a": 1}'), 'JSON has no comments');
  fc.assert(fc.property(value, fc.integer(), (given, seed) => {
    const text = writeJson(given, new Chance(seed));
    const { documents, problems } = reader.read(text);
    assert.equal(problems, []);
    same(documents[0]?.value, given);
    assert.equal(reader.comments?.(text), []);
  }), { numRuns: 300 });
});

test('JSONC: an edit leaves comments where they are, or is not made', async () => {
  const reader = await readerFor('jsonc');
  const edited = (text: string, path: (string | number)[], change: Parameters<typeof reader.edit>[3]): string | undefined => {
    const [document] = reader.read(text).documents;
    const edits = document && reader.edit(text, document, path, change);
    return edits?.toSorted((a, b) => b.start - a.start).reduce((rest, { start, end, text: put }) => rest.slice(0, start) + put + rest.slice(end), text);
  };
  assert.is(edited('{"a": 1, // one\n "b": 2}', ['a'], { replace: 3 }), '{"a": 3, // one\n "b": 2}');
  assert.is(edited('{"a": 1, // one\n "b": 2}', ['a'], { remove: true }), undefined);
  assert.is(edited('{"a": 1, "b": 2,}', ['b'], { remove: true }), '{"a": 1,}');
  const add = { add: { name: 'c', value: 'x' } };
  assert.is(edited('{\n  // all\n  "a": 1 // one\n}', [], add), '{\n  // all\n  "a": 1, // one\n  "c": "x"\n}');
  assert.is(edited('{\n  "a": 1, // one\n}', [], add), '{\n  "a": 1, // one\n  "c": "x",\n}');
});

test.run();
