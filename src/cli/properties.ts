import { PROPERTIES, propertyFact } from '../facts/properties/index.js';
import { UsageError } from '../project/errors.js';
import { extraSpecOf } from '../words/extra-spec.js';
import { meantProperty } from '../words/meant-property.js';
import { propertyRows } from '../words/property-words.js';
import { sentence } from '../words/sentence.js';
import { clip } from '../words/show.js';
import { wrap } from '../words/wrap.js';

export interface PropertiesOptions {
  /** Columns of the terminal. */
  readonly width: number;
}

const NAME_COLUMN = 28;
const LABEL_COLUMN = 12;

/**
 * One property with all that is known about it, or the list of all of them.
 *
 * @throws UsageError when nobody is known to read a property of that name
 */
export function renderProperties(name: string | undefined, { width }: PropertiesOptions): string {
  if (name === undefined) return renderAll(width);
  const fact = propertyFact(name) ?? PROPERTIES.find((one) => one.name === name);
  if (fact === undefined) throw new UsageError(`${notKnown(name)} "glance-lint properties" lists those that are known.`);
  const rows = propertyRows(fact).map(([label, words]) => row(label, words, width));
  return `${fact.name}\n${wrap(sentence(fact.summary), width - 2).map((line) => `  ${line}`).join('\n')}\n\n${rows.flat().join('\n')}\n`;
}

function renderAll(width: number): string {
  const lines = PROPERTIES.toSorted((a, b) => (a.name < b.name ? -1 : 1)).flatMap(({ name, summary }) => {
    const head = `${name.padEnd(NAME_COLUMN - 1)} `;
    const [first = '', ...rest] = wrap(summary, Math.max(20, width - NAME_COLUMN));
    // A long name has its line for itself.
    const top = head.length > NAME_COLUMN ? [name, `${' '.repeat(NAME_COLUMN)}${first}`] : [`${head}${first}`];
    return [...top, ...rest.map((line) => `${' '.repeat(NAME_COLUMN)}${line}`)];
  });
  return `${lines.join('\n')}\n\n${PROPERTIES.length} properties. More on one: glance-lint properties NAME.\n`;
}

function row(label: string, text: string, width: number): string[] {
  return wrap(text, Math.max(20, width - LABEL_COLUMN - 2)).map((line, index) => `  ${(index === 0 ? label : '').padEnd(LABEL_COLUMN)}${line}`);
}

function notKnown(name: string): string {
  const shown = clip(name);
  const extraSpec = extraSpecOf(name);
  if (extraSpec !== undefined) return `"${shown}" is no image property: Nova reads "${clip(extraSpec)}" from flavors only.`;
  const meant = meantProperty(name)?.name;
  return `No service is known to read "${shown}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`;
}
