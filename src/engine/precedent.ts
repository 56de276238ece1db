import type { Image } from '../model/image.js';
import { own } from '../text/own.js';

/*
 * Kinds of images with the same names differ in few values, and most rules look at none of these: what was decided for
 * the first of these kinds holds for the others.
 */

interface Decision {
  /** The names of all values that the rule looked at and that tell kinds apart; attributes with a dot before them. */
  readonly looks: ReadonlySet<string>;
  /** Does it have to be called for all images of the kind? */
  readonly isPlanned: boolean;
}

/** What was decided of each rule for one kind of images. */
export class Precedent {
  /** The values that make the kind; attributes with a dot before their names. */
  readonly #values: ReadonlyMap<string, unknown>;
  readonly #decisions = new Map<number, Decision>();

  /** @param telling The values that tell the kind of the image from others with the same names. */
  constructor(telling: Iterable<readonly [string, unknown]>) {
    this.#values = new Map(Array.from(telling, ([name, value]) => [name, typeof value === 'string' ? own(value) : value] as const));
  }

  note(rule: number, looks: ReadonlySet<string>, isPlanned: boolean): void {
    this.#decisions.set(rule, { looks, isPlanned });
  }

  /** The names of the values that another kind with the same names has otherwise. */
  differing(telling: Iterable<readonly [string, unknown]>): readonly string[] {
    return Array.from(telling).filter(([name, value]) => this.#values.get(name) !== value).map(([name]) => name);
  }

  /** Is a rule to be called for all images of a kind that differs in some values? Undefined when the rule looks at them. */
  isPlanned(rule: number, differing: readonly string[]): boolean | undefined {
    const decision = this.#decisions.get(rule);
    return decision === undefined || differing.some((name) => decision.looks.has(name)) ? undefined : decision.isPlanned;
  }
}

export interface Watch {
  /** The rule looks at a value that differs between images of one kind. */
  onVarying(): void;
  /** The rule looks at a value that tells kinds apart. */
  onTelling(name: string): void;
}

/** An image as a rule is to see it while a plan is made. `isTelling`: does the value of an attribute, or of a property, tell kinds apart? */
export function watched(image: Image, isTelling: (name: string, isProperty: boolean) => boolean, { onVarying, onTelling }: Watch): Image {
  const properties = new Proxy(image.properties, {
    get(values, name) {
      if (typeof name === 'string' && Object.hasOwn(values, name)) {
        if (isTelling(name, true)) onTelling(name);
        else onVarying();
      }
      return values[name as string];
    },
  });
  return new Proxy(image, {
    get(values, name) {
      if (name === 'properties') return properties;
      if (typeof name === 'string' && Object.hasOwn(values, name)) {
        if (isTelling(name, false)) onTelling(`.${name}`);
        else onVarying();
      }
      return values[name as keyof Image];
    },
  });
}
