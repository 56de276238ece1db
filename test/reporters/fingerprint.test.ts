import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fingerprinter, hash64 } from '../../src/reporters/fingerprint.js';
import { reportOf } from './sample.js';

async function fingerprints(text: string, file = 'a.yaml'): Promise<string[]> {
  const { findings } = await reportOf([{ file, text }]);
  return findings.map(fingerprinter());
}

const image = (name: string): string => `- name: ${name}\n  disk_format: RAW\n  container_format: bare\n`;

test('hashes as the published vectors of FNV-1a have it', () => {
  assert.is(hash64(''), 'cbf29ce484222325');
  assert.is(hash64('a'), 'af63dc4c8601ec8c');
  assert.is(hash64('foobar'), '85944171f73967e8');
});

test('lines and other images do not count', async () => {
  const [alone] = await fingerprints(image('b'));
  const [, second] = await fingerprints(`# a comment\n\n${image('a')}${image('b')}`);
  assert.is(second, alone);
});

test('file, image and rule count', async () => {
  const all = [
    ...await fingerprints(image('b')),
    ...await fingerprints(image('b'), 'b.yaml'),
    ...await fingerprints(image('c')),
    ...await fingerprints('- name: b\n  container_format: bare\n  disk_format: raw\n  homepage: http://x\n'),
  ];
  assert.is(all.length, 4);
  assert.is(new Set(all).size, 4);
});

test('images without a name are told by their number', async () => {
  const nameless = '- disk_format: RAW\n  container_format: bare\n';
  const [first, second] = await fingerprints(nameless + nameless);
  assert.is.not(first, second);
});

test('the same thing twice is numbered', async () => {
  const [first, , , second] = await fingerprints(image('b') + image('c') + image('b'));
  assert.is(second, `${first}:2`);
});

test.run();
