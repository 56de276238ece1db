import { writeSync } from 'node:fs';
import { codeOf, readAll } from '../project/read-file.js';

const WAIT = new Int32Array(new SharedArrayBuffer(4));

/**
 * Writes all of a text, whatever the stream is: pipes take a part at a time, and say so. Someone who stops
 * reading (`| head`) is no error.
 */
export function writeAll(descriptor: 1 | 2, text: string | Uint8Array): void {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  for (let offset = 0; offset < bytes.length; ) {
    try {
      offset += writeSync(descriptor, bytes, offset);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EPIPE' || code === 'EOF') return;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(WAIT, 0, 0, 2);
    }
  }
}

export function readStdin(): Uint8Array {
  return readAll(0);
}
