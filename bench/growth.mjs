// How the cost of a run grows: with files, with megabytes of each kind of text, and with the number of rules.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { image, yamlImage } from './images.mjs';
import { peak, said, spread, timed } from './measure.mjs';

const FILES = [1, 10, 100, 1000, 3000, 10_000];
const MEGABYTES = [1, 5, 10, 25, 50, 100];
const KINDS = {
  'JSON array': { name: 'images.json', head: '[\n', one: (made) => JSON.stringify(made, null, 2), between: ',\n', tail: '\n]\n', most: 100 },
  'NDJSON': { name: 'images.jsonl', head: '', one: (made) => JSON.stringify(made), between: '\n', tail: '\n', most: 100 },
  'YAML list': { name: 'images.yaml', head: '---\n', one: (made) => yamlImage(made, '- ', '  ').trimEnd(), between: '\n', tail: '\n', most: 50 },
};

export function growth({ work, tool, isQuick }) {
  const runs = isQuick ? 1 : 5;
  const [node, command] = tool.command('', '');
  const measured = (operands) => {
    const call = [node, command, ...operands];
    timed(call, { env: tool.env });
    const times = Array.from({ length: runs }, () => timed(call, { env: tool.env }));
    return { wall: spread(times.map(({ wall }) => wall)), cpu: spread(times.map(({ cpu }) => cpu)), peak: peak(call, { env: tool.env }) };
  };
  const c = path.join(work, 'corpora/c');
  const folders = existsSync(c) ? readdirSync(c).sort() : [];
  const files = folders.length === 0 ? [] : FILES.map((count) => {
    const operands = count < 100 ? readdirSync(path.join(c, folders[0])).sort().slice(0, count).map((name) => path.join(c, folders[0], name))
      : folders.slice(0, count / 100).map((name) => path.join(c, name));
    return { count, ...measured(operands) };
  });
  const bytes = Object.entries(KINDS).map(([kind, { name, head, one, between, tail, most }]) => ({
    kind,
    points: MEGABYTES.filter((size) => size <= (isQuick ? 10 : most)).map((megabytes) => {
      const file = path.join(work, 'growth', String(megabytes), name);
      const images = existsSync(file) ? undefined : write(file, megabytes * 1e6, head, one, between, tail);
      return { megabytes, ...(images === undefined ? {} : { images }), ...measured([file]) };
    }),
  }));
  return { files, bytes, rules: rules(work, node, command, tool, measured) };
}

/** Only so many of the rules, chosen by a fixed shuffle. */
function rules(work, node, command, tool, measured) {
  const file = path.join(work, 'growth/10', KINDS.NDJSON.name);
  const { stdout } = said([node, command, '--print-config', file], { env: tool.env });
  const settings = JSON.parse(stdout.slice(stdout.indexOf('{'))).rules ?? {};
  const ids = Object.keys(settings).filter((id) => ![settings[id]].flat().includes('off')).sort((a, b) => (shuffled(a) < shuffled(b) ? -1 : 1));
  return [1, 10, 25, 50, 100, ids.length].filter((count) => count <= ids.length)
    .map((count) => ({ count, ...measured([file, '--only', ids.slice(0, count).join()]) }));
}

function shuffled(id) {
  let hash = 7;
  for (const character of id) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0;
  return hash;
}

function write(file, target, head, one, between, tail) {
  mkdirSync(path.dirname(file), { recursive: true });
  const parts = [head];
  let length = 0;
  let count = 0;
  for (; length < target; count++) {
    const text = (count === 0 ? '' : between) + one(image(count));
    parts.push(text);
    length += text.length;
  }
  parts.push(tail);
  writeFileSync(file, parts.join(''));
  return count;
}
