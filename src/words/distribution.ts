import { CODENAMES, DISTRIBUTIONS, type DistributionFact } from '../facts/distributions.js';
import { lazy } from './lazy.js';

const BY_FORM = lazy((): ReadonlyMap<string, DistributionFact> => new Map([
  // Names last: what is one system's name wins over what is another one's discouraged form.
  ...DISTRIBUTIONS.flatMap((fact) => formsOf(fact).map((form) => [form.toLowerCase(), fact] as const)),
  ...DISTRIBUTIONS.map((fact) => [fact.name, fact] as const),
]));

function formsOf({ synonyms = [], discouraged = [] }: DistributionFact): readonly string[] {
  return [...synonyms, ...discouraged];
}

/** The system that a value of os_distro means, in whatever form; undefined when nobody knows it. */
export function distributionNamed(value: string): DistributionFact | undefined {
  const word = value.trim().toLowerCase();
  return BY_FORM().get(word) ?? distributionOfShortId(word);
}

/** The names to use instead of a form that Glance's documentation says not to use; empty for all other forms. */
export function insteadOf(form: string): readonly string[] {
  return DISTRIBUTIONS.filter(({ discouraged = [] }) => discouraged.includes(form)).map(({ name }) => name);
}

/** The system of a libosinfo short id, which ends in a version: `ubuntu22.04`, `win2k19`. */
export function distributionOfShortId(value: string): DistributionFact | undefined {
  if (!/\d/.test(value)) return undefined;
  const isIdOf = (id: string): boolean => value.startsWith(id) && /^\d[\w.]*$/.test(value.slice(id.length));
  return DISTRIBUTIONS.find(({ shortIds = [] }) => shortIds.some(isIdOf));
}

/** Does a system descend from another one, or replace it, so that it may pass for it? */
export function isRelative(system: DistributionFact, other: DistributionFact): boolean {
  return system.varietyOf === other.name || system.passesFor?.includes(other.name) === true;
}

function isCodenamed(distribution: string): distribution is keyof typeof CODENAMES {
  return Object.hasOwn(CODENAMES, distribution);
}

/** The version number that a codename stands for. */
export function versionOfCodename(distribution: string, codename: string): string | undefined {
  if (!isCodenamed(distribution)) return undefined;
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

/** A system that names of images can speak of. */
interface NamedSystem {
  readonly fact: DistributionFact;
  /** Letters of which some stand in every name that its pattern matches. */
  readonly words: readonly string[];
  readonly version: () => RegExp | null;
  readonly codename: () => RegExp | null;
}

/** Varieties first: at one place, "fedora-coreos" is to be found before "fedora". */
const NAMED = lazy(() => DISTRIBUTIONS.filter(({ inNames }) => inNames !== undefined)
  .sort((a, b) => Number(b.varietyOf !== undefined) - Number(a.varietyOf !== undefined))
  .map((fact): NamedSystem => ({
    fact,
    words: Array.from((fact.inNames ?? '').matchAll(/(?:^|\|)([a-z]+)(?![?*{])/g), ([, word]) => word as string),
    version: lazy(() => (fact.versionInNames === undefined ? null : new RegExp(`${BETWEEN}(${fact.versionInNames})(?!\\d)`, 'y'))),
    codename: lazy(() => (isCodenamed(fact.name) ? new RegExp(`${BETWEEN}(${Object.keys(CODENAMES[fact.name]).join('|')})(?![a-z])`, 'y') : null)),
  })));

/** Finds these systems in a name, the n-th group for the n-th of them. A pattern of all systems is slow, to make and to match. */
const PATTERNS = new Map<string, RegExp>();
const MOST_PATTERNS = 500;

function patternFor(systems: readonly NamedSystem[]): RegExp {
  const key = systems.map(({ fact }) => fact.name).join();
  let pattern = PATTERNS.get(key);
  if (pattern === undefined) {
    pattern = new RegExp(`(?<![a-z])(?:${systems.map(({ fact }) => `(${fact.inNames})`).join('|')})(?![a-z])`, 'g');
    if (PATTERNS.size >= MOST_PATTERNS) PATTERNS.clear();
    PATTERNS.set(key, pattern);
  }
  return pattern;
}

let lastRead: { readonly name: string; readonly mentions: readonly Mention[] } = { name: '', mentions: [] };

/** The systems that a name speaks of, each once, in its order. "Fedora CoreOS" is one, not three. */
export function systemsIn(name: string): readonly Mention[] {
  // Several rules ask about the same image, one after the other.
  if (lastRead.name !== name) lastRead = { name, mentions: readSystems(name.toLowerCase()) };
  return lastRead.mentions;
}

function readSystems(name: string): Mention[] {
  const candidates = NAMED().filter(({ words }) => words.some((word) => name.includes(word)));
  if (candidates.length === 0) return [];
  const found = new Map<DistributionFact, Mention>();
  for (const match of name.matchAll(patternFor(candidates))) {
    const system = candidates[match.findIndex((group, index) => index > 0 && group !== undefined) - 1];
    if (system === undefined || found.has(system.fact)) continue;
    const version = versionAfter(system, name, match.index + match[0].length);
    found.set(system.fact, { fact: system.fact, index: match.index, ...(version === undefined ? {} : { version }) });
  }
  return [...found.values()];
}

/** The version with dots: `24_04` and `2404` are 24.04, and so is "noble". */
function versionAfter({ fact, version, codename }: NamedSystem, name: string, end: number): string | undefined {
  const number = versionAt(version(), name, end)?.replaceAll(/[_-]/g, '.').replace(/^(\d\d)(\d\d)$/, '$1.$2');
  const word = versionAt(codename(), name, end);
  return number ?? (word === undefined ? undefined : versionOfCodename(fact.name, word));
}

function versionAt(pattern: RegExp | null, name: string, at: number): string | undefined {
  if (pattern === null) return undefined;
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
