// Runs the examples of the rules in the given files and shows every message they produce:
// node scripts/test-rule.mjs rules/format/unknown-disk-format.ts …
import { rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from './bundle.mjs';
import { compileValidators } from './compile-validators.mjs';

compileValidators();
const dir = path.resolve(`.test-build/rule-${process.pid}`);
mkdirSync(dir, { recursive: true });
const imports = process.argv.slice(2).map((file, index) => `import rule${index} from ${JSON.stringify(path.resolve(file))};`);
writeFileSync(path.join(dir, 'entry.ts'), `${imports.join('\n')}
export { RuleTester } from ${JSON.stringify(path.resolve('src/tester/rule-tester.ts'))};
export const rules = [${imports.map((_, index) => `rule${index}`).join(', ')}];
`);
try {
  await build({ ...bundleOptions, splitting: false, entryPoints: [path.join(dir, 'entry.ts')], outfile: path.join(dir, 'entry.mjs') });
  const { RuleTester, rules } = await import(pathToFileURL(path.join(dir, 'entry.mjs')).href);
  const tester = new RuleTester();
  for (const rule of rules) {
    console.log(`\n${rule.id} (${rule.severity}, ${Object.values(rule.consequence).join(' ')})`);
    for (const example of rule.examples.bad) {
      for (const { range, message, fix } of await tester.findings(rule, example)) {
        console.log(`  ${range.start.line}:${range.start.column}-${range.end.line}:${range.end.column} ${message}${fix === null ? '' : ` [${fix.description}]`}`);
      }
    }
    await tester.run(rule);
  }
  console.log(`\n${rules.length} rules: examples hold`);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
