import { pythonInt, pythonStrip } from './python.js';

interface CpuRange {
  readonly first: bigint;
  readonly last: bigint;
  readonly isExcluded: boolean;
}

/**
 * The ranges of `0-3,^2`; undefined for what Nova refuses.
 * Source: nova nova/virt/hardware.py parse_cpu_spec.
 */
export function cpuRanges(text: string): readonly CpuRange[] | undefined {
  const ranges: CpuRange[] = [];
  for (const part of text.split(',').map(pythonStrip).filter((one) => one !== '')) {
    const isExcluded = part.startsWith('^');
    const range = isExcluded ? part.slice(1) : part;
    const dash = range.indexOf('-');
    const first = pythonInt(dash < 0 ? range : range.slice(0, dash));
    const last = dash < 0 ? first : pythonInt(range.slice(dash + 1));
    if (first === undefined || last === undefined || first > last) return undefined;
    ranges.push({ first, last, isExcluded });
  }
  return ranges;
}

/** No flavor has more virtual CPUs. */
const MOST = 65_536n;

/** The CPU numbers that `0-3,^2` names. Undefined for what Nova refuses, and for numbers beyond all flavors. */
export function cpuSpec(text: string): ReadonlySet<number> | undefined {
  const ranges = cpuRanges(text);
  if (ranges === undefined || ranges.some(({ first, last }) => first < 0n || last >= MOST)) return undefined;
  const cpus = new Set<number>();
  for (const { first, last } of ranges.filter(({ isExcluded }) => !isExcluded)) for (let cpu = first; cpu <= last; cpu++) cpus.add(Number(cpu));
  for (const { first, last } of ranges.filter(({ isExcluded }) => isExcluded)) for (let cpu = first; cpu <= last; cpu++) cpus.delete(Number(cpu));
  return cpus;
}
