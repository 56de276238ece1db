import { isAttribute } from '../../src/facts/attributes.js';
import { defineRule, defineSetRule, type ImageRule, type Rule } from '../../src/model/rule.js';
import { isOfFamilies, NAMES } from './image-families.js';

/*
 * Rules that find something in half of all odd values, whatever these are: what is not noticed, or is read otherwise
 * than it is meant, makes another report, also where no real rule would care.
 */

const META = {
  topic: 'plugin', summary: '', severity: 'warning', consequence: { by: 'reader', when: 'always', effect: 'unclear' }, why: '', source: [], examples: { bad: [], good: [] },
} as const;

/** Looks at one attribute or property only. */
function spyOn(name: string): ImageRule {
  const isBase = isAttribute(name);
  const place = isBase ? [name] : ['properties', name];
  return defineRule({
    ...META,
    id: `spy-${name}`, messages: { odd: 'Is {value}.', hidden: 'Is not known.' }, reads: [place.join('.')],
    check(image, { report }) {
      const value: unknown = isBase ? image[name] : image.properties[name];
      if (value === undefined) report({ message: 'hidden', at: place });
      else if (!isOfFamilies(name, value) && isChosen(value)) report({ message: 'odd', at: place, data: { value: JSON.stringify(value).slice(0, 100) } });
    },
  });
}

/** Looks at no value, only at which names have one. */
const spyOnNames = defineRule({
  ...META,
  id: 'spy-names', messages: { without: 'There is no value of {names}.' }, reads: ['*'],
  check(image, { report, isAbsent }) {
    const attributes = NAMES.filter(isAttribute).filter((name) => !isAbsent(name) && !(name in image));
    const properties = NAMES.filter((name) => !isAttribute(name) && !isAbsent(`properties.${name}`) && !(name in image.properties));
    const names = [...attributes, ...properties].join(', ');
    if (names !== '') report({ message: 'without', at: [], data: { names } });
  },
});

/** Looks at what dialects tell beside the image. */
const spyOnAnnex = defineRule({
  ...META,
  id: 'spy-annex', messages: { odd: 'Beside it is {value}.' }, reads: ['*'],
  check({ source, release }, { report }) {
    const value = { source, release };
    if ((source !== undefined || release !== undefined) && isChosen(value)) report({ message: 'odd', at: [], data: { value: JSON.stringify(value).slice(0, 200) } });
  },
});

function isChosen(value: unknown): boolean {
  let hash = 7;
  for (const unit of JSON.stringify(value)) hash = Math.imul(hash ^ (unit.codePointAt(0) as number), 0x01000193);
  return ((hash >>> 13) & 1) === 0;
}

/** Compares what no real rule compares. */
const spyOnSizes = defineSetRule<{ readonly size: number }>({
  ...META,
  id: 'spy-same', messages: { same: 'One of {count} of {size}.' }, reads: ['size', 'tags', 'min_ram'],
  keys: ({ size, tags = [], min_ram: ram }) => [...(size === undefined || size === null ? [] : [`${size}`]), ...tags.map((tag) => `tag ${tag}`), ...(ram === undefined ? [] : [`ram ${ram}`])],
  extract: ({ size }) => ({ size: size ?? 0 }),
  checkSet(members, { report }) {
    const [first] = members;
    if (first !== undefined) report({ member: first, message: 'same', at: [], data: { count: members.length, size: members.reduce((sum, { extract }) => sum + extract.size, 0) } });
  },
});

export const SPIES: readonly Rule[] = [...NAMES.map(spyOn), spyOnNames, spyOnAnnex, spyOnSizes];
