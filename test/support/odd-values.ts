import { jsonReader } from '../../src/text/json.js';
import { yamlReader } from '../../src/text/yaml.js';
import type { Chance } from './chance.js';

/** Values as they may stand in a JSON text, right ones and wrong ones. */
const JSON_VALUES = [
  '"a"', '"Ubuntu 24.04 build 7"', '""', '" a"', '"a "', '"{{ name }}"', '"${name}"', '"%{ if a }"', '"{%x%}"', '"a}"', '"a\\u0062"', '"a\\"b"', '"a\\\\"', '"\\/"', '"Übung"', '"🐧"',
  '"a/b"', "\"it's\"", '"\ud800"', '"\u2028"', '"a\u00a0b"', '"a\u007fb"', `"${'x'.repeat(255)}"`, `"${'x'.repeat(256)}"`, '0', '1', '10', '-1', '-0', '0.0', '1.0', '1.5', '1e3', '1E3', '2147483647', '2147483648',
  '9007199254740993', '12345678901234567890', '1e400', 'null', 'true', 'false', '"true"', '"False"', '"4"', '"512"', '"-1"', '"1e3"', '"null"', '"yes"',
  '[]', '["a"]', '["a", "a"]', '["a", 1]', '["{{ tag }}"]', '[null]', '[[]]', '{}', '{"a": 1}', '{"name": "a"}', '"raw"', '"iso"', '"ami"', '"qcow2"', '"QCOW2"', '"vmdk"', '"active"', '"queued"', '"windows"', '"virtio"',
  '"public"', '"Public"', '"2024-05-01T10:00:00Z"', '"2024-05-01T10:00:00"', '"2023-02-30T10:00:00Z"', '"2023-02-28T24:00:00Z"', '"2024-05-01"', '"6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e"', '"6b7e6f3c1d2a4b5c8d9e0f1a2b3c4d5e"',
  '"6B7E6F3C-1D2A-4B5C-8D9E-0F1A2B3C4D5E"', '"0123456789abcdef0123456789abcdef"', '"0123456789ABCDEF0123456789abcdef"', '"0123456789abcdef0123456789abcdeg"', '"d41d8cd98f00b204e9800998ecf8427e"',
  '"00000000000000000000000000000000"', `"${'0123456789abcdee'.repeat(8)}"`, `"${'0123456789abcdee'.repeat(4)}"`,
];
/** What breaks a JSON text, or makes another of it. */
const JSON_BREAKS = ['', '"', '"a" "b"', '"a\nb"', '"a\tb"', '"\\x"', '"\\u12"', '010', '+1', '.5', '1.', '1_000', '0x10', 'True', 'NaN', '1 2', '{', ']', '}', ',', '1,', "'a'", '// a\n1', '"a", "name": "b"'];
/** And in YAML. */
const YAML_VALUES = [
  ...JSON_VALUES, 'a', 'Ubuntu 24.04 build 7', 'a ', 'yes', 'no', 'on', 'Off', 'y', 'N', 'True', 'FALSE', 'NULL', 'Null', '~', '', '.inf', '-.Inf', '.nan', 'nan', 'inf', '1_000', '0x10', '0x1_0', '-0x10', '0o10', '010', '08', '0b1', '1:30',
  '12:30:45', '12:30:45.5', '+5', '.5', '5.', '1.5e3', '1.5e+3', '=', '<<', '2024-05-01', '2024-05-01T10:00:00Z', '2024-05-01 10:00:00', '2024-05-01t10:00:00.5 +1', '2024-02-31', 'a #b', 'a # b', '"a" # b', "'a'", "'it''s'", "'a\\'",
  "'{{ a }}'", '"a\n      b"', '"a\\\n      b"', "'a\n\n      b'", 'a\n      b', '|-\n      a', '>-\n      a\n      b', '|\n      a\n', '!!str 5', '!!int "5"', '!x a', '&a1 b', '[a, b]', '[a,a]', '[no]', '{a: b}', '{}', '- a', '-', 'a: b', ':',
  '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e', '12345678-1234-1234-1234-012345678901', '12345678901234567890123456789012', '1234567890123456789012345678e012', '"\\x41"', '"\\N"', 'a\tb', '# a', '-a', '--- a', '... a', '%a', 'a%', 'it\'s', 'a"b', 'a, b', 'a[b]', '\u00a0',
];
/** What breaks a YAML text. */
const YAML_BREAKS = [...JSON_BREAKS, '*a', '`a`', '@a', '"a"b', "'a' 'b'", '[a', '{a', '&a', '|\na', 'a: b: c', '\tx'];

/** What turns a value into nearly the same one: it may mean something, hide something, or be what another reader minds. */
const PIECES = [
  '0', '00', '1', '-', '+', '.', '.0', 'e3', '_', 'a', 'Z', 'g', ' ', '  ', '\t', '\n', '{', '}', '{{ x }}', '${x}', '{% x %}', '\\', '\\\\', '\\n', '\\u0061', '"', "'", "''", '#', ' #', ' # glance-lint-disable-line', ':', ': ', ',',
  'é', '🐧', '\ud800', '\u007f', '\u0085', '\u00a0', '\u2028', '\ufeff', '\ufffd', '*', '&', '!', '|', '>', '%', '@', '`', '~', '/', '[', ']', '-', 'x'.repeat(256),
];

function near(written: string, chance: Chance): string {
  const isQuoted = /^["']/.test(written);
  const at = chance.pick([0, written.length, isQuoted ? 1 : 0, isQuoted ? written.length - 1 : written.length, Math.floor(chance.next() * (written.length + 1))]);
  switch (chance.pick(['more', 'more', 'more', 'less', 'other', 'signs', 'capitals', 'quotes'])) {
    case 'more': return written.slice(0, at) + chance.pick(PIECES) + written.slice(at);
    case 'less': return written.slice(0, at) + written.slice(at + 1);
    case 'other': return written.slice(0, at) + chance.pick(PIECES) + written.slice(at + 1);
    // As if a sign stood for any character.
    case 'signs': return written.replace(/(?<=.)[^\w\s](?=.)/, 'x');
    case 'capitals': return written.toUpperCase();
    default: return isQuoted ? written.slice(1, -1) : `"${written}"`;
  }
}

function isSound(value: string, isJson: boolean): boolean {
  if (isJson) return jsonReader.read(`{"a": ${value}, "b": 1}`).problems.length === 0;
  const { documents: [document, ...others], problems } = yamlReader.read(`- a: ${value}\n  b: 1\n`);
  const list = document?.value as readonly { readonly b?: unknown }[];
  return problems.length + others.length === 0 && Array.isArray(list) && list.length === 1 && list[0]?.b === 1;
}

/** How a value looks at first sight. */
function lookOf(written: string): string {
  if (/^["']/.test(written)) return written.charAt(0);
  return /^[-+.\d]/.test(written) ? 'number' : /^[a-z~]/i.test(written) ? 'word' : 'other';
}

const [SOUND_JSON, SOUND_YAML] = [JSON_VALUES.filter((value) => isSound(value, true)), YAML_VALUES.filter((value) => isSound(value, false))];
const [BROKEN_JSON, BROKEN_YAML] = [[...JSON_BREAKS, ...JSON_VALUES.filter((value) => !isSound(value, true))], [...YAML_BREAKS, ...YAML_VALUES.filter((value) => !isSound(value, false))]];

/** Another value in place of one, as text; mostly one that looks like it. `mayBreak`: the text need not be readable with it. */
export function oddValue(written: string, isJson: boolean, mayBreak: boolean, chance: Chance): string {
  if (mayBreak && chance.is(0.1)) return chance.pick(isJson ? BROKEN_JSON : BROKEN_YAML);
  const like = chance.is(0.4) ? near(written, chance) : undefined;
  if (like !== undefined && (mayBreak ? !like.includes('\n') : isSound(like, isJson) && !like.includes('glance-lint-'))) return like;
  const values = isJson ? SOUND_JSON : SOUND_YAML;
  const alike = values.filter((value) => lookOf(value) === lookOf(written));
  return chance.pick(alike.length > 0 && chance.is(0.7) ? alike : values);
}
