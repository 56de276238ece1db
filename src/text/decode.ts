/** The bytes of a file as text. Offsets of findings count in this text; a byte order mark is not part of it. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly hasByteOrderMark: boolean;
  /** Offset of the first character that the bytes do not spell; -1 when all is well. */
  readonly invalidAt: number;
}

const REPLACEMENT = '\ufffd';

/** UTF-8 unless a byte order mark says UTF-16. Never throws for bytes of any kind. */
export function decode(bytes: Uint8Array): Decoded {
  const [encoding, mark] = encodingOf(bytes);
  const body = mark === 0 ? bytes : bytes.subarray(mark);
  const hasByteOrderMark = mark > 0;
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(body);
    return { text, encoding, hasByteOrderMark, invalidAt: -1 };
  } catch {
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(body);
    return { text, encoding, hasByteOrderMark, invalidAt: Math.max(0, text.indexOf(REPLACEMENT)) };
  }
}

function encodingOf(bytes: Uint8Array): [Decoded['encoding'], number] {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return ['utf-8', 3];
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le', 2];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be', 2];
  return ['utf-8', 0];
}

/** A NUL byte in the first kilobytes: what Git, too, takes for a sign of a binary file. */
export function looksBinary(decoded: Decoded): boolean {
  return decoded.text.slice(0, 8000).includes('\0');
}
