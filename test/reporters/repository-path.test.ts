import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { pathToUri, repositoryPath } from '../../src/reporters/repository-path.js';

test('paths are told from the root of the repository', () => {
  assert.is(repositoryPath('a.yaml'), 'a.yaml');
  assert.is(repositoryPath('./a/./b.yaml', ''), 'a/b.yaml');
  assert.is(repositoryPath('b.yaml', 'infra/images'), 'infra/images/b.yaml');
  assert.is(repositoryPath('../b.yaml', 'infra/images/'), 'infra/b.yaml');
  assert.is(repositoryPath('../../../b.yaml', 'infra'), '../../b.yaml');
  assert.is(repositoryPath('/abs//b.yaml', 'infra'), '/abs/b.yaml');
  assert.is(repositoryPath('C:/abs/../b.yaml', 'infra'), 'C:/b.yaml');
});

test('URIs are encoded, and nothing in them is taken for a scheme', () => {
  assert.is(pathToUri('a b/ü%#?.yaml'), 'a%20b/%C3%BC%25%23%3F.yaml');
  assert.is(pathToUri('javascript:x.yaml'), 'javascript%3Ax.yaml');
  assert.is(pathToUri('<stdin>'), '%3Cstdin%3E');
  assert.is(pathToUri('a\ud800.yaml'), 'a%EF%BF%BD.yaml');
  assert.is(pathToUri('/abs/b.yaml'), 'file:///abs/b.yaml');
  assert.is(pathToUri('C:/abs/b.yaml'), 'file:///C:/abs/b.yaml');
});

test.run();
