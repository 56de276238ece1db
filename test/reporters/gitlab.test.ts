import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { gitlabReporter } from '../../src/reporters/gitlab.js';
import type { ReporterOptions } from '../../src/reporters/reporter.js';
import { matchesGolden } from './golden.js';
import { hostileReport, ordinaryReport, reportOf, rendered } from './sample.js';

interface Degradation {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

async function degradations(report = ordinaryReport(), options: ReporterOptions = {}): Promise<Degradation[]> {
  return JSON.parse(rendered(gitlabReporter, await report, options)) as Degradation[];
}

test('an ordinary report', async () => {
  matchesGolden('ordinary.gitlab.json', rendered(gitlabReporter, await ordinaryReport(), { root: 'infra' }));
});

test('each entry has the fields that GitLab documents, of the types that it wants', async () => {
  for (const report of [await ordinaryReport(), await hostileReport()]) {
    for (const entry of await degradations(Promise.resolve(report))) {
      assert.equal(Object.keys(entry), ['description', 'check_name', 'fingerprint', 'severity', 'location']);
      for (const text of [entry.description, entry.check_name, entry.fingerprint, entry.location.path]) assert.match(text, /^[^]+$/);
      assert.ok(['info', 'minor', 'major', 'critical', 'blocker'].includes(entry.severity), entry.severity);
      assert.ok(Number.isInteger(entry.location.lines.begin) && entry.location.lines.begin >= 1);
      assert.not.match(entry.location.path, /^\.\/|\p{Cs}/u);
    }
  }
});

test('a hostile report holds nothing that a terminal would obey', async () => {
  const text = rendered(gitlabReporter, await hostileReport(), {});
  matchesGolden('hostile.gitlab.json', text);
  assert.not.match(text, /[^\P{Cc}\n]|\p{Cf}|\p{Cs}|##\w*\[|\\ud[89a-f]../iu);
});

test('severities', async () => {
  assert.equal((await degradations()).map(({ severity }) => severity), ['critical', 'minor', 'info', 'minor', 'critical']);
});

test('fingerprints are unique, and stay when lines move', async () => {
  const image = '- name: b\n  disk_format: RAW\n  container_format: bare\n';
  const fingerprints = async (text: string): Promise<string[]> => (await degradations(reportOf([{ file: 'a.yaml', text }]))).map(({ fingerprint }) => fingerprint);
  const [alone] = await fingerprints(image);
  assert.is((await fingerprints(`# moved\n\n- name: a\n  disk_format: raw\n${image}`))[0], alone);
  const twice = await fingerprints(image + image);
  assert.is(new Set(twice).size, twice.length);
});

test('the same file is the same wherever the run began', async () => {
  const text = 'name: a\ndisk_format: RAW\ncontainer_format: bare\n';
  const [below] = await degradations(reportOf([{ file: 'a.yaml', text }]), { root: 'infra' });
  const [above] = await degradations(reportOf([{ file: './infra/a.yaml', text }]));
  assert.equal(below, above);
});

test('failures block; those that are about no file have no place', async () => {
  const entries = await degradations(reportOf([], [['Cannot be read: it is a folder.', 'b.yaml'], ['A rule failed.', null]]));
  assert.equal(entries.map(({ description, check_name: check, severity, location }) => [description, check, severity, location.path]), [
    ['Cannot be read: it is a folder.', 'not-linted', 'blocker', 'b.yaml'],
  ]);
});

test('nothing found is an empty list', async () => {
  assert.is(rendered(gitlabReporter, await reportOf([]), {}), '[]\n');
});

test.run();
