import type { RawImage } from '../model/dialect.js';
import type { Image } from '../model/image.js';
import { own } from '../text/own.js';
import { Precedent } from './precedent.js';

/*
 * Most rules look at few things, and most images of a catalogue or an export are alike in these. So the images are
 * parted into kinds: those that have the same names in the same order, the same of them without a value that rules may
 * see (a wrong type, an expression), and the same values of some. A rule
 * that looked at nothing else when it found nothing in one image of a kind finds nothing in all others, and need not
 * be called for them. What a rule looks at is watched, not declared: what is left out is exact, for plugins as well.
 */

/** The base attributes whose values tell kinds apart. The others differ from image to image. */
const TELLING: ReadonlySet<string> = new Set(['disk_format', 'container_format', 'status', 'os_hash_algo']);
/** When so many kinds help few images, or when there are too many, properties with many values no longer tell kinds apart. */
const MANY_KINDS = 100;
const TOO_MANY_KINDS = 500;
/** So often. Then every image has its own ways, and kinds win nothing. */
const MOST_ROUNDS = 4;
/** More names in one image are not worth the memory. */
const MOST_NAMES = 200;
const MOST_PRECEDENTS = 50;
const NONE: readonly string[] = [];

const ATTRIBUTE = 0;
const PROPERTY = 1;
const SOURCE = 2;
const RELEASE = 3;
/** Names whose values rules do not see. */
const BLANK_ATTRIBUTE = 4;
const BLANK_PROPERTY = 5;
type Group = typeof ATTRIBUTE | typeof PROPERTY | typeof SOURCE | typeof RELEASE | typeof BLANK_ATTRIBUTE | typeof BLANK_PROPERTY;

/** A step on the way to a kind: a name, and perhaps its value. */
class Step<Plan> {
  readonly group: Group;
  readonly name: string;
  /** Is the kind one for this value of the name only? */
  readonly isTelling: boolean;
  readonly value: unknown;
  /** The steps that may follow, as a chain. */
  first: Step<Plan> | undefined = undefined;
  /** What may stand in place of this one. */
  other: Step<Plan> | undefined = undefined;
  plan: Plan | undefined = undefined;

  constructor(group: Group, name: string, isTelling: boolean, value: unknown) {
    this.group = group;
    this.name = name;
    this.isTelling = isTelling;
    this.value = value;
  }
}

/** The kinds of images met so far, each with a plan. */
export class RulePlans<Plan> {
  readonly #varying = new Set<string>();
  /** By names. */
  readonly #precedents = new Map<string, Precedent>();
  #root = new Step<Plan>(ATTRIBUTE, '', false, undefined);
  #kinds = 0;
  #hits = 0;
  #rounds = 0;

  /** The plan for an image that the manifest gives as `raw`, and rules see as `image`. */
  find({ attributes, properties, source, release }: RawImage, image: Image): Plan | undefined {
    let step: Step<Plan> | undefined = this.#root;
    for (const name in attributes) {
      const value: unknown = image[name as keyof Image];
      const group = value === undefined ? BLANK_ATTRIBUTE : ATTRIBUTE;
      step = step.first;
      while (step !== undefined && !(step.name === name && step.group === group && (!step.isTelling || step.value === value))) step = step.other;
      if (step === undefined) return undefined;
    }
    for (const name in properties) {
      const value = image.properties[name];
      const group = value === undefined ? BLANK_PROPERTY : PROPERTY;
      step = step.first;
      while (step !== undefined && !(step.name === name && step.group === group && (!step.isTelling || step.value === value))) step = step.other;
      if (step === undefined) return undefined;
    }
    if (source !== undefined) step = namesFrom(step, source, SOURCE);
    if (step !== undefined && release !== undefined) step = namesFrom(step, release, RELEASE);
    if (step?.plan !== undefined) this.#hits++;
    return step?.plan;
  }

  /** May a plan be made for this image, that `find` will find? */
  takes({ attributes, properties }: RawImage): boolean {
    const isFull = this.#kinds >= (this.#hits < this.#kinds * 2 ? MANY_KINDS : TOO_MANY_KINDS);
    if (isFull && this.#rounds < MOST_ROUNDS) this.#forget();
    return this.#rounds < MOST_ROUNDS && Object.keys(attributes).length + Object.keys(properties).length <= MOST_NAMES;
  }

  add({ attributes, properties, source = {}, release = {} }: RawImage, image: Image, plan: Plan): void {
    let step = this.#root;
    for (const name in attributes) {
      const value: unknown = image[name as keyof Image];
      step = value === undefined ? follow(step, BLANK_ATTRIBUTE, name, false, undefined) : follow(step, ATTRIBUTE, name, TELLING.has(name), value);
    }
    for (const name in properties) {
      const value = image.properties[name];
      step = value === undefined ? follow(step, BLANK_PROPERTY, name, false, undefined) : follow(step, PROPERTY, name, !this.#varying.has(name), value);
    }
    for (const name in source) step = follow(step, SOURCE, name, false, undefined);
    for (const name in release) step = follow(step, RELEASE, name, false, undefined);
    step.plan = plan;
    this.#kinds++;
  }

  /** Does the value of an attribute, or of a property, tell kinds apart? */
  readonly isTelling = (name: string, isProperty: boolean): boolean => (isProperty ? !this.#varying.has(name) : TELLING.has(name));

  /** What was decided for the first kind with the same names, and what is otherwise in this one. */
  precedent(raw: RawImage, image: Image): { readonly precedent: Precedent; readonly differing: readonly string[] } {
    const names = namesOf(raw, image);
    const telling = this.#tellingOf(image);
    const known = this.#precedents.get(names);
    if (known !== undefined) return { precedent: known, differing: known.differing(telling) };
    const precedent = new Precedent(telling);
    if (this.#precedents.size < MOST_PRECEDENTS) this.#precedents.set(names, precedent);
    return { precedent, differing: NONE };
  }

  *#tellingOf(image: Image): Generator<readonly [string, unknown]> {
    for (const name of TELLING) yield [`.${name}`, image[name as keyof Image]];
    for (const name in image.properties) if (!this.#varying.has(name)) yield [name, image.properties[name]];
  }

  /** Starts again without the values that made so many kinds. */
  #forget(): void {
    const values = new Map<string, Set<unknown>>();
    const open: Step<Plan>[] = [this.#root];
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      for (let next = step.first; next !== undefined; next = next.other) {
        open.push(next);
        if (next.group !== PROPERTY || !next.isTelling) continue;
        const known = values.get(next.name);
        if (known === undefined) values.set(next.name, new Set([next.value]));
        else known.add(next.value);
      }
    }
    const most = Math.max(...Array.from(values.values(), ({ size }) => size));
    for (const [name, { size }] of values) if (size > 1 && size * 2 >= most) this.#varying.add(name);
    this.#root = new Step(ATTRIBUTE, '', false, undefined);
    this.#precedents.clear();
    this.#kinds = 0;
    this.#hits = 0;
    this.#rounds++;
  }
}

/** All names of an image in their order, and which of them have no value that rules see. */
function namesOf({ attributes, properties, source, release }: RawImage, image: Image): string {
  const names: string[] = [];
  for (const name in attributes) names.push(image[name as keyof Image] === undefined ? '?' : '.', name);
  for (const name in properties) names.push(image.properties[name] === undefined ? '?' : ':', name);
  return JSON.stringify([names, source && Object.keys(source), release && Object.keys(release)]);
}

function namesFrom<Plan>(from: Step<Plan>, values: object, group: Group): Step<Plan> | undefined {
  let step: Step<Plan> | undefined = from;
  for (const name in values) {
    step = step.first;
    while (step !== undefined && !(step.name === name && step.group === group)) step = step.other;
    if (step === undefined) return undefined;
  }
  return step;
}

function follow<Plan>(from: Step<Plan>, group: Group, name: string, isTelling: boolean, value: unknown): Step<Plan> {
  for (let step = from.first; step !== undefined; step = step.other) {
    if (step.name === name && step.group === group && step.isTelling === isTelling && (!isTelling || step.value === value)) return step;
  }
  const step = new Step<Plan>(group, name, isTelling, typeof value === 'string' ? own(value) : value);
  step.other = from.first;
  from.first = step;
  return step;
}
