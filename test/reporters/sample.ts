import { Catalogue } from '../../src/engine/catalogue.js';
import { LintRun } from '../../src/engine/lint-run.js';
import { settle } from '../../src/engine/settings.js';
import { DIALECTS } from '../../src/dialects/index.js';
import type { Report } from '../../src/model/report.js';
import { defineReaderRule, defineRule, defineSetRule, type Member, type Rule } from '../../src/model/rule.js';
import type { Reporter, ReporterOptions } from '../../src/reporters/reporter.js';
import { formatOf, readerFor, type Reader } from '../../src/text/index.js';
import { show } from '../../src/words/show.js';

/*
 * Rules and manifests made for the reporters' tests: they have everything that a finding can have, and do not change
 * with the built-in rules.
 */

/** A report's text as a whole. */
export function rendered(reporter: Reporter, report: Report, options: ReporterOptions = {}): string {
  return Array.from(reporter.render(report, options)).join('');
}

const nothing = { bad: [], good: [] };

const wrongFormat = defineRule({
  id: 'wrong-format',
  topic: 'format',
  summary: '`disk_format` is written as Glance has it',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  why: 'Glance compares `disk_format` letter by letter.\n\nSee [the manual](https://example.org/manual) for the **whole** list.',
  source: ['glance glance/common/config.py'],
  messages: { misspelt: 'disk_format is {value}, but {who} calls this format "{guess}".' },
  examples: {
    bad: [{ manifest: 'name: cirros\ndisk_format: QCOW2\ncontainer_format: bare\n' }],
    good: [{ manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\n' }],
  },
  reads: ['disk_format'],
  check({ disk_format: format }, { report }) {
    if (typeof format !== 'string' || format === format.toLowerCase()) return;
    const guess = format.toLowerCase();
    report({
      message: 'misspelt',
      at: ['disk_format'],
      data: { value: show(format), who: 'Glance', guess },
      fix: { safe: true, description: `Write "${guess}"`, change: { replace: guess } },
    });
  },
});

const plainHttp = defineRule({
  id: 'plain-http',
  topic: 'source',
  summary: 'what is downloaded is not changed on its way',
  severity: 'warning',
  consequence: { by: 'client', when: 'always', effect: 'unsafe' },
  why: 'Whoever sits between can change the bytes.',
  source: ['ietf RFC 9110'],
  messages: { plain: 'The property {name} is an address without encryption: {value}.' },
  examples: nothing,
  reads: ['*'],
  check({ properties }, { report }) {
    for (const name in properties) {
      if (/^http:/.test(properties[name] ?? '')) {
        report({ message: 'plain', at: ['properties', name], data: { name: show(name), value: show(properties[name]) }, fix: { safe: false, description: 'Write "https:"', change: { replace: properties[name]?.replace(/^http/, 'https') ?? '' } } });
      }
    }
  },
});

const oddName = defineRule({
  id: 'odd-name',
  topic: 'identity',
  summary: 'a name is one word',
  severity: 'info',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  why: 'It is easier to type.',
  source: ['none'],
  messages: { odd: 'The name {name} is odd.' },
  examples: nothing,
  reads: ['name'],
  check({ name }, { report }) {
    if (/[^\w.-]/.test(name ?? '')) report({ message: 'odd', at: ['name'], data: { name: show(name) } });
  },
});

const sameName = defineSetRule<{ name: string }>({
  id: 'same-name',
  topic: 'identity',
  summary: 'no two images have the same name',
  severity: 'warning',
  consequence: { by: 'operator', when: 'always', effect: 'unclear' },
  why: 'Who asks for the image by its name gets an error.',
  source: ['python-openstackclient openstackclient/image/v2/image.py'],
  messages: { twice: 'The name {name} is taken.' },
  examples: nothing,
  keys: ({ name }) => (typeof name === 'string' ? [name] : []),
  extract: ({ name }) => ({ name: name ?? '' }),
  checkSet(members, { report }) {
    const first = new Map<string, Member<{ name: string }>>();
    for (const member of members) {
      const { name } = member.extract;
      const earlier = first.get(name);
      if (earlier === undefined) first.set(name, member);
      else report({ message: 'twice', member, at: ['name'], data: { name: show(name) }, related: [{ message: 'first used here', at: ['name'], member: earlier }] });
    }
  },
});

const broken = defineReaderRule({
  id: 'syntax-error',
  topic: 'yaml',
  summary: 'the manifest can be read',
  severity: 'error',
  consequence: { by: 'reader', when: 'always', effect: 'rejected' },
  why: 'No tool can read it.',
  source: ['ietf RFC 8259'],
  messages: { broken: 'This is not {format}: {reason}.' },
  examples: nothing,
});

export const RULES: readonly Rule[] = [wrongFormat, plainHttp, oddName, sameName, broken]
  .map((rule) => ({ ...rule, docs: `https://example.org/rules/${rule.id}` }));

export interface SampleFile {
  readonly file: string;
  readonly text: string;
  /** Where the text is broken, and why: in words that no change of a reader touches. */
  readonly problem?: { readonly reason: string; readonly at: number };
}

function brokenReader({ reason, at }: NonNullable<SampleFile['problem']>): Reader {
  const problem = { kind: 'syntax', reason, span: { start: at, end: at }, document: 0 } as const;
  return { format: 'json', read: () => ({ documents: [], problems: [problem] }), edit: () => undefined };
}

/** The report of a run over texts, with the rules above and nothing else. */
export async function reportOf(files: readonly SampleFile[], failures: readonly (readonly [string, string | null])[] = []): Promise<Report> {
  const catalogue = new Catalogue(RULES, DIALECTS);
  const settings = settle([{ extends: [], rules: Object.fromEntries(RULES.map(({ id, severity }) => [id, severity])) }], catalogue);
  const manifests = new Map(await Promise.all(files.map(async ({ file, text, problem }) => {
    const reader = problem === undefined ? await readerFor(formatOf(file)) : brokenReader(problem);
    return [file, { file, text, invalidAt: -1, reader }] as const;
  })));
  const run = new LintRun({
    tool: { name: 'glance-lint', version: '1.2.3' },
    docsOf: () => null,
    withLineHashes: true,
    reread: (file) => manifests.get(file),
  });
  for (const manifest of manifests.values()) run.lint(manifest, { ...settings, isNamed: true });
  for (const [message, file] of failures) run.fail(message, file);
  return run.finish();
}

/** Several files, all severities, fixes, a related place in another file, a syntax error. */
export function ordinaryReport(): Promise<Report> {
  return reportOf([
    {
      file: 'images/linux.yaml',
      text: `images:
  - name: cirros
    disk_format: QCOW2  # as qemu-img has it
    container_format: bare
    homepage: http://example.org/cirros
  - name: "Ubuntu Server"
    disk_format: raw
    container_format: bare
`,
    },
    { file: 'images/more images.json', text: '[\n  {"name": "cirros", "disk_format": "qcow2", "container_format": "bare"}\n]\n' },
    {
      file: 'images/broken.json',
      text: '{"name": "cirros", "disk_format": "qcow2", "container_format": "bare"\n',
      problem: { reason: 'the text ends, but a "{" is still open', at: 69 },
    },
  ]);
}

const BIDI = '\u202e';
const ESCAPE = '\u001b';

/** What a stranger may write to fool a terminal, a build log or a viewer. */
export function hostileReport(): Promise<Report> {
  return reportOf([
    {
      file: '::error file=a,line=1::pwned.yaml',
      text: `name: "a${BIDI}b\\e]0;title\\a [click](https://evil.example) ##[error]x ##vso[task.x]y\\n::error::z \\uD800 end"
disk_format: QCOW2
container_format: bare
::warning::hm: http://x/\u200b
`,
    },
    { file: `b${ESCAPE}[31m\n::stop-commands::x.json`, text: '{"name": "\\u001b[2J é 大きさ\u00a0👍🏽 ❤️", "disk_format": "RAW", "container_format": "bare"}' },
  ], [[`Cannot be read: ${ESCAPE}[31m [x](http://evil.example).`, `c${BIDI}.yaml`], ['The rule "x" failed.', null]]);
}
