import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { githubReporter } from '../../src/reporters/github.js';
import { matchesGolden } from './golden.js';
import { hostileReport, ordinaryReport, reportOf, rendered } from './sample.js';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads commands as GitHub's runner does (actions/runner src/Runner.Common/ActionCommand.cs). */
function commandsIn(text: string): Command[] {
  const unescape = (escaped: string): string => escaped
    .replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
  return text.split('\n').filter((line) => line !== '').map((line) => {
    const end = line.indexOf('::', 2);
    const [name = '', list = ''] = line.slice(2, end).split(/ (.*)/s);
    const properties = list.split(',').map((pair) => pair.split(/=(.*)/s).slice(0, 2).map(unescape) as [string, string]);
    return { name, properties: Object.fromEntries(properties), message: unescape(line.slice(end + 2)) };
  });
}

test('an ordinary report', async () => {
  matchesGolden('ordinary.github.txt', rendered(githubReporter, await ordinaryReport(), { root: 'infra' }));
});

test('a hostile report: every line is a command of ours', async () => {
  const report = await hostileReport();
  const text = rendered(githubReporter, report, {});
  matchesGolden('hostile.github.txt', text);
  const commands = commandsIn(text);
  assert.is(commands.length, report.findings.length + report.failures.length);
  assert.not.match(text, /[^\P{Cc}\n]|\p{Cf}|\p{Cs}|##\w*\[/u);
  for (const { name, properties, message } of commands) {
    assert.ok(['error', 'warning', 'notice'].includes(name), name);
    const known = ['file', 'line', 'endLine', 'col', 'endColumn', 'title'];
    assert.ok(Object.keys(properties).every((key) => known.includes(key)), Object.keys(properties).join());
    assert.not.match(message, '%0A');
  }
});

test('signs of the format in names and values come out as they went in', async () => {
  const report = await reportOf([{ file: 'a, b: 100%0A=::c.yaml', text: 'name: "100% :: a, b=c%0A %25"\ndisk_format: raw\ncontainer_format: bare\n' }]);
  const [command] = commandsIn(rendered(githubReporter, report, {}));
  assert.is(command?.properties['file'], 'a, b: 100%0A=::c.yaml');
  assert.match(command?.message ?? '', 'The name "100% :: a, b=c%0A %25" is odd.\nWhoever');
});

test('columns are left out where the lines differ, for GitHub refuses them', async () => {
  const report = await reportOf([{ file: 'a.yaml', text: 'name: |-\n  one two\n  three\ndisk_format: RAW\ncontainer_format: bare\n' }]);
  const [several, single] = commandsIn(rendered(githubReporter, report, {}));
  assert.equal(several?.properties, { file: 'a.yaml', line: '1', endLine: '3', title: 'glance-lint: odd-name' });
  assert.equal(single?.properties, { file: 'a.yaml', line: '4', endLine: '4', col: '14', endColumn: '17', title: 'glance-lint: wrong-format' });
});

test('files are told from the root of the repository', async () => {
  const [first] = commandsIn(rendered(githubReporter, await ordinaryReport(), { root: 'infra/x/..' }));
  assert.is(first?.properties['file'], 'infra/images/linux.yaml');
});

test('what could not be linted comes first', async () => {
  const text = rendered(githubReporter, await reportOf([{ file: 'a.yaml', text: 'disk_format: RAW\ncontainer_format: bare\n' }], [['Cannot be read: it is a folder.', 'b.yaml'], ['A rule failed.', null]]), {});
  const [file, run] = commandsIn(text);
  assert.equal(file, { name: 'error', properties: { file: 'b.yaml', title: 'glance-lint: not linted' }, message: 'Cannot be read: it is a folder.' });
  assert.equal(run, { name: 'error', properties: { title: 'glance-lint: not linted' }, message: 'A rule failed.' });
});

test('it is said when GitHub will not show all', async () => {
  const image = '- {disk_format: RAW, container_format: bare}\n';
  const noticed = async (count: number): Promise<boolean> =>
    rendered(githubReporter, await reportOf([{ file: 'a.yaml', text: image.repeat(count) }]), {}).startsWith('::notice title=glance-lint::GitHub shows only');
  assert.is(await noticed(10), false);
  assert.is(await noticed(11), true);
});

test('nothing found is nothing written', async () => {
  assert.is(rendered(githubReporter, await reportOf([]), {}), '');
});

test.run();
