import type { Edit } from '../model/finding.js';

/** A stretch of the original text, or new text. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

/** A text that is edited several times over, and what all edits come to. */
export class EditedText {
  readonly #original: string;
  #pieces: readonly Piece[];
  #text: string;

  constructor(original: string) {
    this.#original = original;
    this.#pieces = [{ start: 0, end: original.length }];
    this.#text = original;
  }

  get text(): string {
    return this.#text;
  }

  /** Edits of the text as it is now. They must not overlap. */
  edit(edits: readonly Edit[]): void {
    const sorted = edits.toSorted((a, b) => a.start - b.start);
    const pieces: Piece[] = [];
    const old = new PieceReader(this.#pieces, pieces);
    for (const { start, end, text } of sorted) {
      old.keepTo(start);
      if (text !== '') pieces.push({ text });
      old.dropTo(end);
    }
    old.keepTo(this.#text.length);
    this.#pieces = pieces;
    this.#text = applyEdits(this.#text, sorted);
  }

  /** The edits of the original text that lead to this one, in order. */
  get edits(): readonly Edit[] {
    const edits: Edit[] = [];
    let start = 0;
    let text = '';
    const upTo = (end: number): void => {
      if (end > start || text !== '') edits.push({ start, end, text });
      text = '';
    };
    for (const piece of this.#pieces) {
      if ('text' in piece) text += piece.text;
      else if (piece.start < piece.end) {
        upTo(piece.start);
        start = piece.end;
      }
    }
    upTo(this.#original.length);
    return edits;
  }
}

/** Goes through pieces by the offsets of the text that they make. */
class PieceReader {
  readonly #from: readonly Piece[];
  readonly #to: Piece[];
  #index = 0;
  /** Characters of the piece at `#index` that are passed. */
  #passed = 0;
  #offset = 0;

  constructor(from: readonly Piece[], to: Piece[]) {
    this.#from = from;
    this.#to = to;
  }

  keepTo(offset: number): void {
    this.#goTo(offset, (piece) => this.#to.push(piece));
  }

  dropTo(offset: number): void {
    this.#goTo(offset, () => {});
  }

  #goTo(offset: number, take: (piece: Piece) => void): void {
    while (this.#offset < offset) {
      const piece = this.#from[this.#index];
      if (piece === undefined) return;
      const length = 'text' in piece ? piece.text.length : piece.end - piece.start;
      const count = Math.min(length - this.#passed, offset - this.#offset);
      take('text' in piece
        ? { text: piece.text.slice(this.#passed, this.#passed + count) }
        : { start: piece.start + this.#passed, end: piece.start + this.#passed + count });
      this.#offset += count;
      this.#passed += count;
      if (this.#passed < length) continue;
      this.#index++;
      this.#passed = 0;
    }
  }
}

/** The text with edits made that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, text: put } of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(text.slice(from, start), put);
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}
