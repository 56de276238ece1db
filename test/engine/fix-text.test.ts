import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { applyEdits } from '../../src/engine/edited-text.js';
import { fixText, type LintedForFixes } from '../../src/engine/fix-text.js';
import { Linter } from '../../src/linter.js';
import type { Finding, Fix } from '../../src/model/finding.js';
import { readerFor } from '../../src/text/index.js';
import { Chance } from '../support/chance.js';
import { objectOf, type Plain } from '../support/values.js';
import { writeJson } from '../support/write-json.js';
import { writeYaml } from '../support/write-yaml.js';

const ALL = (): boolean => true;

/** A finding for each match of a pattern, with a fix that puts something else there. */
function finder(...rules: readonly (readonly [rule: string, pattern: RegExp, put: string | ((found: string) => string), isSafe?: boolean])[]): (text: string) => LintedForFixes {
  return (text) => ({
    problems: text.split('!').length - 1,
    images: 1,
    findings: rules.flatMap(([rule, pattern, put, safe = true]) => Array.from(text.matchAll(pattern), ({ 0: found, index: start }): Finding => {
      const fix: Fix = { safe, description: 'Mend it', edits: [{ start, end: start + found.length, text: typeof put === 'string' ? put : put(found) }] };
      return { rule, messageId: 'm', data: { found }, pointer: '', document: 0, image: null, fix } as unknown as Finding;
    })),
  });
}

test('makes all fixes that do not touch each other at once, the others in the next pass', () => {
  let passes = 0;
  const find = finder(['one', /a/g, 'b'], ['two', /ca|cb/g, 'd']);
  const { text, edits, fixed, dropped } = fixText('xa ca xa', (given) => { passes++; return find(given); }, ALL);
  assert.is(text, 'xb d xb');
  assert.is(applyEdits('xa ca xa', edits), text);
  assert.equal([fixed.length, dropped.length, passes], [3, 0, 2]);
});

test('makes only the fixes that are wanted', () => {
  const find = finder(['one', /a/g, 'b'], ['two', /c/g, 'd', false]);
  assert.is(fixText('a c', find, ({ safe }) => safe).text, 'b c');
  assert.is(fixText('a c', find, ALL).text, 'b d');
});

test('makes very many fixes', () => {
  const { text, fixed } = fixText('a '.repeat(130_000), finder(['one', /a/g, 'b']), ALL);
  assert.is(fixed.length, 130_000);
  assert.ok(text === 'b '.repeat(130_000));
});

test('goes on until nothing is left', () => {
  const chain = finder(...Array.from({ length: 6 }, (_, index) => [`rule-${index}`, new RegExp(String(index + 1), 'g'), String(index)] as const));
  assert.is(fixText('5', chain, ALL).text, '0');
});

test('says which fix would break the text, and makes the others', () => {
  const { text, dropped, fixed } = fixText('a a c a a', finder(['one', /a/g, 'b'], ['two', /c/g, '!']), ALL);
  assert.is(text, 'b b c b b');
  assert.is(fixed.length, 4);
  assert.equal(dropped.map(({ finding, reason }) => [finding.rule, reason]), [['two', 'the text could not be read any more']]);
});

test('says which fix would not help', () => {
  const { text, dropped } = fixText('a c', finder(['one', /[cd]/g, 'd'], ['two', /a/g, 'b']), ALL);
  assert.is(text, 'b c');
  assert.equal(dropped.map(({ reason }) => reason), ['the finding would stay']);
});

test('stops where fixes undo each other', () => {
  const { text, dropped } = fixText('a', finder(['one', /a/g, 'b'], ['two', /b/g, 'a']), ALL);
  assert.is(text, 'b');
  assert.equal(dropped.map(({ finding, reason }) => [finding.rule, reason]), [['two', 'fixes undo each other']]);
});

test('never takes all parts of a list or map at once', async () => {
  const linter = await Linter.create({ dialect: 'glance', intent: 'create', extends: [], rules: { 'read-only-attribute': 'error', 'duplicate-tag': 'warning' } });
  const fix = async (text: string, path = 'x.yaml'): Promise<string> => (await linter.fixText(text, { path, level: 'all' })).text;
  assert.is(await fix('- status: active\n  # as it was\n  size: 1\n  file: x\n- name: y\n'), '- {}\n  # as it was\n- name: y\n');
  assert.is(await fix('[{"status": "active", "size": 1}, {"name": "y"}]', 'x.json'), '[{}, {"name": "y"}]');
  assert.is(await fix('name: x\ntags: [a, b, a, b, a]\n'), 'name: x\ntags: [a, b]\n');
  assert.is(await fix('name: x\ntags:\n  - a\n  - a # again\n  - b\n  - a\n'), 'name: x\ntags:\n  - a\n  - b\n');
  assert.is(await fix('name: x\nstatus: a\nsize: 1\nchecksum: b\nself: c\nfile: d\nschema: e\ncreated_at: f\nupdated_at: g\nvirtual_size: 1\n'), 'name: x\n');
});

test('leaves alone what a comment speaks for', async () => {
  const linter = await Linter.create();
  const text = 'name: x\ndisk_format: QCOW2 # glance-lint-disable-line unknown-disk-format -- ours\ncontainer_format: BARE\n';
  assert.is((await linter.fixText(text)).text, text.replace('BARE', 'bare'));
  assert.is((await linter.fixText(text, { ignoreSuppressions: true })).text, text.replace('QCOW2', 'qcow2').replace('BARE', 'bare'));
});

/** Images as people might write them in a hurry. */
const entry: fc.Arbitrary<readonly [string, Plain]> = fc.oneof(
  fc.tuple(fc.constantFrom('disk_format', 'disk_fromat'), fc.constantFrom('qcow2', 'QCOW2', 'vhdx ', 'img', 5, null)),
  fc.tuple(fc.constantFrom('container_format'), fc.constantFrom('bare', 'BARE', 'bear', null)),
  fc.tuple(fc.constantFrom('min_disk', 'min_ram', 'minDisk'), fc.constantFrom(0, 1, '10', 10737418240, 2 ** 40, -1)),
  fc.tuple(fc.constantFrom('visibility'), fc.constantFrom('public', 'Public', 'privat', null)),
  fc.tuple(fc.constantFrom('protected', 'os_hidden'), fc.constantFrom(true, 'true', 'False', null)),
  fc.tuple(fc.constant('tags'), fc.array(fc.constantFrom('a', 'b', 'a b', 5), { maxLength: 5 })),
  fc.tuple(fc.constantFrom('checksum', 'os_hash_value'), fc.constantFrom('443B7623E27ECF03DC9E01EE93F67AFE', 'md5:443b7623e27ecf03dc9e01ee93f67afe', 'x')),
  fc.tuple(fc.constantFrom('status', 'created_at', 'self', 'file', 'size', 'virtual_size'), fc.constantFrom('active', 1, 5 * 2 ** 30, '2026-01-01')),
  fc.tuple(fc.constantFrom('hw_disk_bus', 'hw_diskbus', 'hw_firmware_type', 'hw_machine_type', 'os_distro', 'os_version', 'architecture', 'hw_cpu_cores'),
    fc.constantFrom('virtio', 'Virtio', 'UEFI', 'q35', 'ubuntu', 'Ubuntu', 22.1, 'amd64', 'arm64', true, 4, null)),
  fc.tuple(fc.constantFrom('traits:CUSTOM_GOLD', 'trait:CUSTOM_GOLD', 'trait.CUSTOM_GOLD'), fc.constantFrom('required', 'true', true)),
);
const image = fc.array(entry, { minLength: 1, maxLength: 12 }).map((entries) => objectOf([['name', 'x'], ['id', '6b7e6f3c1d2a4b5c8d9e0f1a2b3c4d5e'], ...entries]));

test('whatever the manifest: it still reads, nothing else changes, and fixing again finds nothing to do', async () => {
  const linter = await Linter.create({ extends: ['strict', 'scs'], intent: 'create', dialect: 'glance' });
  let changes = 0;
  await fc.assert(fc.asyncProperty(fc.array(image, { minLength: 1, maxLength: 3 }), fc.integer(), fc.boolean(), async (images, seed, isJson) => {
    const chance = new Chance(seed);
    const path = isJson ? 'x.json' : 'x.yaml';
    const text = isJson ? writeJson(images, chance) : writeYaml(images, chance, { aliases: 0.1, lineEnd: chance.pick(['\n', '\r\n']) });
    const level = chance.pick(['safe', 'all'] as const);
    const fixes = await linter.fixText(text, { path, level });
    if (fixes.text !== text) changes++;
    const reader = await readerFor(isJson ? 'json' : 'yaml');
    const { documents, problems } = reader.read(fixes.text);
    assert.equal(problems.map(({ reason }) => reason), [], `${text}\n-->\n${fixes.text}`);
    assert.is((documents[0]?.value as unknown[]).length, images.length);
    assert.is(applyEdits(text, fixes.edits), fixes.text);
    const [before, after] = [text, fixes.text].map((given) => (reader.comments?.(given) ?? []).map(({ start, end }) => given.slice(start, end)));
    for (const comment of after ?? []) assert.ok(before?.includes(comment), comment);
    assert.is(fixes.dropped.map(({ finding, reason }) => `${finding.rule}: ${reason}`).join(), '', `${text}\n-->\n${fixes.text}`);
    const again = await linter.fixText(fixes.text, { path, level });
    assert.is(again.text, fixes.text);
  }), { numRuns: 400 });
  assert.ok(changes > 250, `${changes}`);
});

test.run();
