import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { JsonFile } from '../../src/project/json-file.js';
import { folderWith } from '../support/folder.js';

const TEXT = '{"findings": [{"a": "ö"}, 2], "x": "ü"}';

test('reports in UTF-8 and in UTF-16, as shells of Windows write them', () => {
  const littleEndian = Buffer.from(`\ufeff${TEXT}`, 'utf16le');
  const cwd = folderWith({ 'utf-8': TEXT, bom: `\ufeff${TEXT}`, 'utf-16le': littleEndian, 'utf-16be': Buffer.from(littleEndian).swap16() });
  for (const name of ['utf-8', 'bom', 'utf-16le', 'utf-16be']) {
    const file = JsonFile.open(name, cwd);
    assert.equal(file.value, { findings: [], x: 'ü' }, name);
    const items: unknown[] = [];
    file.each((item) => items.push(item.value(), file.itemAt(item)));
    assert.equal(items, [{ a: 'ö' }, { a: 'ö' }, 2, 2], name);
  }
});

test('what is no JSON, or cannot be read, is told by name', () => {
  const cwd = folderWith({ empty: '', broken: '{"findings": [', 'item': '{"findings": [nul]}' });
  for (const name of ['empty', 'broken']) assert.throws(() => JsonFile.open(name, cwd), `${name} is not JSON.`);
  const file = JsonFile.open('item', cwd);
  assert.throws(() => file.each((item) => item.value()), 'item is not JSON.');
  assert.throws(() => JsonFile.open('missing', cwd), 'The report missing cannot be read: there is no such file.');
  assert.throws(() => JsonFile.open('.', cwd), 'cannot be read: it is a folder');
});

test.run();
