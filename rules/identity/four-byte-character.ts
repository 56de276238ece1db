import type { Image, Path } from '../../src/model/image.js';
import { defineRule } from '../../src/model/rule.js';
import { onceForFrozen } from '../../src/words/once-for-frozen.js';
import { show } from '../../src/words/show.js';

const TEXTS = ['name', 'owner', 'os_hash_algo', 'os_hash_value', 'store'] as const;
/** A cheap look first: nearly all texts have no such thing. */
const SURROGATE = /[\ud800-\udfff]/;
/** A character above U+FFFF, or half of one. */
const OUTSIDE = /[\u{10000}-\u{10ffff}\ud800-\udfff]/u;

export default defineRule({
  id: 'four-byte-character',
  topic: 'identity',
  summary: 'names, tags and properties keep to characters of at most three bytes in UTF-8',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  why: `MySQL's \`utf8\` stores at most three bytes a character, so Glance refuses all others with 400, whatever its
database is: emoji, and some rare Chinese characters. Half of such a character (a lone surrogate, as \`"\\ud83d"\` in
JSON) is worse: Glance fails with 500. Accents, Cyrillic and common Chinese characters are fine.`,
  source: ['glance glance/common/utils.py no_4byte_params', 'glance glance/db/sqlalchemy/api.py'],
  messages: {
    value: '{what} has the character {character} ({code}) in it, but Glance takes no characters above U+FFFF.',
    half: '{what} has half a character ({code}) in it; Glance cannot store it and answers 500.',
  },
  examples: {
    bad: [
      { manifest: 'name: "rocket \u{1F680}"\ndisk_format: raw\ncontainer_format: bare\n' },
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\ntags: [lts, "\u{1F512}"]\n"mood_\u{1F600}": good\ndescription: "fast \u{26A1} small \u{1F401}"\n', count: 3 },
      { manifest: 'name: "broken \\ud83d"\ndisk_format: raw\ncontainer_format: bare\n' },
    ],
    good: [{ manifest: 'name: "Übungsrechner 中文 ⚡"\ndisk_format: raw\ncontainer_format: bare\ntags: [žluť]\ndescription: "10 € / měsíc"\n', note: 'three bytes at most' }],
  },
  reads: ['*'],
  passes: ['name', 'owner', 'os_hash_value', 'tags'],
  check(image, { report }) {
    const { properties, tags = [] } = image;
    const look = (text: string, at: Path, onName = false): void => {
      if (!SURROGATE.test(text)) return;
      const character = OUTSIDE.exec(text)?.[0] ?? '';
      const code = `U+${character.codePointAt(0)?.toString(16).toUpperCase()}`;
      report({ message: character.length === 1 ? 'half' : 'value', at, onName, data: { what: inWords(at, onName), character, code } });
    };
    for (const name of TEXTS) look(image[name] ?? '', [name]);
    for (let index = 0; index < tags.length; index++) look(tags[index] as string, ['tags', index]);
    if (areShort(properties)) return;
    for (const name in properties) {
      look(name, ['properties', name], true);
      look(properties[name] as string, ['properties', name]);
    }
  },
});

/** Images that are alike share their properties. */
const areShort = onceForFrozen((properties: Image['properties']) => {
  for (const name in properties) if (SURROGATE.test(name) || SURROGATE.test(properties[name] as string)) return false;
  return true;
});

function inWords([first, second]: Path, onName: boolean): string {
  if (first === 'tags') return 'A tag';
  if (first !== 'properties') return String(first);
  return `${onName ? 'The property name' : 'Property'} ${show(second)}`;
}
