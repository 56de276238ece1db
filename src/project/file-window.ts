import { readSync } from 'node:fs';

const SIZE = 1 << 18;

/** Reads ahead: parts are small, and asking the system for each takes longer. */
export class FileWindow {
  readonly #descriptor: number;
  #buffer = Buffer.allocUnsafe(SIZE);
  #from = 0;
  #count = 0;
  #isLast = false;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /** The bytes from a place on, fewer at the end of the file. They hold until the next call. Places do not go back. */
  bytes(from: number, length: number): Buffer {
    if (from + length > this.#from + this.#count && !this.#isLast) {
      if (this.#buffer.length < length) this.#buffer = Buffer.allocUnsafe(length);
      this.#from = from;
      this.#count = readAt(this.#descriptor, this.#buffer, from);
      this.#isLast = this.#count < this.#buffer.length;
    }
    const start = from - this.#from;
    return this.#buffer.subarray(start, Math.min(start + length, this.#count));
  }
}

/** Reads as much as fits, or as there is. Says how many bytes. */
export function readAt(descriptor: number, bytes: Buffer, position: number): number {
  let count = 0;
  while (count < bytes.length) {
    const more = readSync(descriptor, bytes, count, bytes.length - count, position + count);
    if (more === 0) break;
    count += more;
  }
  return count;
}
