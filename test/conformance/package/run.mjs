// Installs the packed package into an empty project, by the real npm from the real registry, and uses it; asks npm for
// known weaknesses of what comes with it, and publint about the package. Needs the network, and a built dist/.
//
//   node test/conformance/package/run.mjs
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const project = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'glance-lint-package-'));
const consumer = path.join(folder, 'consumer');
let failed = 0;

try {
  mkdirSync(consumer);
  writeFileSync(path.join(consumer, 'package.json'), '{"name": "consumer", "version": "1.0.0", "private": true}');
  writeFileSync(path.join(consumer, 'image.yaml'), 'name: Debian 13\ndisk_format: QCOW2\ncontainer_format: bare\n');
  const [{ filename, size, unpackedSize, files }] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], project).stdout);
  const tarball = path.join(folder, filename);
  console.log(`${filename}: ${kib(size)} packed, ${kib(unpackedSize)} unpacked, ${files.length} files`);

  told('publint', run(process.execPath, [path.join(project, 'node_modules/publint/src/cli.js'), tarball, '--strict'], project), ({ status }) => status === 0);
  told('npm exec, as the GitHub action does', run('npm', ['exec', '--yes', '--ignore-scripts', `--package=${tarball}`, '--', 'glance-lint', 'image.yaml', '-f', 'compact'], consumer), isLinted);
  told('npm install', run('npm', ['install', '--no-fund', tarball], consumer), ({ status }) => status === 0);
  console.log(run('du', ['-sh', 'node_modules'], consumer).stdout.replace(/\t.*/s, ' with everything that comes with it'));
  told('npx', run('npx', ['--no-install', 'glance-lint', 'image.yaml', '-f', 'compact'], consumer), isLinted);
  told('import', run(process.execPath, ['--input-type=module', '-e', "import { lintText } from 'glance-lint'; console.log((await lintText('name: x\\ndisk_format: vpc\\ncontainer_format: bare\\n')).findings[0].rule)"], consumer), ({ stdout }) => stdout.startsWith('unknown-disk-format'));
  audit('npm audit', project);
  audit('npm audit, of the consumer', consumer);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exitCode = failed === 0 ? 0 : 1;

/** Not every registry answers this question. */
function audit(name, cwd) {
  const ran = run('npm', ['audit', '--omit=dev', '--audit-level=low'], cwd);
  if (ran.stderr.includes('audit endpoint returned an error')) console.log(`not known: ${name}: this registry does not say`);
  else told(name, ran, ({ status, stdout }) => status === 0 && stdout.includes('found 0 vulnerabilities'));
}

function isLinted({ status, stdout }) {
  return status === 1 && stdout.startsWith('image.yaml:2:14: error');
}

function kib(bytes) {
  return `${Math.round(bytes / 1024)} KiB`;
}

function told(name, ran, isGood) {
  const good = isGood(ran);
  console.log(`${good ? 'ok' : 'FAILED'}: ${name}`);
  if (good) return;
  failed++;
  console.log(`${ran.stdout}${ran.stderr}`.slice(-3000).replace(/^/gm, '  | '));
}

function run(command, args, cwd) {
  return spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 300_000, maxBuffer: 1 << 26 });
}
