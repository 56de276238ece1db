import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as assert from 'uvu/assert';

/** Holds a text against a file of test/reporters/golden; with UPDATE_GOLDEN=1 it writes the file instead. */
export function matchesGolden(name: string, text: string): void {
  const file = `test/reporters/golden/${name}`;
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
  else assert.fixture(text, existsSync(file) ? readFileSync(file, 'utf8') : '', name);
}
