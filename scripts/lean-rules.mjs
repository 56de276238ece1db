// The command's main file holds the rules without their prose (why, examples, sources): half of their bytes, which a
// lint run would read and compile for nothing. Who shows prose loads the whole rules from a file of their own.
import { readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { transformSync } from 'esbuild';

const PROSE = new Set(['summary', 'why', 'source', 'examples']);
const RULE_FILE = /[\\/]rules[\\/][a-z]+[\\/][a-z0-9-]+\.ts$/;

export const leanRules = {
  name: 'lean-rules',
  setup(build) {
    build.onLoad({ filter: RULE_FILE }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const { code } = transformSync(source, { loader: 'ts', sourcefile: path });
      return { contents: withoutProse(code), loader: 'js' };
    });
  },
};

/** A rule's module without the prose in `defineRule({ … })`; other modules as they are. */
function withoutProse(code) {
  const { body } = parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  const rule = body.map(ruleIn).find((object) => object !== undefined);
  if (rule === undefined) return code;
  const doomed = rule.properties.filter(({ type, key }) => type === 'Property' && PROSE.has(key.name));
  return doomed.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end).replace(/^\s*,/, ''), code);
}

/** The object of `export default defineRule({ … })`, also by way of a variable, as esbuild writes it. */
function ruleIn(statement) {
  const call = statement.type === 'ExportDefaultDeclaration' ? statement.declaration : statement.declarations?.[0]?.init;
  const isRule = call?.type === 'CallExpression' && /^define(Violation|Set|Reader)?Rule$/.test(call.callee.name ?? '');
  return isRule && call.arguments[0]?.type === 'ObjectExpression' ? call.arguments[0] : undefined;
}
