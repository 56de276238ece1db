import { CODENAMES, DISTRIBUTIONS, type DistributionFact } from '../facts/distributions.js';

const BY_FORM: ReadonlyMap<string, DistributionFact> = new Map(
  // Names last: what is one system's name wins over what is another one's discouraged form.
  [...DISTRIBUTIONS.flatMap((fact) => formsOf(fact).map((form) => [form.toLowerCase(), fact] as const)), ...DISTRIBUTIONS.map((fact) => [fact.name, fact] as const)],
);
const BY_SHORT_ID: readonly (readonly [RegExp, DistributionFact])[] = DISTRIBUTIONS.flatMap((fact) =>
  (fact.shortIds ?? []).map((id) => [new RegExp(`^${id.replaceAll('.', '\\.')}\\d[\\w.]*$`), fact] as const));

const DISCOURAGED: ReadonlyMap<string, readonly string[]> = new Map(
  DISTRIBUTIONS.flatMap(({ discouraged = [] }) => discouraged).map((form) =>
    [form, DISTRIBUTIONS.filter(({ discouraged = [] }) => discouraged.includes(form)).map(({ name }) => name)] as const),
);

function formsOf({ synonyms = [], discouraged = [] }: DistributionFact): readonly string[] {
  return [...synonyms, ...discouraged];
}

/** The system that a value of os_distro means, in whatever form; undefined when nobody knows it. */
export function distributionNamed(value: string): DistributionFact | undefined {
  const word = value.trim().toLowerCase();
  return BY_FORM.get(word) ?? distributionOfShortId(word);
}

/** The names to use instead of a form that Glance's documentation says not to use; empty for all other forms. */
export function insteadOf(form: string): readonly string[] {
  return DISCOURAGED.get(form) ?? [];
}

/** The system of a libosinfo short id, which ends in a version: `ubuntu22.04`, `win2k19`. */
export function distributionOfShortId(value: string): DistributionFact | undefined {
  if (!/\d/.test(value)) return undefined;
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
  readonly version: RegExp | undefined;
  readonly codename: RegExp | undefined;
}

/** Varieties first: at one place, "fedora-coreos" is to be found before "fedora". */
const NAMED = DISTRIBUTIONS.filter(({ inNames }) => inNames !== undefined)
  .sort((a, b) => Number(b.varietyOf !== undefined) - Number(a.varietyOf !== undefined));
/** All systems at once, the n-th group for the n-th of `NAMED`. */
const SYSTEMS = new RegExp(`(?<![a-z])(?:${NAMED.map(({ inNames }) => `(${inNames})`).join('|')})(?![a-z])`, 'g');
const NAME_PATTERNS: readonly NamePattern[] = NAMED.map((fact) => {
  const codenames = fact.name === 'ubuntu' || fact.name === 'debian' ? Object.keys(CODENAMES[fact.name]) : [];
  return {
    fact,
    version: fact.versionInNames === undefined ? undefined : new RegExp(`${BETWEEN}(${fact.versionInNames})(?!\\d)`, 'y'),
    codename: codenames.length === 0 ? undefined : new RegExp(`${BETWEEN}(${codenames.join('|')})(?![a-z])`, 'y'),
  };
});

let lastRead: { readonly name: string; readonly mentions: readonly Mention[] } = { name: '', mentions: [] };

/** The systems that a name speaks of, each once, in its order. "Fedora CoreOS" is one, not three. */
export function systemsIn(name: string): readonly Mention[] {
  // Several rules ask about the same image, one after the other.
  if (lastRead.name !== name) lastRead = { name, mentions: readSystems(name.toLowerCase()) };
  return lastRead.mentions;
}

function readSystems(name: string): Mention[] {
  const found = new Map<DistributionFact, Mention>();
  for (const match of name.matchAll(SYSTEMS)) {
    const pattern = NAME_PATTERNS[match.findIndex((group, index) => index > 0 && group !== undefined) - 1];
    if (pattern === undefined || found.has(pattern.fact)) continue;
    const version = versionAfter(pattern, name, match.index + match[0].length);
    found.set(pattern.fact, { fact: pattern.fact, index: match.index, ...(version === undefined ? {} : { version }) });
  }
  return [...found.values()];
}

/** The version with dots: `24_04` and `2404` are 24.04, and so is "noble". */
function versionAfter({ fact, version, codename }: NamePattern, name: string, end: number): string | undefined {
  const number = versionAt(version, name, end)?.replaceAll(/[_-]/g, '.').replace(/^(\d\d)(\d\d)$/, '$1.$2');
  const word = versionAt(codename, name, end);
  return number ?? (word === undefined ? undefined : versionOfCodename(fact.name, word));
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
