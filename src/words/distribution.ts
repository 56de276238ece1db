import { CODENAMES, DISTRIBUTIONS, type DistributionFact } from '../facts/distributions.js';
import { own } from '../text/own.js';
import { lazy } from './lazy.js';

const BY_FORM = lazy((): ReadonlyMap<string, DistributionFact> => {
  const systems = new Map<string, DistributionFact>();
  for (const fact of DISTRIBUTIONS) {
    for (const form of fact.synonyms ?? NONE) systems.set(form.toLowerCase(), fact);
    for (const form of fact.discouraged ?? NONE) systems.set(form.toLowerCase(), fact);
  }
  // Names last: what is one system's name wins over what is another one's discouraged form.
  for (const fact of DISTRIBUTIONS) systems.set(fact.name, fact);
  return systems;
});

const NONE: readonly string[] = [];

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

/** What stands between a system and its version: "CentOS-Stream-GenericCloud-9", "ubuntu-minimal-22.04". */
const BETWEEN = '(?:[\\s_.-]*(?:gnu/linux|linux|stream|server|genericcloud|generic|cloud|base|minimal|lts)(?![a-z]))*[\\s_.-]*v?';
const GAP = new RegExp(BETWEEN, 'iy');

/** A system that names of images can speak of. Its patterns are made when they are asked for. */
class NamedSystem {
  readonly fact: DistributionFact;
  #named: RegExp | undefined;
  #version: RegExp | null | undefined;
  #codename: RegExp | null | undefined;

  constructor(fact: DistributionFact) {
    this.fact = fact;
  }

  get named(): RegExp {
    return (this.#named ??= new RegExp(`(?:${this.fact.inNames})(?![a-z])`, 'iy'));
  }

  get version(): RegExp | null {
    const { versionInNames: version } = this.fact;
    if (this.#version === undefined) this.#version = version === undefined ? null : new RegExp(`(?:${version})(?!\\d)`, 'iy');
    return this.#version;
  }

  get codename(): RegExp | null {
    const { name } = this.fact;
    if (this.#codename === undefined) this.#codename = isCodenamed(name) ? new RegExp(`${BETWEEN}(${Object.keys(CODENAMES[name]).join('|')})(?![a-z])`, 'iy') : null;
    return this.#codename;
  }
}

/** By the three letters that begin their names: trying every system at every word takes too long. */
const BY_BEGINNING = lazy(() => {
  const systems = new Map<number, NamedSystem[]>();
  const add = (fact: DistributionFact): void => {
    const { inNames } = fact;
    if (inNames === undefined) return;
    const system = new NamedSystem(fact);
    for (let at = 0; at >= 0; at = inNames.indexOf('|', at) + 1 || -1) {
      const beginning = beginningAt(inNames, at);
      const known = systems.get(beginning);
      if (known === undefined) systems.set(beginning, [system]);
      else if (!known.includes(system)) known.push(system);
    }
  };
  // Varieties first: at one place, "fedora-coreos" is to be found before "fedora".
  for (const fact of DISTRIBUTIONS) if (fact.varietyOf !== undefined) add(fact);
  for (const fact of DISTRIBUTIONS) if (fact.varietyOf === undefined) add(fact);
  return systems;
});

/** Three letters, large or small. */
function beginningAt(text: string, at: number): number {
  return ((text.charCodeAt(at) << 16) ^ (text.charCodeAt(at + 1) << 8) ^ text.charCodeAt(at + 2)) | SMALL;
}

/** Makes small letters of three. */
const SMALL = 0x202020;

let lastRead: { readonly name: string; readonly mentions: readonly Mention[] } = { name: '', mentions: [] };

/** The systems that a name speaks of, each once, in its order. "Fedora CoreOS" is one, not three. */
export function systemsIn(name: string): readonly Mention[] {
  // Several rules ask about the same image, one after the other.
  if (lastRead.name !== name) lastRead = { name, mentions: readAsBefore(name) ?? readSystems(name) };
  return lastRead.mentions;
}

/** How names began of late, up to the blank behind a version, and what such a beginning speaks of. */
const beginnings: { readonly text: string; readonly mentions: readonly Mention[] }[] = [];
const MOST_BEGINNINGS = 8;
const LONGEST_BEGINNING = 100;

/** Names of a catalogue begin alike: "Ubuntu 24.04 build 1", "Ubuntu 24.04 build 2". Undefined when this one begins otherwise, or goes on with a system. */
function readAsBefore(name: string): readonly Mention[] | undefined {
  for (let index = 0; index < beginnings.length; index++) {
    const { text, mentions } = beginnings[index] as (typeof beginnings)[number];
    if (!name.startsWith(text)) continue;
    WORD.lastIndex = text.length;
    while (WORD.test(name)) if (systemAt(name, WORD.lastIndex - LETTERS) !== undefined) return undefined;
    return mentions;
  }
  return undefined;
}

const NO_MENTIONS: Mention[] = [];
/** Where a word begins that may name a system. */
const WORD = /(?<![A-Za-z])[A-Za-z]{3}/g;
const LETTERS = 3;

/** As `systemsIn`, whatever was read before. */
export function readSystems(name: string): readonly Mention[] {
  let found = NO_MENTIONS;
  WORD.lastIndex = 0;
  while (WORD.test(name)) {
    const index = WORD.lastIndex - LETTERS;
    const system = systemAt(name, index);
    if (system === undefined) continue;
    const { fact } = system;
    const end = (WORD.lastIndex = system.named.lastIndex);
    if (speaksOf(found, fact)) continue;
    const version = versionAfter(system, name, end);
    const mention: Mention = version === undefined ? { fact, index } : { fact, index, version: version.number };
    if (found === NO_MENTIONS) found = [mention];
    else found.push(mention);
    if (version !== undefined && name[version.end] === ' ') keepBeginning(name.slice(0, version.end + 1), found);
  }
  return found;
}

/** No pattern looks farther than to the blank behind a version. */
function keepBeginning(text: string, mentions: readonly Mention[]): void {
  if (text.length > LONGEST_BEGINNING || beginnings.some((known) => known.text === text)) return;
  if (beginnings.length >= MOST_BEGINNINGS) beginnings.pop();
  beginnings.unshift({ text: own(text), mentions: [...mentions] });
}

/** The first system whose name stands there; the `lastIndex` of its pattern is where the name ends. */
function systemAt(name: string, at: number): NamedSystem | undefined {
  const systems = BY_BEGINNING().get(beginningAt(name, at));
  if (systems === undefined) return undefined;
  for (let index = 0; index < systems.length; index++) {
    const { named } = systems[index] as NamedSystem;
    named.lastIndex = at;
    if (named.test(name)) return systems[index];
  }
  return undefined;
}

function speaksOf(mentions: readonly Mention[], fact: DistributionFact): boolean {
  for (let index = 0; index < mentions.length; index++) if (mentions[index]?.fact === fact) return true;
  return false;
}

/** The version with dots, and where it ends: `24_04` and `2404` are 24.04, and so is "noble". */
function versionAfter(system: NamedSystem, name: string, from: number): { readonly number: string; readonly end: number } | undefined {
  const { version, codename } = system;
  if (version !== null) {
    const start = passGap(name, from);
    version.lastIndex = start;
    if (version.test(name)) {
      const end = version.lastIndex;
      const number = name.slice(start, end);
      return { number: SEPARATED.test(number) ? number : number.replaceAll(/[_-]/g, '.').replace(/^(\d\d)(\d\d)$/, '$1.$2'), end };
    }
  }
  if (codename === null) return undefined;
  codename.lastIndex = from;
  const word = codename.exec(name)?.[1];
  const number = word === undefined ? undefined : versionOfCodename(system.fact.name, word);
  return number === undefined ? undefined : { number, end: codename.lastIndex };
}

const SEPARATED = /^\d+\.[\d.]+$/;

function passGap(name: string, from: number): number {
  GAP.lastIndex = from;
  return GAP.test(name) ? GAP.lastIndex : from;
}

/** Do two versions contradict each other? One may say less than the other: 9 and 9.4 do not. */
export function contradictVersions(a: string, b: string): boolean {
  if (a === b) return false;
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
