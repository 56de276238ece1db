// The command's main file holds rules and facts without their prose (why, examples, sources): half of their bytes, which
// a lint run would read and compile for nothing. Who shows prose loads the whole of them from a file of its own.
import { readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { transformSync } from 'esbuild';

const KINDS = [
  { files: /[\\/]rules[\\/][a-z]+[\\/][a-z0-9-]+\.ts$/, prose: new Set(['summary', 'why', 'source', 'examples']), objectsIn: ruleIn },
  { files: /[\\/]src[\\/]facts[\\/]properties[\\/][a-z-]+\.ts$/, prose: new Set(['summary', 'source', 'example']), objectsIn: everyObject },
];

export const lean = {
  name: 'lean',
  setup(build) {
    for (const { files, prose, objectsIn } of KINDS) {
      build.onLoad({ filter: files }, ({ path }) => {
        const { code } = transformSync(readFileSync(path, 'utf8'), { loader: 'ts', sourcefile: path });
        return { contents: without(prose, objectsIn, code), loader: 'js' };
      });
    }
  },
};

function without(names, objectsIn, code) {
  const doomed = objectsIn(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }))
    .flatMap(({ properties }) => properties)
    .filter(({ type, key }) => type === 'Property' && names.has(key.name))
    .sort((a, b) => a.start - b.start);
  return doomed.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end).replace(/^\s*,/, ''), code);
}

/** The object of `export default defineRule({ … })`, also by way of a variable, as esbuild writes it. */
function ruleIn({ body }) {
  for (const statement of body) {
    const call = statement.type === 'ExportDefaultDeclaration' ? statement.declaration : statement.declarations?.[0]?.init;
    const isRule = call?.type === 'CallExpression' && /^define(Violation|Set|Reader)?Rule$/.test(call.callee.name ?? '');
    if (isRule && call.arguments[0]?.type === 'ObjectExpression') return [call.arguments[0]];
  }
  return [];
}

function everyObject(node) {
  if (typeof node !== 'object' || node === null) return [];
  const inner = Object.values(node).flatMap(everyObject);
  return node.type === 'ObjectExpression' ? [node, ...inner] : inner;
}
