import { fstatSync, statSync } from 'node:fs';

/** The terminal on an output; undefined when something else is there. Node's streams are loaded only for a terminal: they cost a tenth of a short run. */
export function terminalOn(descriptor: 1 | 2): NodeJS.WriteStream | undefined {
  if (isSurelyNoTerminal(descriptor)) return undefined;
  const stream = descriptor === 1 ? process.stdout : process.stderr;
  return stream.isTTY ? stream : undefined;
}

function isSurelyNoTerminal(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return !stats.isCharacterDevice() || stats.rdev === statSync('/dev/null').rdev;
  } catch {
    return false;
  }
}
