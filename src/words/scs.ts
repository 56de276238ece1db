import type { ScsVersion } from '../facts/scs.js';
import type { Consequence } from '../model/finding.js';
import type { Image } from '../model/image.js';
import type { OptionSchema } from '../model/rule.js';

/** Options of the rules that differ between the versions of the standard. */
export interface ScsOptions {
  readonly version: ScsVersion;
}

export const SCS_OPTIONS: OptionSchema = {
  type: 'object',
  properties: { version: { enum: ['v1', 'v2'], default: 'v1', description: 'Version of SCS-0102: v1 is in force, v2 is a draft.' } },
  additionalProperties: false,
};

/** The conformance test says no, and the cloud gets no certificate. */
export const NOT_CONFORMANT: Consequence = { by: 'operator', when: 'always', effect: 'fails' };
/** The test does not look, but the standard says otherwise. */
export const AGAINST_THE_TEXT: Consequence = { by: 'reader', when: 'always', effect: 'unclear' };

/** The standard speaks of images that the provider offers to everybody. */
export function isProviderImage({ visibility }: Image): boolean {
  return visibility === undefined || visibility === 'public';
}

export interface ScsDate {
  /** Milliseconds since 1970, UTC. */
  readonly time: number;
  /** The day, as `YYYY-MM-DD`. */
  readonly day: string;
  /** `day`: only the date. `minute`: with a time of day. `stamp`: the form of Glance's timestamps, which the text lacks. */
  readonly form: 'day' | 'minute' | 'stamp';
  /** Are all numbers written with all their digits? */
  readonly isPadded: boolean;
}

const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?: (\d{1,2}):(\d{1,2})(?::(\d{1,2}))?|T(\d{1,2}):(\d{1,2}):(\d{1,2})Z)?$/;

/** A date as the conformance test reads it (Python's strptime); undefined for what it does not take, and days that do not exist. */
export function scsDate(text: string): ScsDate | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
  const isStamp = match[7] !== undefined;
  const [hour = 0, minute = 0, second = 0] = (isStamp ? match.slice(7, 10) : match.slice(4, 7)).map((part) => Number(part ?? 0));
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(time);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59) return undefined;
  return {
    time,
    day: back.toISOString().slice(0, 10),
    form: isStamp ? 'stamp' : match[4] === undefined ? 'day' : 'minute',
    isPadded: match.slice(1).every((part, index) => index === 0 || part === undefined || part.length === 2),
  };
}

/** The day that an image was rotated out on, when its name ends in one: "Ubuntu 24.04 20260108". */
export function rotationDay(name: string): string | undefined {
  const word = / (\d{4})(-?)(\d\d)\2(\d\d)$/.exec(name);
  return word === null ? undefined : scsDate(`${word[1]}-${word[3]}-${word[4]}`)?.day;
}

/** Has the image been rotated out, by the marks that the test knows? */
export function isRotatedOut(name: string): boolean {
  return / (?:old|prev)$/.test(name) || rotationDay(name) !== undefined;
}
