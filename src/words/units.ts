export const MIB = 2 ** 20;
export const GIB = 2 ** 30;

/** Bytes as a person says them, with the exact number where rounding hides something. */
export function bytes(count: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  const step = Math.min(units.length - 1, count < 1 ? 0 : Math.floor(Math.log2(count) / 10));
  if (step === 0) return `${count} bytes`;
  return `${Number((count / 2 ** (10 * step)).toFixed(2))} ${units[step]}`;
}
