import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { applyEdits } from '../../src/engine/edited-text.js';
import { lintText } from '../../src/index.js';
import type { Config } from '../../src/model/config.js';
import type { Report } from '../../src/model/report.js';

const CONFIG: Config = { extends: [], rules: { 'unknown-disk-format': 'error', 'duplicate-tag': 'warning', 'duplicate-id': 'error', 'unused-suppression': 'warning' } };

async function lint(text: string, path = 'image.yaml', config: Config = CONFIG): Promise<Report> {
  return lintText(text, { path, config });
}

/** `rule@line` of all findings, then of what is held back, with reasons. */
async function told(text: string, path?: string, config?: Config): Promise<[string, string]> {
  const { findings, suppressed, summary } = await lint(text, path, config);
  assert.is(summary.suppressed, suppressed.length);
  return [
    findings.map(({ rule, range }) => `${rule}@${range.start.line}`).join(' '),
    suppressed.map(({ rule, range, suppression }) => `${rule}@${range.start.line}${suppression?.reason === null ? '' : ` (${suppression?.reason})`}`).join(' '),
  ];
}

/** The messages about comments, and the text after their safe fixes. */
async function mended(text: string, path?: string): Promise<[string[], string]> {
  const about = (await lint(text, path)).findings.filter(({ rule }) => rule === 'unused-suppression');
  return [about.map(({ message }) => message), applyEdits(text, about.flatMap(({ fix }) => (fix?.safe === true ? fix.edits : [])))];
}

const image = (format: string): string => `name: x\n${format}\ncontainer_format: bare\n`;

test('disable-next-line reaches the next line, with a reason', async () => {
  assert.equal(await told(image('# glance-lint-disable-next-line unknown-disk-format -- our own Glance knows it\ndisk_format: QCOW2')),
    ['', 'unknown-disk-format@3 (our own Glance knows it)']);
  assert.equal(await told(image('# glance-lint-disable-next-line unknown-disk-format\n\ndisk_format: QCOW2')),
    ['unused-suppression@2 unknown-disk-format@4', '']);
});

test('several of them may stand above one line, each with its reason', async () => {
  const text = `name: x
disk_format: raw
container_format: bare
# glance-lint-disable-next-line duplicate-tag -- sorted later
# other remark
# glance-lint-disable-next-line duplicate-key -- it is none
tags: [a, a]
`;
  const [findings, suppressed] = await told(text, 'image.yaml', { ...CONFIG, rules: { ...CONFIG.rules, 'duplicate-key': 'error' } });
  assert.is(suppressed, 'duplicate-tag@7 (sorted later)');
  assert.is(findings, 'unused-suppression@6');
});

test('disable-line reaches its own line, also behind other remarks', async () => {
  assert.equal(await told(image('disk_format: QCOW2 # glance-lint-disable-line')), ['', 'unknown-disk-format@2']);
  assert.equal(await told(image('disk_format: QCOW2 # noqa # glance-lint-disable-line unknown-disk-format')), ['', 'unknown-disk-format@2']);
  assert.equal(await told(image('disk_format: QCOW2 #glance-lint-disable-line: unknown-disk-format,duplicate-id -- why')), ['', 'unknown-disk-format@2 (why)']);
});

test('disable-file reaches everything, wherever it stands', async () => {
  assert.equal(await told(`---\n${image('disk_format: QCOW2')}---\n${image('disk_format: VHDD')}# glance-lint-disable-file unknown-disk-format -- old\n`),
    ['', 'unknown-disk-format@3 (old) unknown-disk-format@7 (old)']);
});

test('disable and enable reach what stands between them', async () => {
  const text = `- {name: a, disk_format: QCOW2, container_format: bare}
# glance-lint-disable unknown-disk-format, duplicate-tag -- from here
- {name: b, disk_format: QCOW2, container_format: bare, tags: [t, t]}
# glance-lint-enable duplicate-tag
- {name: c, disk_format: QCOW2, container_format: bare, tags: [t, t]}
# glance-lint-enable
- {name: d, disk_format: QCOW2, container_format: bare}
`;
  assert.equal(await told(text), ['unknown-disk-format@1 duplicate-tag@5 unknown-disk-format@7',
    'unknown-disk-format@3 (from here) duplicate-tag@3 (from here) unknown-disk-format@5 (from here)']);
});

test('a comment above an image reaches only that line', async () => {
  const text = '# glance-lint-disable-next-line unknown-disk-format\n- name: a\n  disk_format: QCOW2\n  container_format: bare\n';
  assert.equal(await told(text), ['unused-suppression@1 unknown-disk-format@3', '']);
});

test('a finding over several lines is where it starts', async () => {
  const text = 'name: x\n# glance-lint-disable-next-line duplicate-key\nname:\n  x\ndisk_format: raw\ncontainer_format: bare\n';
  assert.equal(await told(text, 'image.yaml', { extends: [], rules: { 'duplicate-key': 'error' } }), ['', 'duplicate-key@3']);
});

test('text that looks like a comment is text', async () => {
  assert.equal(await told('name: "x # glance-lint-disable-file"\nnote: |\n  # glance-lint-disable-file\ndisk_format: QCOW2\ncontainer_format: bare\n'), ['unknown-disk-format@4', '']);
});

test('HCL and JSONC have their own comments', async () => {
  const block = (body: string): string => `resource "openstack_images_image_v2" "x" {\n  name = "x"\n  container_format = "bare"\n${body}\n}\n`;
  for (const body of [
    '  disk_format = "QCOW2" // glance-lint-disable-line unknown-disk-format -- why',
    '  # glance-lint-disable-next-line unknown-disk-format -- why\n  disk_format = "QCOW2"',
    '  /* glance-lint-disable-next-line unknown-disk-format -- why */\n  disk_format = "QCOW2"',
    '  /*\n   glance-lint-disable-next-line unknown-disk-format\n -- why\n   */\n  disk_format = "QCOW2"',
  ]) {
    const [findings, suppressed] = await told(block(body), 'main.tf');
    assert.is(findings, '', body);
    assert.match(suppressed, /^unknown-disk-format@\d \(why\)$/, body);
  }
  const json = '{\n  "name": "x",\n  "container_format": "bare",\n  // glance-lint-disable-next-line unknown-disk-format -- why\n  "disk_format": "QCOW2",\n}\n';
  assert.equal(await told(json, 'image.jsonc'), ['', 'unknown-disk-format@5 (why)']);
});

test('a syntax error cannot be held back', async () => {
  const config: Config = { extends: [], rules: { 'syntax-error': 'error' } };
  assert.is((await told('# glance-lint-disable-file\nname: x\ntags: [a\n', 'image.yaml', config))[0], 'syntax-error@3');
});

test('comments hold back what only shows beside other images', async () => {
  const one = 'name: x\nid: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e\ndisk_format: raw\ncontainer_format: bare\n';
  assert.is((await told(`${one}---\n${one}`))[0], 'duplicate-id@7');
  assert.equal(await told(`${one}---\n${one.replace('id:', '# glance-lint-disable-next-line duplicate-id -- a copy\nid:')}`), ['', 'duplicate-id@8 (a copy)']);
  assert.equal(await told(`${one}---\n${one.replace('id:', '# glance-lint-disable-next-line\nid:')}`), ['', 'duplicate-id@8']);
});

test('whether rules that compare images, and rules that are off, find nothing is not told', async () => {
  assert.equal(await told(image('# glance-lint-disable-next-line duplicate-id, empty-name, acme/naming\ndisk_format: raw')), ['', '']);
});

test('what nobody needs any more goes, and the rest stays', async () => {
  assert.equal(await mended(image('  # glance-lint-disable-next-line unknown-disk-format -- x\r\ndisk_format: raw')),
    [['"unknown-disk-format" finds nothing here, so this comment holds nothing back; it would hide a later finding.'], image('disk_format: raw')]);
  assert.equal((await mended(image('disk_format: raw   # glance-lint-disable-line unknown-disk-format')))[1], image('disk_format: raw'));
  assert.equal((await mended(image('disk_format: raw # qcow2 once # glance-lint-disable-line unknown-disk-format')))[1], image('disk_format: raw # qcow2 once'));
  assert.equal((await mended(`${image('disk_format: raw')}# glance-lint-disable-file unknown-disk-format`))[1], image('disk_format: raw'));
  assert.equal((await mended('/* glance-lint-disable-file unknown-disk-format */ {"name": "x", "disk_format": "raw", "container_format": "bare"}', 'x.jsonc'))[1],
    ' {"name": "x", "disk_format": "raw", "container_format": "bare"}');
  const list = (rules: string): string => image(`# glance-lint-disable-next-line ${rules} -- why\ndisk_format: QCOW2`);
  assert.equal(await mended(list('unknown-disk-format, duplicate-tag')),
    [['"duplicate-tag" finds nothing here; the comment can do without.'], list('unknown-disk-format')]);
  assert.equal((await mended(list('duplicate-tag, unknown-disk-format')))[1], list('unknown-disk-format'));
  assert.equal((await mended(list('duplicate-tag unknown-disk-format,duplicate-tag')))[1], list('unknown-disk-format'));
});

test('words that mean nothing are told, with what was meant', async () => {
  const message = async (comment: string): Promise<string> => (await mended(image(`disk_format: raw # ${comment}`)))[0].join('\n');
  assert.match(await message('glance-lint-disable-line unknown-disk-fromat'), 'There is no rule "unknown-disk-fromat", so nothing of it is held back. Did you mean "unknown-disk-format"?');
  assert.match(await message('glance-lint-disable-line duplicate-id zzzzzzzz'), 'There is no rule "zzzzzzzz", so nothing of it is held back. If it belongs to the reason, write " -- " before that.');
  assert.match(await message('glance-lint-disable-nextline x'), '"glance-lint-disable-nextline" means nothing to glance-lint. Did you mean "glance-lint-disable-next-line"?');
  assert.match(await message('glance-lint-enable'), 'No comment above holds anything back that this one could end.');
  assert.is(await message('glance-lint-action reads this'), '');
  assert.is(await message('see glance-lint-disable-line'), '');
});

test('where nothing is linted, nothing is told of comments', async () => {
  const { findings } = await lintText('# glance-lint-disable-file unrecognised-manifest\nservices: {}\n', { path: 'compose.yaml' });
  assert.equal(findings, []);
});

test('a long comment of blanks takes no time', async () => {
  const start = Date.now();
  await lint(`name: x # glance-lint-disable-line${' '.repeat(500_000)}x\ndisk_format: raw\ncontainer_format: bare # ${'# '.repeat(200_000)}\n`);
  assert.ok(Date.now() - start < 3000, `${Date.now() - start} ms`);
});

test.run();
