// Starts a real Glance API on loopback: Debian's python3-glance, sqlite, file store, no Keystone.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PACKAGE = 'python3-glance';
const START_SECONDS = 60;

/** Whoever the request says it is, it is: Keystone's middleware would set these headers. */
export const PROJECT = '11111111111111111111111111111111';
export const ADMIN = identity('admin,member,reader');
export const MEMBER = identity('member,reader');

function identity(roles) {
  return { 'x-identity-status': 'Confirmed', 'x-roles': roles, 'x-project-id': PROJECT, 'x-user-id': '2'.repeat(32) };
}

/** Installs Glance when this machine lacks it. Throws, with what to do, when that cannot be. */
export function ensureGlance() {
  if (hasGlance()) return;
  console.error(`${PACKAGE} is missing: installing it`);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', PACKAGE], { stdio: ['ignore', 2, 2], timeout: 600_000 });
  if (!hasGlance()) throw new Error(`Glance is needed and cannot be installed here. On Debian or Ubuntu: apt-get install ${PACKAGE}`);
}

function hasGlance() {
  return spawnSync('/usr/bin/python3', ['-c', 'import glance.cmd.api'], { stdio: 'ignore' }).status === 0;
}

/**
 * A running Glance: its `url`, and `stop()`, which leaves nothing behind.
 * `siteSchema` is what its schema-image.json says, `settings` are lines for glance-api.conf.
 */
export async function startGlance({ siteSchema = {}, settings = '' } = {}) {
  const dir = mkdtempSync(path.join(tmpdir(), 'glance-lint-conformance-'));
  const log = path.join(dir, 'glance.log');
  let server;
  const stop = () => {
    server?.kill('SIGKILL');
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', stop);
  try {
    const port = await freePort();
    const config = writeConfig(dir, port, siteSchema, settings);
    const synced = spawnSync('/usr/bin/python3', ['-m', 'glance.cmd.manage', '--config-file', config, 'db_sync'], { cwd: dir, encoding: 'utf8', timeout: 120_000 });
    if (synced.status !== 0) throw new Error(`glance-manage db_sync failed:\n${synced.stderr.slice(-2000)}`);
    server = spawn('/usr/bin/python3', ['-m', 'glance.cmd.api', '--config-file', config], { cwd: dir, stdio: 'ignore' });
    const url = `http://127.0.0.1:${port}`;
    await untilReady(url, server, log);
    return { url, log, stop: () => { process.removeListener('exit', stop); stop(); } };
  } catch (error) {
    process.removeListener('exit', stop);
    stop();
    throw error;
  }
}

function writeConfig(dir, port, siteSchema, settings) {
  const file = (name, text) => {
    writeFileSync(path.join(dir, name), text);
    return path.join(dir, name);
  };
  mkdirSync(path.join(dir, 'images'));
  // Found beside the configuration, before any that a package put into /etc/glance.
  file('schema-image.json', JSON.stringify(siteSchema));
  // The header-based context middleware alone: no Keystone, no cache.
  const paste = file('paste.ini', `[pipeline:glance-api]
pipeline = context rootapp
[composite:rootapp]
paste.composite_factory = glance.api:root_app_factory
/: apiversions
/v2: apiv2app
[app:apiversions]
paste.app_factory = glance.api.versions:create_resource
[app:apiv2app]
paste.app_factory = glance.api.v2.router:API.factory
[filter:context]
paste.filter_factory = glance.api.middleware.context:ContextMiddleware.factory
`);
  return file('glance-api.conf', `[DEFAULT]
bind_host = 127.0.0.1
bind_port = ${port}
workers = 0
log_file = ${path.join(dir, 'glance.log')}
node_staging_uri = file://${path.join(dir, 'staging')}
[database]
connection = sqlite:///${path.join(dir, 'glance.sqlite')}
[glance_store]
stores = file,http
default_store = file
filesystem_store_datadir = ${path.join(dir, 'images')}
[paste_deploy]
config_file = ${paste}
[oslo_policy]
policy_file = ${file('policy.yaml', '{}\n')}
${settings}
`);
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function untilReady(url, server, log) {
  const deadline = Date.now() + START_SECONDS * 1000;
  while (Date.now() < deadline && server.exitCode === null) {
    const isReady = await fetch(`${url}/v2/schemas/image`, { headers: ADMIN }).then(({ ok }) => ok, () => false);
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Glance did not start:\n${tail(log)}`);
}

/** The last lines of a log. */
export function tail(log) {
  try {
    return readFileSync(log, 'utf8').split('\n').slice(-30).join('\n');
  } catch {
    return '(no log)';
  }
}
