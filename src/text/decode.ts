/** The bytes of a file as text. Offsets of findings count in this text; a byte order mark is not part of it. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly hasByteOrderMark: boolean;
  /** Offset of the first character that the bytes do not spell; -1 when all is well. */
  readonly invalidAt: number;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const REPLACEMENT = '\ufffd';

/** UTF-8 unless a byte order mark says UTF-16. Never throws: what the bytes do not spell becomes U+FFFD. */
export function decode(bytes: Uint8Array): Decoded {
  const [encoding, mark] = encodingOf(bytes);
  const body = mark === 0 ? bytes : bytes.subarray(mark);
  const hasByteOrderMark = mark > 0;
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(body);
    return { text, encoding, hasByteOrderMark, invalidAt: -1 };
  } catch {
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(body);
    return { text, encoding, hasByteOrderMark, invalidAt: firstInvalid(text, body, encoding) };
  }
}

/** The bytes of a text, as `decode` reads them. */
export function encode(text: string, { encoding = 'utf-8', hasByteOrderMark = false }: { readonly encoding?: string; readonly hasByteOrderMark?: boolean }): Uint8Array {
  const whole = hasByteOrderMark ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return new TextEncoder().encode(whole);
  const bytes = new Uint8Array(2 * whole.length);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < whole.length; index++) view.setUint16(2 * index, whole.charCodeAt(index), encoding === 'utf-16le');
  return bytes;
}

function encodingOf(bytes: Uint8Array): [Encoding, number] {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return ['utf-8', 3];
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le', 2];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be', 2];
  return ['utf-8', 0];
}

/** The first U+FFFD of the text that the bytes do not spell out. */
function firstInvalid(text: string, bytes: Uint8Array, encoding: Encoding): number {
  const spelled = SPELLED[encoding];
  const encoder = new TextEncoder();
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) {
    offset += encoding === 'utf-8' ? encoder.encode(text.slice(from, at)).length : 2 * (at - from);
    if (!spelled.every((byte, index) => bytes[offset + index] === byte)) return at;
    from = at;
  }
  return Math.max(0, text.length - 1);
}

/** U+FFFD itself. */
const SPELLED: Readonly<Record<Encoding, readonly number[]>> = {
  'utf-8': [0xef, 0xbf, 0xbd], 'utf-16le': [0xfd, 0xff], 'utf-16be': [0xff, 0xfd],
};

/** A NUL byte in the first kilobytes: what Git, too, takes for a sign of a binary file. */
export function looksBinary(decoded: Decoded): boolean {
  return decoded.text.slice(0, 8000).includes('\0');
}
