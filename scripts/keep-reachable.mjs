// Deletes the declaration files that nobody who imports the entry can see.
import { readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';

export function keepReachable(folder, entry) {
  const reachable = new Set();
  const visit = (file) => {
    if (reachable.has(file)) return;
    reachable.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, name] of text.matchAll(/(?:from |import\()['"](\.[^'"]+)\.js['"]/g)) visit(path.resolve(path.dirname(file), `${name}.d.ts`));
  };
  visit(path.resolve(folder, entry));
  prune(path.resolve(folder), reachable);
}

/** Says whether a folder is empty now. */
function prune(folder, kept) {
  const left = readdirSync(folder, { withFileTypes: true }).filter((item) => {
    const file = path.join(folder, item.name);
    if (item.isDirectory()) {
      if (!prune(file, kept)) return true;
      rmdirSync(file);
      return false;
    }
    if (kept.has(file)) return true;
    rmSync(file);
    return false;
  });
  return left.length === 0;
}
