// Makes a function of the image schema that says "surely right" or "not sure", many times as fast as a validator: it
// goes by the names that an image has, and collects no errors. What it is not sure of, the validator looks at.

const REGULAR = { 'date-time': String.raw`/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/` };

/** The code of `isSurelyRight(attributes, properties)`. */
export function quickCheck({ properties: { properties: bag, ...attributes } }) {
  const cases = Object.entries(attributes).flatMap(([name, schema]) => {
    const condition = conditionOf(schema, 'value');
    return condition === undefined ? [] : [[name, condition]];
  });
  return `export function isSurelyRight(attributes, properties) {
  for (const name in attributes) {
    const value = attributes[name];
    switch (name) {
${cases.map(([name, condition]) => `      case ${JSON.stringify(name)}: if (!(${condition})) return false; break;`).join('\n')}
      default: return false;
    }
  }
  for (const name in properties) {
    const value = properties[name];
    if (!(${conditionOf({ type: 'string', ...bag.propertyNames }, 'name')} && ${conditionOf(bag.additionalProperties, 'value')})) return false;
  }
  return true;
}
function all(list, isRight) {
  if (!Array.isArray(list)) return false;
  for (let index = 0; index < list.length; index++) if (!isRight(list[index])) return false;
  return true;
}
`;
}

/** When a value surely is as a schema wants it; undefined when that cannot be told in short. */
function conditionOf({ type, enum: words, maxLength, pattern, format, minimum, maximum, items, readOnly, ...others }, value) {
  if (Object.keys(others).some((keyword) => !['title', 'description'].includes(keyword))) return undefined;
  if (words !== undefined) return words.map((word) => `${value} === ${JSON.stringify(word)}`).join(' || ');
  const conditions = [type].flat().map((one) => {
    if (one === 'null') return `${value} === null`;
    if (one === 'boolean') return `typeof ${value} === 'boolean'`;
    if (one === 'integer') return and(`Number.isInteger(${value})`, minimum !== undefined && `${value} >= ${minimum}`, maximum !== undefined && `${value} <= ${maximum}`);
    if (one === 'array') {
      const item = items && conditionOf(items, 'item');
      return item && `all(${value}, (item) => ${item})`;
    }
    if (one !== 'string' || (format !== undefined && REGULAR[format] === undefined)) return undefined;
    // A length counts characters, of which there are never more than units.
    return and(
      `typeof ${value} === 'string'`,
      maxLength !== undefined && `${value}.length <= ${maxLength}`,
      pattern !== undefined && `/${pattern}/u.test(${value})`,
      format !== undefined && `${REGULAR[format]}.test(${value})`,
    );
  });
  return conditions.includes(undefined) ? undefined : conditions.join(' || ');
}

const and = (...conditions) => `(${conditions.filter(Boolean).join(' && ')})`;
