import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cli } from '../support/cli.js';
import { BAD, folderWith, GOOD } from '../support/folder.js';

const found = (args: readonly string[], cwd: string): string[] => {
  const { stdout, stderr } = cli([...args, '-f', 'json'], { cwd });
  assert.is(stderr, '');
  return (JSON.parse(stdout) as { findings: { file: string; rule: string; severity: string }[] }).findings
    .filter(({ rule }) => rule === 'unknown-disk-format').map(({ file, severity }) => `${file} ${severity}`);
};

test('the nearest config above each manifest holds, up to the repository', () => {
  const cwd = folderWith({
    'glance-lint.config.yaml': 'rules: {unknown-disk-format: "off"}\n',
    'repo/.git/HEAD': '',
    'repo/one/bad.yaml': BAD,
    'repo/two/bad.yaml': BAD,
    'repo/two/glance-lint.config.json': '{"rules": {"unknown-disk-format": "info"}}',
    'repo/three/bad.yaml': BAD,
    'repo/three/package.json': '{"name": "x", "glance-lint": {"rules": {"unknown-disk-format": "warning"}}}',
    'outside/bad.yaml': BAD,
  });
  assert.equal(found(['repo'], cwd), ['repo/one/bad.yaml error', 'repo/three/bad.yaml warning', 'repo/two/bad.yaml info']);
  assert.equal(found(['outside'], cwd), []);
  assert.equal(found(['outside', '--no-config'], cwd), ['outside/bad.yaml error']);
  assert.equal(found(['repo', '--config', 'repo/two/glance-lint.config.json'], cwd).map((line) => line.split(' ')[1]), ['info', 'info', 'info']);
});

test('overrides by glob, ignores, and the command line above all', () => {
  const cwd = folderWith({
    'glance-lint.config.yaml': `
rules: {unknown-disk-format: warning}
overrides:
  - {files: ["old/**"], rules: {unknown-disk-format: "off"}}
  - {files: ["*.keep.yaml"], rules: {unknown-disk-format: error}}
ignores: [vendor/]
`,
    'bad.yaml': BAD, 'old/bad.yaml': BAD, 'old/a.keep.yaml': BAD, 'vendor/bad.yaml': BAD,
  });
  assert.equal(found(['.'], cwd), ['bad.yaml warning', 'old/a.keep.yaml error']);
  assert.equal(found(['.', '--rule', 'unknown-disk-format=info'], cwd), ['bad.yaml info', 'old/a.keep.yaml info', 'old/bad.yaml info']);
});

test('a config extends presets and other files', () => {
  const cwd = folderWith({
    'base.yaml': 'rules: {unknown-disk-format: info}\n',
    'a/glance-lint.config.yaml': 'extends: ../base.yaml\n', 'a/bad.yaml': BAD,
    'b/glance-lint.config.yaml': 'extends: []\n', 'b/bad.yaml': BAD,
    'c/glance-lint.config.yaml': 'extends: [strict, ../base.yaml]\n', 'c/bad.yaml': BAD,
  });
  assert.equal(found(['.'], cwd), ['a/bad.yaml info', 'c/bad.yaml error']);
});

test('errors in a config name file, line and the allowed values', () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['rules:\n  unknown-disk-format: eror\n', /glance-lint\.config\.yaml:2:24: .*"eror".*"off", "info", "warning" or "error".*Did you mean "error"/],
    ['rule: {}\n', /:1:1: .*no setting "rule".*Did you mean "rules"/],
    ['cloud:\n  diskFormat: [raw]\n', /:2:3: .*no setting "diskFormat".*Did you mean "diskFormats"/],
    ['rules:\n  unknown-disk-fromat: off\n', /:2:\d+: There is no rule "unknown-disk-fromat"\. Did you mean "unknown-disk-format"/],
    ['extends: recomended\n', /There is no preset "recomended"\. Did you mean "recommended"/],
    ['extends: ./nowhere.yaml\n', /no file "\.\/nowhere\.yaml"/],
    ['extends: ./glance-lint.config.yaml\n', /round in a circle/],
    ['rules:\n  unknown-disk-format: [error, {a: 1}]\n', /:2:\d+: Rule "unknown-disk-format" has no options/],
    ['cloud: {admin: maybe}\n', /"cloud.admin" is "maybe", but must be true or false/],
    ['rules: [\n', /glance-lint\.config\.yaml:\d+:\d+: /],
    ['failOn: error\nfailOn: never\n', /:2:1: The key "failOn" stands twice/],
    ['cloud: {imageSchema: nowhere.json}\n', /:1:\d+: .*no such file/],
    ['- 1\n', /must be a mapping/],
  ];
  for (const [config, expected] of cases) {
    const { code, stderr, stdout } = cli(['good.yaml'], { cwd: folderWith({ 'good.yaml': GOOD, 'glance-lint.config.yaml': config }) });
    assert.is(code, 2, config);
    assert.match(stderr, expected);
    assert.is(stdout, '');
  }
});

test("a cloud's own image schema brings its formats and properties", () => {
  const schema = { name: 'image', properties: { disk_format: { enum: [null, 'raw', 'squashfs'] }, container_format: { enum: [null, 'bare'] }, tier: { type: 'string', enum: ['gold', 'iron'] } } };
  const cwd = folderWith({
    'glance-lint.config.yaml': 'cloud: {imageSchema: schema.json}\n',
    'schema.json': JSON.stringify(schema),
    'a.yaml': 'name: a\ndisk_format: squashfs\ncontainer_format: bare\ntier: gold\n',
    'b.yaml': 'name: b\ndisk_format: qcow2\ncontainer_format: bare\ntier: silver\n',
  });
  const { stdout } = cli(['a.yaml', 'b.yaml', '-f', 'compact', '--only', 'unknown-disk-format,outside-image-schema'], { cwd });
  assert.match(stdout, /b\.yaml:2:14.*qcow2/);
  assert.match(stdout, /b\.yaml:4:7.*"gold", "iron"/);
  assert.not.match(stdout, 'a.yaml');
});

test('--print-config shows what holds for a file', () => {
  const cwd = folderWith({ 'glance-lint.config.yaml': 'rules: {unknown-disk-format: info}\ncloud: {admin: true}\nfailOn: warning\n' });
  const shown = JSON.parse(cli(['--print-config', 'x.yaml'], { cwd }).stdout) as { rules: Record<string, unknown>; cloud: { admin: boolean }; failOn: string };
  assert.is(shown.rules['unknown-disk-format'], 'info');
  assert.is(shown.cloud.admin, true);
  assert.is(shown.failOn, 'warning');
});

test.run();
