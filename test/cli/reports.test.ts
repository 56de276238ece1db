import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cli } from '../support/cli.js';
import { BAD, folderWith, GOOD } from '../support/folder.js';
import { parseXml } from '../support/xml.js';

const FILES = { gitlab: 'gl-code-quality.json', junit: 'junit.xml', checkstyle: 'checkstyle.xml', rdjson: 'rd.json', markdown: 'summary.md', html: 'report.html', github: 'annotations.txt', sarif: 'out.sarif' };

test('one run of CI writes a report for each who reads one', () => {
  const cwd = folderWith({ '.git/HEAD': '', 'infra/images/bad.yaml': BAD, 'infra/images/good.yaml': GOOD.replace('Debian 13', 'Debian 12') });
  const formats = Object.entries(FILES).flatMap(([name, file]) => ['-f', `${name}=${file}`]);
  const { code, stdout, stderr } = cli(['-f', 'text', ...formats], { cwd: `${cwd}/infra` });
  assert.equal([code, stderr], [1, '']);
  assert.match(stdout, 'images/bad.yaml:2:14  error  ');
  const read = (name: keyof typeof FILES): string => readFileSync(`${cwd}/infra/${FILES[name]}`, 'utf8');
  const [degradation] = JSON.parse(read('gitlab')) as { location: unknown; severity: string }[];
  assert.equal([degradation?.severity, degradation?.location], ['critical', { path: 'infra/images/bad.yaml', lines: { begin: 2 } }]);
  assert.equal(parseXml(read('junit')).attributes, { name: 'glance-lint', tests: '1', failures: '1', errors: '0' });
  assert.is(parseXml(read('checkstyle')).children[0]?.attributes['name'], 'infra/images/bad.yaml');
  assert.match(read('rdjson'), '"path": "images/bad.yaml"');
  assert.match(read('markdown'), /^## glance-lint: 1 error\n\nIn 2 files \(2 images\); 1 fixable\.\n\n### images\/bad\.yaml\n/);
  assert.match(read('github'), '::error file=infra/images/bad.yaml,line=2,');
  assert.match(read('html'), '<p>Satisfied when disk_format is ');
});

test('a file that cannot be read is in every report that has a place for it', () => {
  const cwd = folderWith({ 'bad.yaml': BAD });
  for (const name of ['gitlab', 'junit', 'checkstyle', 'rdjson', 'markdown', 'html', 'github'] as const) {
    const { code, stdout } = cli(['bad.yaml', 'missing.yaml', '-f', name], { cwd });
    assert.is(code, 2, name);
    assert.match(stdout, /missing\.yaml.*Cannot be read|Cannot be read[^]*missing\.yaml/s, name);
  }
});

test.run();
