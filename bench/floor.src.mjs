// The floor: JSON.parse and ajv's compiled validator, and nothing else. No positions, no YAML, no lists of images.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { validate } from './validate.mjs';

let bad = 0;
for (const operand of process.argv.slice(2)) {
  for (const file of statSync(operand).isDirectory() ? readdirSync(operand, { recursive: true }).map((name) => path.join(operand, name)) : [operand]) {
    if (!file.endsWith('.json')) continue;
    if (!validate(JSON.parse(readFileSync(file, 'utf8')))) bad++;
  }
}
console.log(`${bad} bad`);
process.exitCode = bad === 0 ? 0 : 1;
