// The corpora, by letter. `node bench/corpora.mjs FOLDER [a b c d e f g]` writes them; the same bytes every time.
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { image, isBad, yamlImage } from './images.mjs';

const MB = 1e6;
const pretty = (value) => `${JSON.stringify(value, null, 2)}\n`;
const inList = (value) => `  ${JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')}`;

/** Letter → what is written, and where. */
export const CORPORA = {
  a: { title: '1 file', path: 'a/image.json', make: (folder) => files(folder, 'a', 1, () => 'image.json', (made) => pretty(made)) },
  b: { title: '1,000 JSON files', path: 'b', make: (folder) => files(folder, 'b', 1000, (index) => `image-${five(index)}.json`, pretty) },
  c: { title: '10,000 JSON files', path: 'c', make: (folder) => files(folder, 'c', 10_000, (index) => `${five(index).slice(0, 3)}/image-${five(index)}.json`, pretty) },
  d: { title: '1,000 YAML files', path: 'd', make: (folder) => files(folder, 'd', 1000, (index) => `image-${five(index)}.yaml`, (made) => `---\n${yamlImage(made)}`) },
  e: { title: '100 MB JSON array', path: 'e/images.json', make: (folder) => one(folder, 'e/images.json', 100 * MB, '[\n', inList, ',\n', '\n]\n') },
  f: { title: '100 MB NDJSON', path: 'f/images.jsonl', make: (folder) => one(folder, 'f/images.jsonl', 100 * MB, '', (made) => `${JSON.stringify(made)}\n`, '', '') },
  g: { title: '10 MB YAML list', path: 'g/images.yaml', make: (folder) => one(folder, 'g/images.yaml', 10 * MB, '---\n', (made) => yamlImage(made, '- ', '  '), '', '') },
};

/** Writes corpora, and says how many images are in them and how many of those are bad. */
export function makeCorpora(folder, letters = Object.keys(CORPORA)) {
  return Object.fromEntries(letters.map((letter) => [letter, CORPORA[letter].make(folder)]));
}

const five = (index) => String(index).padStart(5, '0');

function files(folder, letter, count, name, text) {
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const file = path.join(folder, letter, name(index));
    mkdirSync(path.dirname(file), { recursive: true });
    const body = text(image(index));
    bytes += body.length;
    writeFileSync(file, body);
  }
  return { files: count, images: count, bytes, bad: countBad(count) };
}

function one(folder, name, target, head, text, between, tail) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  const descriptor = openSync(file, 'w');
  let bytes = 0;
  let count = 0;
  let buffer = head;
  while (bytes + buffer.length < target) {
    buffer += (count === 0 ? '' : between) + text(image(count++));
    if (buffer.length > MB) {
      bytes += writeSync(descriptor, buffer);
      buffer = '';
    }
  }
  bytes += writeSync(descriptor, buffer + tail);
  closeSync(descriptor);
  return { files: 1, images: count, bytes, bad: countBad(count) };
}

const countBad = (count) => Array.from({ length: count }, (_, index) => isBad(index)).filter(Boolean).length;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder = 'corpora', ...letters] = process.argv.slice(2);
  console.log(makeCorpora(folder, letters.length === 0 ? undefined : letters));
}
