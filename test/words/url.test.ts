import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { architectureIn } from '../../src/words/architecture.js';
import { endingOf, urlParts } from '../../src/words/url.js';

test('a URL falls into its parts as they are written', () => {
  assert.equal(urlParts('HTTPS://user:p%40ss@Images.ACME.dev:8443/a/b.qcow2?x=1&y=@2#top'), {
    scheme: 'https', userInfo: 'user:p%40ss', host: 'images.acme.dev', path: '/a/b.qcow2', query: 'x=1&y=@2',
  });
  assert.equal(urlParts('http://[2001:db8::1]:80/x'), { scheme: 'http', userInfo: undefined, host: '[2001:db8::1]', path: '/x', query: '' });
  assert.equal(urlParts('file:///srv/a.iso'), { scheme: 'file', userInfo: undefined, host: '', path: '/srv/a.iso', query: '' });
  for (const text of ['', 'private', 'https:/host/x', 'mailto:a@b.c', '//host/x', '/srv/a.iso']) assert.is(urlParts(text), undefined, text);
});

test('an ending is what follows the last dot', () => {
  assert.is(endingOf('/a/b.tar.XZ'), 'xz');
  assert.is(endingOf('/a.d/b'), undefined);
});

test('an architecture is told by one word, or several that mean the same', () => {
  assert.is(architectureIn('FreeBSD-14.2-STABLE-arm64-aarch64'), 'aarch64');
  assert.is(architectureIn('flatcar/amd64-usr/current'), 'x86_64');
  assert.is(architectureIn('CentOS-7-x86_64-GenericCloud'), 'x86_64');
  for (const text of ['', 'amd64-and-arm64', 'x86', 'box64', 'harm64', 'debian-i386']) assert.is(architectureIn(text), undefined, text);
});

test.run();
