import { PROPERTIES, type PropertyReader } from '../facts/properties/index.js';
import { MISNOMERS } from '../facts/properties/mistaken-names.js';
import { lazy } from './lazy.js';
import { editDistance } from './nearest.js';

/** A property that an unknown name was meant to be. */
export interface MeantProperty {
  readonly name: string;
  /** A slip of the pen, rather than another word for the thing. */
  readonly isMisspelt: boolean;
}

const SERVICES: readonly PropertyReader[] = ['nova', 'cinder', 'ironic', 'glance'];
/** Names that cost something when they are wrong. */
const NAMES = lazy(() => PROPERTIES
  .filter(({ name, readers, pattern }) => pattern === undefined && (name === 'os_version' || readers.some((reader) => SERVICES.includes(reader))))
  .map(({ name }) => name));
const KNOWN = lazy((): ReadonlySet<string> => new Set(NAMES()));
const BY_MISNOMER = lazy((): ReadonlyMap<string, string> => new Map(MISNOMERS.map(({ name, instead = name }) => [name, instead])));

/** Nova's own namespaces. `os_` is everybody's: `os_name`, `os_edition`, `os_codename` are common and mean no harm. */
const NOVA_PREFIX = /^(?:hw|img)_/;

/** Names repeat from image to image, and comparing is slow. Bounded: input decides what they are. */
const SEEN_LIMIT = 5000;
const seen = new Map<string, MeantProperty | undefined>();

/** Undefined for a name that may well be somebody's own. */
export function meantProperty(name: string): MeantProperty | undefined {
  if (seen.has(name)) return seen.get(name);
  if (seen.size >= SEEN_LIMIT) seen.clear();
  const meant = guess(name);
  seen.set(name, meant);
  return meant;
}

/** Does Nova give meaning to all names of this kind? */
export function isNovaName(name: string): boolean {
  return NOVA_PREFIX.test(name);
}

function guess(name: string): MeantProperty | undefined {
  const word = BY_MISNOMER().get(name);
  if (word !== undefined) return { name: word, isMisspelt: false };
  const usual = usualForm(name);
  const near = KNOWN().has(usual) ? usual : nearestName(name);
  return near === undefined ? undefined : { name: near, isMisspelt: true };
}

/** Flavors write `hw:` where images write `hw_`; others write hyphens, or shout. */
function usualForm(name: string): string {
  return name.toLowerCase().replace(/[\s:.-]/g, '_');
}

/** One slip, or two in Nova's own long names: `os_name` is no slip of `os_type`. A number is no slip. */
function nearestName(name: string): string | undefined {
  if (name.length < 6 || name.length > 64) return undefined;
  const limit = isNovaName(name) && name.length > 10 ? 2 : 1;
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of NAMES()) {
    if (digits(candidate) !== digits(name)) continue;
    const distance = editDistance(name, candidate, least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

function digits(name: string): string {
  return name.replace(/\D/g, '');
}
