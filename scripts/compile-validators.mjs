// Compiles the JSON Schemas that every run needs into plain functions, so that a run never loads ajv for them.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020, _ } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import formats from 'ajv-formats';
import { quickCheck } from './compile-quick-check.mjs';

const schemas = ['image', 'config', 'report'];
const out = new URL('../src/schema/generated/', import.meta.url);
/** Every lint run validates images, and ajv-formats brings the patterns of all formats along. */
const FORMATS = { image: { formats: _`require("../date-time.js").formats` } };
/** What a validator has no use for, and would carry along. */
const PROSE = new Set(['title', 'description', 'examples', '$comment']);

export function compileValidators() {
  mkdirSync(out, { recursive: true });
  for (const name of schemas) {
    const schema = JSON.parse(readFileSync(new URL(`../schemas/${name}.schema.json`, import.meta.url), 'utf8'), withoutProse);
    const ajv = new Ajv2020({ allErrors: name !== 'report', strict: true, allowUnionTypes: true, verbose: name === 'config', code: { source: true, esm: true, lines: true, ...FORMATS[name] } });
    formats.default(ajv);
    writeIfChanged(new URL(`${name}.js`, out), `// Made by scripts/compile-validators.mjs from schemas/${name}.schema.json.\n${standalone.default(ajv, ajv.compile(schema))}`);
    writeIfChanged(new URL(`${name}.d.ts`, out), "import type { ValidateFunction } from 'ajv';\nexport const validate: ValidateFunction;\n");
    if (name === 'image') {
      writeIfChanged(new URL('image-quick.js', out), `// Made by scripts/compile-quick-check.mjs from schemas/image.schema.json.\n${quickCheck(schema)}`);
      writeIfChanged(new URL('image-quick.d.ts', out), 'export function isSurelyRight(attributes: object, properties: object): boolean;\n');
    }
  }
}

/** For `JSON.parse`. A property that is called like a keyword is an object, and stays. */
function withoutProse(key, value) {
  return PROSE.has(key) && (typeof value === 'string' || Array.isArray(value)) ? undefined : value;
}

/** Several builds may run at once: what is right already is left alone. */
function writeIfChanged(url, text) {
  if (!existsSync(url) || readFileSync(url, 'utf8') !== text) writeFileSync(url, text);
}
