import { UNKNOWN } from '../model/image.js';
import type { Reader, Reading, ReadingProblem, TextDocument } from './document.js';
import { editHcl } from './hcl-edit.js';
import { HclScanner, HclSyntaxError } from './hcl-scanner.js';
import type { Entry, Node } from './node.js';

/*
 * Terraform's language, as far as it is data: blocks and attributes with literal values. What has to be
 * evaluated is UNKNOWN. The values have the shape of Terraform's JSON syntax, so that one dialect reads both.
 */

export const hclReader: Reader = { format: 'hcl', read: readHcl, edit: editHcl };

interface Read {
  readonly value: unknown;
  readonly node: Node;
}

interface Body {
  readonly value: Record<string, unknown>;
  readonly node: Node & { readonly entries: Entry[]; readonly span: { readonly start: number; end: number } };
}

const DEEPEST = 100;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;

function readHcl(text: string): Reading {
  const parser = new HclParser(text);
  try {
    const { value, node } = parser.file();
    const document: TextDocument = { index: 0, value, places: () => node };
    return { documents: [document], problems: parser.problems };
  } catch (error) {
    if (!(error instanceof HclSyntaxError)) throw error;
    const at = Math.max(0, Math.min(error.offset, text.length - 1));
    return { documents: [], problems: [{ kind: 'syntax', document: 0, reason: error.message, span: { start: at, end: Math.min(at + 1, text.length) } }] };
  }
}

class HclParser {
  readonly problems: ReadingProblem[] = [];
  readonly #scanner: HclScanner;

  constructor(text: string) {
    this.#scanner = new HclScanner(text);
  }

  file(): Body {
    const body = newBody(0);
    this.#body(body, [], '');
    return body;
  }

  /** Attributes and blocks until `closer` (empty: the end of the text). */
  #body(body: Body, path: readonly string[], closer: '' | '}'): void {
    const scanner: HclScanner = this.#scanner;
    if (path.length > DEEPEST) scanner.fail('this nests too deep');
    for (;;) {
      scanner.skipBlanks({ lines: true });
      if (scanner.next === closer) break;
      if (scanner.next === '') scanner.fail('the text ends, but a "{" is still open');
      const start = scanner.at;
      const name = scanner.name();
      if (name === undefined) scanner.fail('the name of an attribute or block was expected here');
      const keySpan = { start, end: scanner.at };
      scanner.skipBlanks({ lines: false });
      if (scanner.next === '=' && scanner.text[scanner.at + 1] !== '=') {
        scanner.at++;
        scanner.skipBlanks({ lines: false });
        const { value, node } = this.#expression(path.length);
        this.#enter(body, path, { key: name, keySpan, node }, value);
      } else {
        this.#block(body, path, name, keySpan);
      }
    }
    body.node.span.end = scanner.at;
  }

  /** `resource "type" "label" { … }` becomes {resource: {type: {label: {…}}}}. */
  #block(outer: Body, path: readonly string[], name: string, nameSpan: Entry['keySpan']): void {
    const scanner: HclScanner = this.#scanner;
    const steps = [{ key: name, keySpan: nameSpan }];
    for (;;) {
      scanner.skipBlanks({ lines: false });
      if (scanner.next === '{') break;
      const start = scanner.at;
      const label = scanner.next === '"' ? scanner.quoted() : scanner.name();
      if (typeof label !== 'string') scanner.fail('"=", a label or "{" was expected here', start);
      steps.push({ key: label, keySpan: { start, end: scanner.at } });
    }
    const inner = newBody(scanner.at++);
    const last = steps.pop() as (typeof steps)[number];
    let holder = outer;
    for (const step of steps) holder = childOf(holder, step);
    const inside = [...path, ...steps.map(({ key }) => key), last.key];
    this.#body(inner, inside, '}');
    scanner.at++;
    inner.node.span.end = scanner.at;
    // Blocks without a label may stand several times; two with the same label are a mistake.
    const earlier = holder.node.entries.find(({ key }) => key === last.key);
    if (earlier !== undefined && steps.length === 0) append(holder, earlier, inner);
    else this.#enter(holder, inside.slice(0, -1), { ...last, node: inner.node }, inner.value);
  }

  #enter(body: Body, path: readonly string[], entry: Entry, value: unknown): void {
    const earlier = body.node.entries.find(({ key }) => key === entry.key);
    if (earlier !== undefined) {
      this.problems.push({
        kind: 'duplicate-key', document: 0, reason: 'the name stands twice', span: entry.keySpan, key: entry.key,
        firstSpan: earlier.keySpan, path: [...path, entry.key],
      });
    }
    body.node.entries.push(entry);
    set(body.value, entry.key, value);
  }

  #expression(depth: number): Read {
    const scanner: HclScanner = this.#scanner;
    const start = scanner.at;
    const literal = depth > DEEPEST ? undefined : this.#literal(depth);
    scanner.skipBlanks({ lines: false });
    if (literal !== undefined && ['', '\n', ',', '}', ']', ')'].includes(scanner.next)) return literal;
    scanner.at = start;
    scanner.skipExpression();
    if (scanner.at === start) scanner.fail('a value was expected here');
    const end = start + scanner.text.slice(start, scanner.at).trimEnd().length;
    return { value: UNKNOWN, node: { kind: 'scalar', span: { start, end } } };
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
    NUMBER.lastIndex = scanner.at;
    const number = NUMBER.exec(scanner.text);
    if (number !== null) {
      scanner.at = NUMBER.lastIndex;
      return scalar(Number(number[0]));
    }
    const word = scanner.name();
    if (word === 'true' || word === 'false') return scalar(word === 'true');
    return word === 'null' ? scalar(null) : undefined;
  }

  #list(depth: number): Read | undefined {
    const scanner: HclScanner = this.#scanner;
    const start = scanner.at++;
    const value: unknown[] = [];
    const items: Node[] = [];
    for (;;) {
      scanner.skipBlanks({ lines: true });
      if (scanner.next === ']') break;
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
      const key = scanner.next === '"' ? scanner.quoted() : scanner.name();
      const keySpan = { start, end: scanner.at };
      scanner.skipBlanks({ lines: false });
      // `(expression) = …`, `for …` and names that are computed make the object one that must be evaluated.
      if (typeof key !== 'string' || !/^(=(?![=>])|:)/.test(scanner.text.slice(scanner.at, scanner.at + 2))) return undefined;
      scanner.at++;
      scanner.skipBlanks({ lines: true });
      const { value, node } = this.#expression(depth + 1);
      body.node.entries.push({ key, keySpan, node });
      set(body.value, key, value);
      scanner.skipBlanks({ lines: false });
      if (scanner.next === ',') scanner.at++;
    }
    body.node.span.end = ++scanner.at;
    return body;
  }
}

function newBody(start: number): Body {
  return { value: {}, node: { kind: 'map', span: { start, end: start }, entries: [] } };
}

/** The map under a key of a body, made when it is not there yet. */
function childOf(body: Body, { key, keySpan }: Omit<Entry, 'node'>): Body {
  const entry = body.node.entries.find((one) => one.key === key);
  const value = Object.hasOwn(body.value, key) ? body.value[key] : undefined;
  if (entry?.node.entries !== undefined && typeof value === 'object' && value !== null) {
    return { value: value as Record<string, unknown>, node: entry.node as Body['node'] };
  }
  const child = newBody(keySpan.start);
  body.node.entries.push({ key, keySpan, node: child.node });
  set(body.value, key, child.value);
  return child;
}

function append(body: Body, earlier: Entry, inner: Body): void {
  const before = body.value[earlier.key];
  const isList = Array.isArray(before) && earlier.node.kind === 'list';
  const values = isList ? before : [before];
  const items = isList ? (earlier.node.items as Node[]) : [earlier.node];
  values.push(inner.value);
  items.push(inner.node);
  set(body.value, earlier.key, values);
  const node: Node = { kind: 'list', span: earlier.node.span, items };
  body.node.entries[body.node.entries.indexOf(earlier)] = { ...earlier, node };
}

/** Also `__proto__` is only a name. */
function set(object: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
