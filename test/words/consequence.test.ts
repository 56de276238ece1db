import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { By, Effect, When } from '../../src/model/finding.js';
import { consequenceInWords } from '../../src/words/consequence.js';

const WHO: readonly By[] = ['glance', 'nova', 'cinder', 'ironic', 'client', 'operator', 'reader'];
const MOMENTS: readonly When[] = ['create', 'upload', 'import', 'boot', 'volume', 'always'];
const EFFECTS: readonly Effect[] = ['rejected', 'fails', 'ignored', 'altered', 'unsafe', 'unclear'];

test('every consequence is a sentence of its own', () => {
  const sentences = WHO.flatMap((by) => MOMENTS.flatMap((when) => EFFECTS.map((effect) => consequenceInWords({ by, when, effect }))));
  for (const sentence of sentences) assert.match(sentence, /^[A-Z][\w ,]+\.$/);
  assert.is(new Set(sentences).size, sentences.length);
});

test('in words', () => {
  assert.is(consequenceInWords({ by: 'glance', when: 'create', effect: 'rejected' }), 'Glance rejects this when the image is created.');
  assert.is(consequenceInWords({ by: 'reader', when: 'always', effect: 'rejected' }), 'Programs that read the file reject it.');
  assert.is(consequenceInWords({ by: 'reader', when: 'always', effect: 'unclear' }), 'Whoever reads it may be misled by this.');
});

test.run();
