// Has a real Glance say what docs/cloud.md tells people to ask it, by the very commands that stand there, and lints
// against the answers. Needs Debian's python3-glance (installed where that is possible), curl, jq and a built dist/.
//
//   node test/conformance/cloud/run.mjs
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ADMIN, ensureGlance, startGlance } from '../glance/server.mjs';

const project = path.resolve(import.meta.dirname, '../../..');
const bin = path.join(project, 'dist/command/bin.cjs');
const commands = [...readFileSync(path.join(project, 'docs/cloud.md'), 'utf8').matchAll(/<!-- commands -->\n```sh\n([^]*?)```/g)].map(([, text]) => text);
let failed = 0;

ensureGlance();
await cloud('several stores, metadefs, one import method', {
  siteSchema: { cost_center: { type: 'string', enum: ['north', 'south'], description: 'Who pays' } },
  settings: (dir) => `[DEFAULT]
enabled_backends = fast:file, archive:file
enabled_import_methods = [glance-direct]
[glance_store]
default_backend = fast
[fast]
filesystem_store_datadir = ${dir}/fast
[archive]
filesystem_store_datadir = ${dir}/archive
[os_glance_staging_store]
filesystem_store_datadir = ${dir}/staging
[os_glance_tasks_store]
filesystem_store_datadir = ${dir}/tasks
[image_format]
disk_formats = raw,qcow2
`,
}, ({ found, shown }) => {
  expect('stores', JSON.stringify(shown.stores) === '["fast","archive"]');
  expect('import methods', JSON.stringify(shown.importMethods) === '["glance-direct"]');
  expect('formats', JSON.stringify(shown.diskFormats) === '["raw","qcow2"]');
  expect('a good image is left alone', found('acme_tier: gold\ncost_center: north\n').length === 0);
  expect('its own properties', found('cost_center: west\n').includes('outside-image-schema'));
  expect('its own metadefs', found('acme_tier: silver\n').includes('outside-metadef'));
  expect('formats that it does not take', found('', 'vmdk').includes('unknown-disk-format'));
});
await cloud('one store, as it comes', { settings: () => '' }, ({ shown, found }) => {
  expect('no stores are told', shown.stores === null);
  expect('import methods', shown.importMethods.includes('web-download'));
  expect('a good image is left alone', found('').length === 0);
});
process.exitCode = failed === 0 ? 0 : 1;

async function cloud(name, { siteSchema = {}, settings }, check) {
  console.log(name);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'glance-lint-cloud-'));
  for (const sub of ['fast', 'archive', 'staging', 'tasks', 'bin', 'exported/metadefs']) mkdirSync(path.join(folder, sub), { recursive: true });
  const glance = await startGlance({ siteSchema, settings: settings(folder) });
  try {
    await fetch(`${glance.url}/v2/metadefs/namespaces`, {
      method: 'POST',
      headers: { ...ADMIN, 'content-type': 'application/json' },
      body: JSON.stringify({
        namespace: 'ACME::House', visibility: 'public',
        resource_type_associations: [{ name: 'OS::Glance::Image', prefix: 'acme_' }],
        properties: { tier: { title: 'Tier', type: 'string', enum: ['gold', 'iron'] } },
      }),
    });
    // In place of Keystone, which would know the token.
    writeFileSync(path.join(folder, 'bin/curl'), `#!/bin/sh\nexec /usr/bin/curl ${Object.entries(ADMIN).map(([key, value]) => `-H '${key}: ${value}'`).join(' ')} "$@"\n`);
    chmodSync(path.join(folder, 'bin/curl'), 0o755);
    const env = { ...process.env, PATH: `${folder}/bin:${process.env.PATH}`, TOKEN: 'x', GLANCE: glance.url };
    for (const text of commands) spawnSync('bash', ['-c', text], { cwd: folder, env, stdio: 'inherit' });
    writeFileSync(path.join(folder, 'glance-lint.config.yaml'), 'cloud: {from: exported/}\n');
    const shown = JSON.parse(run(['--print-config'], folder)).cloud;
    const found = (more, format = 'raw') => {
      writeFileSync(path.join(folder, 'image.yaml'), `name: Debian 13\ndisk_format: ${format}\ncontainer_format: bare\nmin_disk: 4\nmin_ram: 512\n${more}`);
      return JSON.parse(run(['image.yaml', '-f', 'json'], folder)).findings.map(({ rule }) => rule);
    };
    check({ shown, found });
  } finally {
    glance.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function run(args, cwd) {
  const { stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd, encoding: 'utf8' });
  if (stderr !== '') throw new Error(stderr);
  return stdout;
}

function expect(name, isSo) {
  console.log(`  ${isSo ? 'ok' : 'FAILED'}: ${name}`);
  if (!isSo) failed++;
}
