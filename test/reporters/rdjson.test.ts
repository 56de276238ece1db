import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { rdjsonReporter } from '../../src/reporters/rdjson.js';
import { matchesGolden } from './golden.js';
import { hostileReport, ordinaryReport, reportOf, rendered } from './sample.js';

interface Position { readonly line: number; readonly column?: number }
interface Range { readonly start: Position; readonly end: Position }
interface Diagnostic {
  readonly message: string;
  readonly location: { readonly path: string; readonly range?: Range };
  readonly severity: string;
  readonly code: { readonly value: string; readonly url?: string };
  readonly suggestions?: readonly { readonly range: Range; readonly text: string }[];
}

async function diagnosticsOf(report: ReturnType<typeof ordinaryReport>): Promise<Diagnostic[]> {
  return (JSON.parse(rendered(rdjsonReporter, await report, {})) as { diagnostics: Diagnostic[] }).diagnostics;
}

const image = (rest: string): string => `disk_format: raw\ncontainer_format: bare\n${rest}`;

test('an ordinary report', async () => {
  matchesGolden('ordinary.rdjson.json', rendered(rdjsonReporter, await ordinaryReport(), { root: 'infra' }));
});

test('a hostile report', async () => {
  const text = rendered(rdjsonReporter, await hostileReport(), {});
  matchesGolden('hostile.rdjson.json', text);
  assert.not.match(text, /[^\P{Cc}\n]|\p{Cf}|\p{Cs}|##\w*\[/u);
});

test('there is no field that the reader would refuse, and no half of a character', async () => {
  const KNOWN: Readonly<Record<string, readonly string[]>> = {
    '': ['source', 'diagnostics', 'severity'], 'source': ['name', 'url'],
    'diagnostics': ['message', 'location', 'severity', 'source', 'code', 'suggestions', 'original_output'],
    'location': ['path', 'range'], 'range': ['start', 'end'], 'start': ['line', 'column'], 'end': ['line', 'column'],
    'code': ['value', 'url'], 'suggestions': ['range', 'text'],
  };
  const report = await hostileReport();
  const [finding, ...others] = report.findings;
  const half = { ...finding!, file: 'a\ud800.yaml', message: 'b\udc00', fix: { safe: true, description: 'c\ud800', edits: [{ start: 1, end: 2, text: 'd\ud800' }] } };
  const text = rendered(rdjsonReporter, { ...report, findings: [half, ...others] }, {});
  assert.not.match(text, /[^\\](?:\\\\)*\\ud[89a-f]/i);
  const look = (value: unknown, name: string): void => {
    if (Array.isArray(value)) for (const one of value) look(one, name);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inside] of Object.entries(value)) {
        assert.ok(KNOWN[name]?.includes(key), `${name}.${key}`);
        look(inside, key);
      }
    } else if (['line', 'column'].includes(name)) assert.ok(Number.isInteger(value) && (value as number) >= 1);
    else assert.type(value, 'string');
  };
  look(JSON.parse(text), '');
});

test('columns count bytes of UTF-8', async () => {
  const [odd] = await diagnosticsOf(reportOf([{ file: 'a.json', text: '{"é大👍": "", "name": "a é", "disk_format": "raw", "container_format": "bare"}' }]));
  // `{"é大👍": "", "name": ` has 2 + 2 + 3 + 4 + 15 bytes before the value; the value has 6.
  assert.equal(odd?.location.range, { start: { line: 1, column: 27 }, end: { line: 1, column: 33 } });
});

test('whole lines where bytes cannot be counted', async () => {
  const [odd] = await diagnosticsOf(reportOf([{ file: 'a.json', text: `{"x": "${'y'.repeat(3000)}", "name": "a b", "disk_format": "raw", "container_format": "bare"}` }]));
  assert.equal(odd?.location.range, { start: { line: 1 }, end: { line: 1 } });
});

test('safe fixes are suggestions; applied, they mend', async () => {
  const text = image('"é": http://x\n').replace('raw', 'RAW');
  const [wrong, http] = await diagnosticsOf(reportOf([{ file: 'a.yaml', text }]));
  assert.equal(wrong?.suggestions, [{ range: { start: { line: 1, column: 14 }, end: { line: 1, column: 17 } }, text: 'raw' }]);
  assert.is(http?.suggestions, undefined);
  assert.match(http?.message ?? '', 'Possible fix: Write "https:".');
});

test('a suggestion may reach into the next line, whatever its ends are', async () => {
  for (const end of ['\n', '\r\n']) {
    const text = ['name: a b', 'disk_format: raw', 'container_format: bare', ''].join(end);
    const report = await reportOf([{ file: 'a.yaml', text }]);
    const [finding] = report.findings;
    const removal = { safe: true, description: 'Remove it', edits: [{ start: 0, end: 9 + end.length, text: '' }] };
    const [odd] = await diagnosticsOf(Promise.resolve({ ...report, findings: [{ ...finding!, fix: removal }] }));
    assert.equal(odd?.suggestions, [{ range: { start: { line: 1, column: 1 }, end: { line: 2, column: 1 } }, text: '' }]);
  }
});

test('fixes of several edits, and far away ones, are none', async () => {
  const report = await reportOf([{ file: 'a.yaml', text: `name: a b\n${image('x: y\n')}#\n#\n#\n` }]);
  const [finding] = report.findings;
  for (const edits of [[{ start: 0, end: 1, text: '' }, { start: 2, end: 3, text: '' }], [{ start: 60, end: 61, text: '' }]]) {
    const [odd] = await diagnosticsOf(Promise.resolve({ ...report, findings: [{ ...finding!, fix: { safe: true, description: 'x', edits } }] }));
    assert.is(odd?.suggestions, undefined);
  }
});

test('paths are as they were given: reviewdog takes them from its own folder', async () => {
  const text = rendered(rdjsonReporter, await reportOf([{ file: '../a.yaml', text: image('name: a b\n') }]), { root: 'infra' });
  assert.match(text, '"path": "../a.yaml"');
});

test('failures are errors', async () => {
  const [file, run] = await diagnosticsOf(reportOf([], [['Cannot be read.', 'a.yaml'], ['A rule failed.', null]]));
  assert.equal([file?.location, file?.severity, run?.location], [{ path: 'a.yaml' }, 'ERROR', { path: '' }]);
});

test.run();
