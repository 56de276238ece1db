import { pythonInt, pythonStrip } from './python.js';

/** No flavor has more virtual CPUs. */
const MOST = 65_536n;

/**
 * The CPU numbers that `0-3,^2` names. Undefined for what Nova refuses, and for numbers beyond all flavors.
 * Source: nova nova/virt/hardware.py parse_cpu_spec.
 */
export function cpuSpec(text: string): ReadonlySet<number> | undefined {
  const included = new Set<number>();
  const excluded = new Set<number>();
  for (const part of text.split(',').map(pythonStrip).filter((one) => one !== '')) {
    const range = part.startsWith('^') ? rangeOf(part.slice(1)) : rangeOf(part);
    if (range === undefined) return undefined;
    const target = part.startsWith('^') ? excluded : included;
    for (let cpu = range[0]; cpu <= range[1]; cpu++) target.add(cpu);
  }
  for (const cpu of excluded) included.delete(cpu);
  return included;
}

function rangeOf(text: string): readonly [number, number] | undefined {
  const dash = text.indexOf('-');
  const first = pythonInt(dash < 0 ? text : text.slice(0, dash));
  const last = dash < 0 ? first : pythonInt(text.slice(dash + 1));
  if (first === undefined || last === undefined || first < 0n || first > last || last >= MOST) return undefined;
  return [Number(first), Number(last)];
}
