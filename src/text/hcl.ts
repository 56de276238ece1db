import { UNKNOWN } from '../model/image.js';
import type { Reader, Reading, ReadingProblem, TextDocument } from './document.js';
import { hclComments } from './hcl-comments.js';
import { editHcl } from './hcl-edit.js';
import { DEEPEST, HclScanner, HclSyntaxError } from './hcl-scanner.js';
import type { Entry, Node, Span } from './node.js';
import { characterAt } from './position.js';

/*
 * Terraform's language, as far as it is data: blocks and attributes with literal values. What has to be
 * evaluated is UNKNOWN. The values have the shape of Terraform's JSON syntax, so that one dialect reads both.
 */

export const hclReader: Reader = { format: 'hcl', read: readHcl, edit: editHcl, comments: hclComments };

interface Read {
  readonly value: unknown;
  readonly node: Node;
}

interface Body {
  readonly value: Record<string, unknown>;
  readonly node: Node & { readonly entries: Entry[]; readonly span: { readonly start: number; end: number } };
  /** Key → its number in `entries` and its body, if it has one. */
  readonly index: Map<string, { readonly at: number; readonly body: Body | undefined }>;
}

type Step = Omit<Entry, 'node'>;

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** What may follow a whole value. After anything else but an operator, the text is broken. */
const ENDS = new Set(['', '\n', ',', '}', ']', ')']);
const STARTS_VALUE = /[\p{ID_Start}_"\d{]/u;
/** Top-level blocks that Terraform refuses to have twice with the same labels. */
const UNIQUE_BLOCKS = new Set(['resource', 'data', 'ephemeral', 'module', 'variable', 'output', 'check']);

function readHcl(text: string): Reading {
  const parser = new HclParser(text);
  try {
    const { value, node } = parser.file();
    const document: TextDocument = { index: 0, value, places: () => node };
    return { documents: [document], problems: parser.problems };
  } catch (error) {
    if (!(error instanceof HclSyntaxError)) throw error;
    return { documents: [], problems: [{ kind: 'syntax', document: 0, reason: error.message, span: characterAt(text, error.offset) }] };
  }
}

class HclParser {
  readonly problems: ReadingProblem[] = [];
  readonly #scanner: HclScanner;

  constructor(text: string) {
    this.#scanner = new HclScanner(text);
    if (text.startsWith('\ufeff')) this.#scanner.at = 1;
  }

  file(): Body {
    const body = newBody(0);
    this.#body(body, [], undefined);
    return body;
  }

  /** Attributes and blocks, until the bracket closes that stands at `opener`, or to the end of the text. */
  #body(body: Body, path: readonly string[], opener: number | undefined): void {
    const scanner: HclScanner = this.#scanner;
    const closer = opener === undefined ? '' : '}';
    if (path.length > DEEPEST) scanner.fail('this nests too deep');
    for (;;) {
      scanner.skipBlanks({ lines: true });
      if (scanner.next === closer) break;
      if (scanner.next === '') scanner.fail('this "{" is not closed', opener);
      if (scanner.next === '}') scanner.fail('this "}" closes nothing');
      const start = scanner.at;
      const name = scanner.name();
      if (name === undefined) scanner.fail('the name of an attribute or block was expected here');
      const step: Step = { key: name, keySpan: { start, end: scanner.at } };
      scanner.skipBlanks({ lines: false });
      if (scanner.next === '=' && scanner.text[scanner.at + 1] !== '=') {
        scanner.at++;
        scanner.skipBlanks({ lines: false });
        const { value, node } = this.#expression(path.length);
        const after = scanner.text.charAt(scanner.at);
        if (/[,\])]/.test(after)) scanner.fail(`"${after}" was not expected here`);
        this.#refuseSecond(body, step, [...path, name]);
        enter(body, { ...step, node }, value);
      } else {
        this.#block(body, path, step);
      }
    }
    body.node.span.end = scanner.at;
  }

  /** `resource "type" "label" { … }` becomes {resource: {type: {label: {…}}}}. */
  #block(outer: Body, path: readonly string[], name: Step): void {
    const scanner: HclScanner = this.#scanner;
    const steps = [name];
    for (;;) {
      scanner.skipBlanks({ lines: false });
      if (scanner.next === '{') break;
      const start = scanner.at;
      const label = scanner.next === '"' ? scanner.quoted() : scanner.name();
      if (label === undefined) scanner.fail(steps.length === 1 ? '"=" or "{" was expected here' : 'a label or "{" was expected here', start);
      if (typeof label !== 'string') scanner.fail('a label cannot be a template', start);
      steps.push({ key: label, keySpan: { start, end: scanner.at } });
    }
    const inside = [...path, ...steps.map(({ key }) => key)];
    const inner = newBody(scanner.at++);
    const last = steps.pop() as Step;
    let holder = outer;
    for (const step of steps) holder = childOf(holder, step);
    this.#body(inner, inside, inner.node.span.start);
    inner.node.span.end = ++scanner.at;
    if (path.length === 0 && UNIQUE_BLOCKS.has(name.key)) this.#refuseSecond(holder, last, inside);
    if (holder.index.has(last.key)) append(holder, last.key, inner);
    else enter(holder, { ...last, node: inner.node }, inner.value, inner);
  }

  #refuseSecond(body: Body, { key, keySpan }: Step, path: readonly string[]): void {
    const earlier = body.node.entries[body.index.get(key)?.at ?? -1];
    if (earlier === undefined) return;
    this.problems.push({ kind: 'duplicate-key', document: 0, reason: 'the name stands twice', span: keySpan, key, firstSpan: earlier.keySpan, path });
  }

  #expression(depth: number): Read {
    const scanner: HclScanner = this.#scanner;
    const start = scanner.at;
    const literal = depth > DEEPEST ? undefined : this.#literal(depth);
    if (literal !== undefined) {
      const end = scanner.at;
      scanner.skipBlanks({ lines: false });
      if (ENDS.has(scanner.next)) return literal;
      if (STARTS_VALUE.test(scanner.next)) scanner.fail('the value has ended before this: a line end, a comma or an operator is missing', scanner.at);
      scanner.at = end;
    }
    scanner.at = start;
    scanner.skipExpression();
    if (scanner.solidEnd === start) scanner.fail('a value was expected here');
    return { value: UNKNOWN, node: { kind: 'scalar', span: { start, end: scanner.solidEnd } } };
  }

  /** A literal, or undefined when something else stands here. */
  #literal(depth: number): Read | undefined {
    const scanner: HclScanner = this.#scanner;
    const start = scanner.at;
    const scalar = (value: unknown): Read => ({ value, node: { kind: 'scalar', span: { start, end: scanner.at } } });
    if (scanner.next === '"') return scalar(scanner.quoted());
    if (scanner.next === '[') return this.#list(depth);
    if (scanner.next === '{') return this.#object(depth);
    const heredoc = scanner.heredoc();
    if (heredoc !== undefined) return scalar(heredoc);
    const number = this.#number();
    if (number !== undefined) return scalar(number);
    const word = scanner.name();
    if (word === 'true' || word === 'false') return scalar(word === 'true');
    return word === 'null' ? scalar(null) : undefined;
  }

  #number(): number | undefined {
    NUMBER.lastIndex = this.#scanner.at;
    const match = NUMBER.exec(this.#scanner.text);
    if (match === null) return undefined;
    this.#scanner.at = NUMBER.lastIndex;
    return Number(match[0]);
  }

  #list(depth: number): Read | undefined {
    const scanner: HclScanner = this.#scanner;
    const start = scanner.at++;
    const value: unknown[] = [];
    const items: Node[] = [];
    for (;;) {
      scanner.skipBlanks({ lines: true });
      if (scanner.next === ']') break;
      // `[for …]` has to be evaluated.
      if (/^for\s/.test(scanner.text.slice(scanner.at, scanner.at + 4))) return undefined;
      const item = this.#expression(depth + 1);
      scanner.skipBlanks({ lines: true });
      if (scanner.next === ',') scanner.at++;
      else if (scanner.next !== ']') return undefined;
      value.push(item.value);
      items.push(item.node);
    }
    return { value, node: { kind: 'list', span: { start, end: ++scanner.at }, items } };
  }

  #object(depth: number): Read | undefined {
    const scanner: HclScanner = this.#scanner;
    const body = newBody(scanner.at++);
    for (;;) {
      scanner.skipBlanks({ lines: true });
      if (scanner.next === '}') break;
      const start = scanner.at;
      const key = scanner.next === '"' ? scanner.quoted() : (scanner.name() ?? this.#number());
      const keySpan = { start, end: scanner.at };
      scanner.skipBlanks({ lines: false });
      // `(expression) = …`, `for …` and names that are computed make the object one that must be evaluated.
      if ((typeof key !== 'string' && typeof key !== 'number') || !/^(=(?![=>])|:)/.test(scanner.text.slice(scanner.at, scanner.at + 2))) return undefined;
      scanner.at++;
      scanner.skipBlanks({ lines: true });
      const { value, node } = this.#expression(depth + 1);
      enter(body, { key: String(key), keySpan, node }, value);
      if (scanner.next === ',') scanner.at++;
    }
    body.node.span.end = ++scanner.at;
    return body;
  }
}

function newBody(start: number): Body {
  return { value: {}, node: { kind: 'map', span: { start, end: start }, entries: [] }, index: new Map() };
}

/** Of equal names the last one counts. */
function enter(body: Body, entry: Entry, value: unknown, inner?: Body): void {
  body.index.set(entry.key, { at: body.node.entries.push(entry) - 1, body: inner });
  set(body.value, entry.key, value);
}

/** The body under a name, made when it is not there yet. */
function childOf(body: Body, step: Step): Body {
  const known = body.index.get(step.key)?.body;
  if (known !== undefined) return known;
  const child = newBody(step.keySpan.start);
  enter(body, { ...step, node: child.node }, child.value, child);
  return child;
}

/** A name that stands again makes a list, as in Terraform's JSON syntax. */
function append(body: Body, key: string, inner: Body): void {
  const known = body.index.get(key);
  const earlier = known && body.node.entries[known.at];
  if (earlier === undefined) return;
  const before = body.value[key];
  if (earlier.node.items !== undefined && Array.isArray(before)) {
    before.push(inner.value);
    earlier.node.items.push(inner.node);
    return;
  }
  const span: Span = earlier.node.span;
  body.node.entries[known?.at ?? 0] = { ...earlier, node: { kind: 'list', span, items: [earlier.node, inner.node] } };
  set(body.value, key, [before, inner.value]);
}

/** Also `__proto__` is only a name. */
function set(object: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
