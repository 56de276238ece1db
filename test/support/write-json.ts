import type { Chance } from './chance.js';
import type { Plain } from './values.js';

/** A value as JSON text, with blanks and escapes as chance has it. `repeat` writes keys twice now and then. */
export function writeJson(value: Plain, chance: Chance, repeat = 0): string {
  const gap = (): string => (chance.is(0.6) ? '' : chance.pick([' ', '\n', '\r\n', '\t', '\n  ', ' \r']));
  const text = (string: string): string =>
    Array.from(JSON.stringify(string).slice(1, -1).matchAll(/\\u[0-9a-f]{4}|\\.|[^\\]/gsu), ([written]) => {
      if (written.length === 1 && chance.is(0.05)) return `\\u${written.charCodeAt(0).toString(16).padStart(4, '0')}`;
      return written === '/' && chance.is(0.3) ? '\\/' : written;
    }).join('');
  const write = (item: Plain): string => {
    if (typeof item === 'string') return `"${text(item)}"`;
    if (typeof item !== 'object' || item === null) return JSON.stringify(item);
    if (Array.isArray(item)) return `[${gap()}${item.map((each) => `${gap()}${write(each)}${gap()}`).join(',')}${gap()}]`;
    const entries = Object.keys(item).flatMap((name) => {
      const entry = (each: Plain): string => `${gap()}"${text(name)}"${gap()}:${gap()}${write(each)}${gap()}`;
      const own = entry(item[name] as Plain);
      return chance.is(repeat) ? [entry(chance.is(0.5) ? null : (item[name] as Plain)), own] : [own];
    });
    return `{${gap()}${entries.join(',')}${gap()}}`;
  };
  return `${gap()}${write(value)}${gap()}`;
}
