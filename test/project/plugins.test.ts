import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cli } from '../support/cli.js';
import { folderWith, GOOD } from '../support/folder.js';

const rule = (id: string, check: string, extra = ''): string => `{
  id: '${id}', topic: 'plugin', summary: 'x', severity: 'error', consequence: { by: 'operator', when: 'always', effect: 'unclear' },
  why: 'x', source: ['x'], messages: { no: 'Not like this: {name}.' }, examples: { bad: [], good: [] }, reads: ['*'],
  ${extra} check(image, { report, options }) { ${check} } }`;

const plugin = (...rules: string[]): string => `export default { name: 'acme', rules: [${rules.join(', ')}], presets: { house: { rules: { 'acme/naming': 'warning' } } } };`;

const NAMING = rule('naming', `if (!image.name.startsWith(options.prefix)) report({ message: 'no', at: ['name'], data: { name: image.name } });`,
  `options: { type: 'object', additionalProperties: false, properties: { prefix: { type: 'string', default: 'acme-' } } },`);

test('a plugin named on the command line is loaded; its rules are configured, its presets extended', () => {
  const cwd = folderWith({
    'acme.mjs': plugin(NAMING), 'good.yaml': GOOD,
    'one/glance-lint.config.yaml': 'rules: {acme/naming: error}\n', 'one/good.yaml': GOOD,
    'two/glance-lint.config.yaml': 'extends: acme/house\n', 'two/good.yaml': GOOD,
    'three/glance-lint.config.yaml': 'rules: {acme/naming: [error, {prefix: Debian}]}\n', 'three/good.yaml': GOOD,
  });
  const { stdout } = cli(['--plugin', 'acme.mjs', '.', '-f', 'compact'], { cwd });
  assert.match(stdout, /one\/good\.yaml:1:7: error: Not like this: Debian 13\. \[acme\/naming\]/);
  assert.match(stdout, /two\/good\.yaml:1:7: warning: Not like this/);
  assert.not.match(stdout, 'three/');
});

test('plugins that a config names are not loaded unless that is allowed', () => {
  const cwd = folderWith({
    'glance-lint.config.yaml': 'plugins: [./acme.mjs]\nrules: {acme/naming: error}\n', 'good.yaml': GOOD,
    'acme.mjs': `console.error('THE PLUGIN RAN'); ${plugin(NAMING)}`,
  });
  const refused = cli(['good.yaml'], { cwd });
  assert.is(refused.code, 2);
  assert.match(refused.stderr, '--allow-plugins');
  const skipped = cli(['good.yaml', '--no-plugins', '-f', 'compact'], { cwd });
  assert.is(skipped.code, 0);
  assert.not.match(refused.stderr + skipped.stderr, 'THE PLUGIN RAN');
  const allowed = cli(['good.yaml', '--allow-plugins', '-f', 'compact'], { cwd });
  assert.is(allowed.code, 1);
  assert.match(allowed.stderr, 'THE PLUGIN RAN');
  assert.match(allowed.stdout, 'acme/naming');
});

test('options of rules are held against the schema of the rule', () => {
  const cwd = folderWith({ 'acme.mjs': plugin(NAMING), 'good.yaml': GOOD, 'glance-lint.config.yaml': 'rules:\n  acme/naming: [error, {perfix: x}]\n' });
  const { code, stderr } = cli(['--plugin', './acme.mjs', 'good.yaml'], { cwd });
  assert.is(code, 2);
  assert.match(stderr, /config\.yaml:2:\d+: Rule "acme\/naming" has no option "perfix"; it has "prefix"/);
});

test('a rule that throws or breaks its contract is named, with the manifest; the run goes on and exits with 2', () => {
  const rules = [
    rule('thrower', `throw new TypeError('boom')`),
    rule('nameless', `report({ message: 'yes', at: [] })`),
    rule('valueless', `report({ message: 'no', at: [] })`),
    rule('placeless', `report({ message: 'no', at: ['min_ram', 'x'], data: { name: 1 } }); report({ message: 'no', at: ['size'], data: { name: 1 } })`),
    rule('fine', `report({ message: 'no', at: ['name'], data: { name: 'fine' } })`),
  ];
  const config = `rules: {${['thrower', 'nameless', 'valueless', 'placeless', 'fine'].map((id) => `acme/${id}: error`).join(', ')}}\n`;
  const cwd = folderWith({ 'acme.mjs': plugin(...rules), 'good.yaml': GOOD, 'glance-lint.config.yaml': config });
  const { code, stdout, stderr } = cli(['--plugin', './acme.mjs', 'good.yaml', '-f', 'compact'], { cwd });
  assert.is(code, 2);
  assert.match(stdout, 'acme/fine');
  assert.match(stderr, /good\.yaml: Rule "acme\/thrower" failed: TypeError: boom/);
  assert.match(stderr, /"acme\/nameless" reports an unknown message: "yes"/);
  assert.match(stderr, /"acme\/valueless" gives no value for \{name\}/);
  assert.match(stderr, /"acme\/placeless" reports a place that the image does not have: size/);
  assert.not.match(stderr, /\n\s+at /);
});

test('what a plugin still has to say after the report is not cut off', () => {
  const late = `setTimeout(() => console.log('at last'), 100); ${plugin(NAMING)}`;
  const cwd = folderWith({ 'acme.mjs': late, 'good.yaml': GOOD, 'glance-lint.config.yaml': 'plugins: [./acme.mjs]\n' });
  assert.match(cli(['--plugin', './acme.mjs', '--no-config', 'good.yaml'], { cwd }).stdout, /at last\n$/);
  assert.match(cli(['--allow-plugins', 'good.yaml'], { cwd }).stdout, /at last\n$/);
});

test('what is no plugin is told in words', () => {
  const cwd = folderWith({ 'good.yaml': GOOD, 'a.mjs': 'export default 1;', 'b.mjs': 'throw new Error("nope")', 'c.mjs': 'export default { name: "Not Kebab" };', 'd.mjs': 'export default { name: "d", rules: [{}] };' });
  const cases: readonly (readonly [string, RegExp])[] = [
    ['./a.mjs', /"\.\/a\.mjs" exports nothing as its default/],
    ['./b.mjs', /"\.\/b\.mjs" failed to load: nope/],
    ['./c.mjs', /kebab-case "name"/],
    ['./d.mjs', /rule without an id/],
    ['./e.mjs', /"\.\/e\.mjs" was not found/],
    ['no-such-package', /npm install --save-dev no-such-package/],
  ];
  for (const [name, expected] of cases) {
    const { code, stderr } = cli(['--plugin', name, 'good.yaml'], { cwd });
    assert.is(code, 2, name);
    assert.match(stderr, expected);
  }
});

test('a package is found from the folder, also when it knows only import', () => {
  const cwd = folderWith({
    'good.yaml': GOOD, 'glance-lint.config.yaml': 'rules: {acme/naming: error}\n',
    'node_modules/glance-lint-acme/package.json': '{"name":"glance-lint-acme","type":"module","exports":{".":{"import":"./main.js"}}}',
    'node_modules/glance-lint-acme/main.js': plugin(NAMING),
  });
  assert.match(cli(['--plugin', 'glance-lint-acme', 'good.yaml', '-f', 'compact'], { cwd }).stdout, 'acme/naming');
});

test('a dialect of a plugin reads its own manifests', () => {
  const dialect = `{ name: 'list', title: 'acme list', nonStringProperty: 'rejected', markers: ['acme_images'],
    recognise: (document) => document?.acme_images !== undefined,
    *images(document) { for (const [index, it] of document.acme_images.entries()) yield { attributes: { name: it.called, disk_format: it.kind, container_format: 'bare' }, properties: {}, intent: 'create', locate: ([first]) => ['acme_images', index, ...(first === undefined ? [] : [{ name: 'called', disk_format: 'kind' }[first] ?? first])] }; },
    record() { throw new Error('no records'); } }`;
  const cwd = folderWith({ 'acme.mjs': `export default { name: 'acme', dialects: [${dialect}] };`, 'x.yaml': 'acme_images:\n  - called: a\n    kind: QCOW2\n' });
  const { stdout } = cli(['--plugin', './acme.mjs', 'x.yaml', '-f', 'compact', '--only', 'unknown-disk-format'], { cwd });
  assert.match(stdout, /^x\.yaml:3:11: error/);
});

test.run();
