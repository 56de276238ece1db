const WINDOW = 100;
const PRIME = 37n;
const END_OF_TEXT = 0xffff;

/**
 * GitHub's fingerprint of each line (`primaryLocationLineHash`): a polynomial hash, modulo 2^64, of the
 * first 100 characters from the line's start, blanks left out, with the number of equal hashes before.
 * Source: github/codeql-action src/fingerprints.ts, which warns when ours differs.
 */
export function lineHashes(text: string): string[] {
  const units = normalised(text);
  const seen = new Map<string, number>();
  const hashes: string[] = [];
  for (let start = 0; ; ) {
    const hash = hashAt(units, start);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    hashes.push(`${hash}:${count}`);
    const newline = units.indexOf(10, start);
    if (newline < 0) return hashes;
    start = newline + 1;
  }
}

/** The text as UTF-16 units without spaces and tabs, every line end as LF. */
function normalised(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 32 || unit === 9) continue;
    if (unit === 13) {
      if (text.charCodeAt(index + 1) === 10) index++;
      units[length++] = 10;
    } else {
      units[length++] = unit;
    }
  }
  return units.subarray(0, length);
}

/** A line's window may reach into the lines below; after the text come one 0xFFFF and zeros. */
function hashAt(units: Uint16Array, start: number): string {
  let hash = 0n;
  for (let index = start; index < start + WINDOW; index++) {
    const unit = index < units.length ? (units[index] as number) : index === units.length ? END_OF_TEXT : 0;
    hash = BigInt.asUintN(64, hash * PRIME + BigInt(unit));
  }
  return hash.toString(16);
}
