import { CODENAMES, DISTRIBUTIONS, type DistributionFact } from '../facts/distributions.js';

const BY_FORM: ReadonlyMap<string, DistributionFact> = new Map(
  // Names last: what is one system's name wins over what is another one's discouraged form.
  [...DISTRIBUTIONS.flatMap((fact) => formsOf(fact).map((form) => [form.toLowerCase(), fact] as const)), ...DISTRIBUTIONS.map((fact) => [fact.name, fact] as const)],
);
const BY_SHORT_ID: readonly (readonly [RegExp, DistributionFact])[] = DISTRIBUTIONS.flatMap((fact) =>
  (fact.shortIds ?? []).map((id) => [new RegExp(`^${id.replaceAll('.', '\\.')}\\d[\\w.]*$`), fact] as const));

function formsOf({ synonyms = [], discouraged = [] }: DistributionFact): readonly string[] {
  return [...synonyms, ...discouraged];
}

/** The system that a value of os_distro means, in whatever form; undefined when nobody knows it. */
export function distributionNamed(value: string): DistributionFact | undefined {
  const word = value.trim().toLowerCase();
  return BY_FORM.get(word) ?? distributionOfShortId(word);
}

/** Is this, letter by letter, a form that Glance's documentation says not to use? */
export function isDiscouraged(value: string): boolean {
  return DISTRIBUTIONS.some(({ discouraged = [] }) => discouraged.includes(value));
}

/** The system of a libosinfo short id, which ends in a version: `ubuntu22.04`, `win2k19`. */
export function distributionOfShortId(value: string): DistributionFact | undefined {
  return BY_SHORT_ID.find(([pattern]) => pattern.test(value))?.[1];
}

/** Does a system descend from another one, or replace it, so that it may pass for it? */
export function isRelative(system: DistributionFact, other: DistributionFact): boolean {
  return system.varietyOf === other.name || system.passesFor?.includes(other.name) === true;
}

/** The version number that a codename stands for. */
export function versionOfCodename(distribution: string, codename: string): string | undefined {
  if (distribution !== 'ubuntu' && distribution !== 'debian') return undefined;
  const table = CODENAMES[distribution];
  const word = codename.trim().toLowerCase();
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

/** A system that the name of an image speaks of. */
export interface Mention {
  readonly fact: DistributionFact;
  readonly index: number;
  /** The version that follows, with dots. */
  readonly version?: string;
}

/** Words that stand between a system and its version: "CentOS-Stream-GenericCloud-9", "ubuntu-minimal-22.04". */
const BETWEEN = '(?:[\\s_.-]*(?:gnu/linux|linux|stream|server|genericcloud|generic|cloud|base|minimal|lts)(?![a-z]))*[\\s_.-]*v?';

interface NamePattern {
  readonly fact: DistributionFact;
  readonly system: RegExp;
  readonly version: RegExp | undefined;
  readonly codename: RegExp | undefined;
}

const NAME_PATTERNS: readonly NamePattern[] = DISTRIBUTIONS.flatMap((fact) => {
  if (fact.inNames === undefined) return [];
  const codenames = fact.name === 'ubuntu' || fact.name === 'debian' ? Object.keys(CODENAMES[fact.name]) : [];
  return [{
    fact,
    system: new RegExp(`(?<![a-z])(?:${fact.inNames})(?![a-z])`, 'i'),
    version: fact.versionInNames === undefined ? undefined : new RegExp(`${BETWEEN}(${fact.versionInNames})(?!\\d)`, 'iy'),
    codename: codenames.length === 0 ? undefined : new RegExp(`${BETWEEN}(${codenames.join('|')})(?![a-z])`, 'iy'),
  }];
});

/** The systems that a name speaks of, in its order. "Fedora CoreOS" is one, not three. */
export function systemsIn(name: string): Mention[] {
  const found = NAME_PATTERNS.flatMap(({ fact, system, version, codename }) => {
    const match = system.exec(name);
    if (match === null) return [];
    const end = match.index + match[0].length;
    const number = versionAt(version, name, end)?.replaceAll(/[_-]/g, '.').replace(/^(\d\d)(\d\d)$/, '$1.$2');
    const word = versionAt(codename, name, end);
    const told = number ?? (word === undefined ? undefined : versionOfCodename(fact.name, word));
    return [{ fact, index: match.index, end, ...(told === undefined ? {} : { version: told }) }];
  });
  const isWithin = (a: typeof found[number], b: typeof found[number]): boolean =>
    a !== b && b.index <= a.index && a.end <= b.end && b.end - b.index > a.end - a.index;
  return found.filter((mention) => !found.some((other) => isWithin(mention, other))).sort((a, b) => a.index - b.index);
}

function versionAt(pattern: RegExp | undefined, name: string, at: number): string | undefined {
  if (pattern === undefined) return undefined;
  pattern.lastIndex = at;
  return pattern.exec(name)?.[1];
}

/** Do two versions contradict each other? One may say less than the other: 9 and 9.4 do not. */
export function contradictVersions(a: string, b: string): boolean {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  return left.some((number, index) => index < right.length && number !== right[index]);
}

function numbersOf(version: string): readonly number[] {
  return version.split('.').map(Number);
}

/** The numeric version that a value of os_version begins with, or stands for by its codename. */
export function versionNumber(distribution: string, value: string): string | undefined {
  return versionOfCodename(distribution, value) ?? /^\s*v?(\d+(?:\.\d+)*)/i.exec(value)?.[1];
}
