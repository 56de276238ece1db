import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { cacheFolder, readOwn, writeOwn } from '../../src/project/user-cache.js';
import { folderWith } from '../support/folder.js';

test('the cache folder is where each system wants it, and never a relative or shared one', () => {
  assert.is(cacheFolder({ XDG_CACHE_HOME: '/x', HOME: '/home/me' }, 'linux'), '/x/glance-lint');
  assert.is(cacheFolder({ XDG_CACHE_HOME: 'x', HOME: '/home/me' }, 'linux'), '/home/me/.cache/glance-lint');
  assert.is(cacheFolder({ XDG_CACHE_HOME: '', HOME: '/home/me' }, 'linux'), '/home/me/.cache/glance-lint');
  assert.is(cacheFolder({ HOME: '/Users/me' }, 'darwin'), '/Users/me/Library/Caches/glance-lint');
  assert.is(cacheFolder({ HOME: 'me' }, 'linux'), undefined);
  assert.is(cacheFolder({}, 'linux'), undefined);
  assert.is(cacheFolder({ HOME: '/home/me' }, 'win32'), undefined);
});

test('what is written is for the user alone, and is read again', () => {
  const file = path.join(folderWith({}), 'glance-lint', 'kept');
  writeOwn(file, Buffer.from('one'));
  writeOwn(file, Buffer.from('two'));
  assert.is(String(readOwn(file)), 'two');
  assert.is(statSync(file).mode & 0o777, 0o600);
  assert.is(statSync(path.dirname(file)).mode & 0o777, 0o700);
  assert.equal(readdirSync(path.dirname(file)), ['kept']);
});

test('what others can write, links and folders are not read', () => {
  const folder = folderWith({ shared: 'x', real: 'x' });
  chmodSync(path.join(folder, 'shared'), 0o666);
  chmodSync(path.join(folder, 'real'), 0o600);
  symlinkSync('real', path.join(folder, 'link'));
  assert.is(String(readOwn(path.join(folder, 'real'))), 'x');
  for (const name of ['shared', 'link', '.', 'no-such-file']) assert.is(readOwn(path.join(folder, name)), undefined, name);
});

test('nothing is written to a folder that others can write, and nothing is left of the attempt', () => {
  const folder = path.join(folderWith({}), 'glance-lint');
  mkdirSync(folder);
  chmodSync(folder, 0o777);
  assert.throws(() => writeOwn(path.join(folder, 'kept'), Buffer.from('x')), 'others can write in it');
  assert.equal(readdirSync(folder), []);
  assert.throws(() => writeOwn('/proc/no-such-folder/glance-lint/kept', Buffer.from('x')));
});

test('what nobody has written for long is removed', () => {
  const folder = path.join(folderWith({}), 'glance-lint');
  mkdirSync(folder, { mode: 0o700 });
  for (const name of ['old', 'recent']) writeFileSync(path.join(folder, name), name);
  utimesSync(path.join(folder, 'old'), 1e9, 1e9);
  writeOwn(path.join(folder, 'kept'), Buffer.from('x'));
  assert.equal(readdirSync(folder).sort(), ['kept', 'recent']);
  assert.is(readFileSync(path.join(folder, 'recent'), 'utf8'), 'recent');
});

test.run();
