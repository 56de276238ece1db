import type { Finding, ImageIdentity } from '../model/finding.js';
import { own, shared } from '../text/own.js';

type Data = Finding['data'];

/**
 * What of findings stays when the text is gone. It keeps nothing of the text, and since there may be a million findings,
 * those that say the same, or are about the same image, share it.
 */
export class Lasting {
  readonly #data = new Map<string, Data>();
  #identity: { readonly original: ImageIdentity; readonly copy: ImageIdentity } | undefined;

  /** The values in a message. */
  data(rule: string, messageId: string, data: Data): Data {
    const key = `${rule} ${messageId}`;
    const latest = this.#data.get(key);
    if (latest !== undefined && areEqual(latest, data)) return latest;
    const copy: Record<string, string | number> = {};
    for (const name in data) {
      const value = data[name] as string | number;
      copy[name] = typeof value === 'string' ? shared(value) : value;
    }
    this.#data.set(key, copy);
    return copy;
  }

  /** Findings about one image come one after the other. */
  identity(original: ImageIdentity): ImageIdentity {
    if (this.#identity?.original !== original) {
      const { name, id } = original;
      this.#identity = { original, copy: { ...original, name: name === null ? null : own(name), id: id === null ? null : own(id) } };
    }
    return this.#identity.copy;
  }
}

/** The order of names counts, too: reports show it. */
function areEqual(a: Data, b: Data): boolean {
  const [names, others] = [Object.keys(a), Object.keys(b)];
  return names.length === others.length && names.every((name, index) => name === others[index] && a[name] === b[name]);
}
