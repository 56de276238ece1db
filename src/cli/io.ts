import { writeSync } from 'node:fs';
import { codeOf, readAll } from '../project/read-file.js';
import { inBatches } from '../text/batches.js';

const WAIT = new Int32Array(new SharedArrayBuffer(4));

/**
 * Writes all of a text, whatever the stream is: pipes take a part at a time, and say so. Someone who stops
 * reading (`| head`) is no error. Says whether somebody still reads.
 */
export function writeAll(descriptor: number, text: string | Uint8Array): boolean {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  for (let offset = 0; offset < bytes.length; ) {
    try {
      offset += writeSync(descriptor, bytes, offset);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EPIPE' || code === 'EOF') return false;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(WAIT, 0, 0, 2);
    }
  }
  return true;
}

/** As `writeAll`, of a text in pieces, which are made no longer than somebody reads them. */
export function writePieces(descriptor: number, pieces: Iterable<string>): void {
  for (const text of inBatches(pieces)) if (!writeAll(descriptor, text)) return;
}

export function readStdin(): Uint8Array {
  return readAll(0);
}
