export const MIB = 2 ** 20;
export const GIB = 2 ** 30;

/** The smallest number of whole GiB that holds so many bytes: what a flavor or a volume must have. */
export function wholeGib(count: number): number {
  return Math.ceil(count / GIB);
}

/** Bytes as a person says them, with the exact number where rounding would hide that it is not a round one. */
export function bytes(count: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  const step = Math.min(units.length - 1, count < 1 ? 0 : Math.floor(Math.log2(count) / 10));
  if (step === 0) return `${count} bytes`;
  const exact = count / 2 ** (10 * step);
  const rounded = Number(exact.toFixed(2));
  const isHiding = Number.isInteger(rounded) && rounded !== exact;
  return `${rounded} ${units[step]}${isHiding ? ` (${count} bytes)` : ''}`;
}
