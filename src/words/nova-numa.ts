import type { Image } from '../model/image.js';
import type { RuleContext } from '../model/rule.js';
import type { NovaView } from './nova.js';

/** Nova looks at so many nodes. */
const MOST_NODES = 128;

/** The entries of one of the two lists that lay out NUMA nodes, such as `hw_numa_mem.0`, `hw_numa_mem.1`. */
export interface NumaList {
  /** The entries that Nova reads: from 0 to the first gap. */
  readonly entries: readonly { readonly name: string; readonly text: string }[];
  /** Entries behind a gap: Nova never reaches them. */
  readonly unreached: readonly string[];
  /** False when an entry's value is not known, so that the list is longer than `entries`. */
  readonly isKnown: boolean;
}

export function numaList(list: 'hw_numa_cpus' | 'hw_numa_mem', image: Pick<Image, 'properties'>, context: Pick<RuleContext, 'isAbsent'>): NumaList {
  const entries: { name: string; text: string }[] = [];
  let isKnown = true;
  for (let node = 0; node < MOST_NODES; node++) {
    const name = `${list}.${node}`;
    const text = image.properties[name];
    if (text === undefined) {
      isKnown = context.isAbsent(`properties.${name}`);
      break;
    }
    entries.push({ name, text });
  }
  const unreached = !isKnown ? [] : Object.keys(image.properties).filter((name) => {
    const node = name.startsWith(`${list}.`) ? name.slice(list.length + 1) : '';
    return /^(?:0|[1-9]\d*)$/.test(node) && Number(node) < MOST_NODES && Number(node) >= entries.length;
  });
  return { entries, unreached, isKnown };
}

/** Does the image itself ask for NUMA nodes? Only then does Nova look at the lists, unless the flavor asks. */
export function asksForNuma(nova: NovaView): boolean {
  return nova.get('hw_numa_nodes') !== undefined || nova.is('hw_cpu_policy', 'dedicated') || nova.is('hw_cpu_policy', 'mixed')
    || (nova.get('hw_mem_page_size')?.value ?? '') !== '';
}
