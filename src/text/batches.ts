/** Shorter pieces are put together. */
const LEAST = 1 << 16;

/** The same text in fewer pieces: to write each of many small ones would cost more than to make them. */
export function* inBatches(pieces: Iterable<string>): Generator<string> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < LEAST) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
