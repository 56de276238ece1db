// Asks a real Glance: does it reject exactly the create bodies that glance-lint says it rejects, and does
// glance-lint leave alone what Glance shows of images that it has?
//
//   node test/conformance/glance/run.mjs [--seeds 1,2,3] [--bodies 2000] [--bin dist/command/bin.cjs]
//
// Needs Debian's python3-glance (installs it where it may) and a built dist/. Glance runs on loopback, with sqlite
// and a store in a temporary directory; nothing is left behind.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SITE_SCHEMA, makeBodies } from './bodies.mjs';
import { randomOf } from './random.mjs';
import { checkRecords } from './records.mjs';
import { ADMIN, MEMBER, ensureGlance, startGlance, tail } from './server.mjs';

const LIMIT_MINUTES = 15;
const SHOWN = 40;
const root = fileURLToPath(new URL('../../..', import.meta.url));

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3' },
    bodies: { type: 'string', default: '2000' },
    bin: { type: 'string', default: path.join(root, 'dist/command/bin.cjs') },
  },
});
if (!existsSync(options.bin)) {
  console.error(`${options.bin} is missing: node scripts/build.mjs makes it`);
  process.exit(2);
}

const dir = mkdtempSync(path.join(tmpdir(), 'glance-lint-cases-'));
const deadline = setTimeout(() => {
  console.error(`not done after ${LIMIT_MINUTES} minutes`);
  process.exit(2);
}, LIMIT_MINUTES * 60_000);
deadline.unref();
process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(2));

ensureGlance();
const seeds = options.seeds.split(',').map(Number);
const count = Number(options.bodies);
let disagreements = 0;
await withGlance({}, async ({ url }) => {
  for (const seed of seeds) {
    await compare(url, `seed ${seed}, as admin`, { seed, count, identity: ADMIN, cloud: { admin: true } });
    // A member of a project may less.
    await compare(url, `seed ${seed}, as member`, { seed: seed + 1000, count: Math.ceil(count / 4), identity: MEMBER, cloud: { admin: false } });
  }
  disagreements += await checkRecords(url, (file, text, args) => lint(file, text, ['--config', configOf({}), ...args]));
});
const settings = `[DEFAULT]
image_property_quota = 127
image_tag_quota = 126
[image_format]
disk_formats = raw,qcow2,gpt,iso
container_formats = bare,docker
`;
await withGlance({ siteSchema: SITE_SCHEMA, settings }, async ({ url }) => {
  const imageSchema = await (await fetch(`${url}/v2/schemas/image`, { headers: ADMIN })).json();
  const cloud = { admin: true, imageSchema, propertyQuota: 127, tagQuota: 126 };
  for (const seed of seeds) {
    await compare(url, `seed ${seed}, in a cloud of its own kind`, { seed: seed + 2000, count: Math.ceil(count / 2), identity: ADMIN, cloud });
  }
});
console.log(disagreements === 0 ? 'ok: glance-lint and Glance agree' : `FAILED: ${disagreements} disagreements`);
process.exitCode = disagreements === 0 ? 0 : 1;

async function withGlance(kind, use) {
  const glance = await startGlance(kind);
  try {
    await use(glance);
  } catch (error) {
    console.error(error);
    console.error(tail(glance.log));
    disagreements++;
  } finally {
    glance.stop();
  }
}

/** Sends each body to Glance and to glance-lint, and counts how often they disagree. */
async function compare(url, title, { seed, count, identity, cloud }) {
  const bodies = [...makeBodies(randomOf(seed), count)].filter(({ text }) => cloud.admin || isOwnBusiness(text));
  const { findings } = lint('cases.ndjson', `${bodies.map(({ text }) => text).join('\n')}\n`, ['--intent', 'create', '--dialect', 'glance', '--config', configOf(cloud)]);
  const claims = bodies.map(() => []);
  for (const finding of findings) if (finding.image !== null && saysRejected(finding)) claims[finding.image.index].push(finding);
  const statuses = {};
  const differing = [];
  for (const [index, { text, label }] of bodies.entries()) {
    const { status, reason } = await create(url, text, identity);
    statuses[status] = (statuses[status] ?? 0) + 1;
    // 500 is no answer to be proud of, but no image either. What is rejected must be an error; what is not must not be said to be, whatever the severity.
    const agrees = status === 201 ? claims[index].length === 0 : claims[index].some(({ severity }) => severity === 'error');
    if (agrees) continue;
    const ours = claims[index].map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`).join(' | ') || 'nothing';
    differing.push(`  [${label}] ${text.slice(0, 300)}\n    Glance: ${status} ${reason}\n    glance-lint: ${ours}`);
  }
  console.log(`${title}: ${bodies.length} bodies, answers ${JSON.stringify(statuses)}, ${differing.length} disagreements`);
  for (const text of differing.slice(0, SHOWN)) console.log(text);
  disagreements += differing.length;
}

function saysRejected({ consequence: { by, when, effect } }) {
  return by === 'glance' && when === 'create' && effect === 'rejected';
}

/** A manifest does not tell which project its sender is in, so whether another owner is refused stays open. */
function isOwnBusiness(text) {
  const owner = JSON.parse(text)?.owner;
  return typeof owner !== 'string' || owner === '';
}

async function create(url, text, identity) {
  const response = await fetch(`${url}/v2/images`, {
    method: 'POST',
    headers: { ...identity, 'content-type': 'application/json' },
    body: text,
  });
  const answer = await response.text();
  const reason = response.status === 201 ? '' : answer.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').slice(0, 200);
  return { status: response.status, reason };
}

function configOf(cloud) {
  const file = path.join(dir, 'config.json');
  writeFileSync(file, JSON.stringify({ extends: ['strict'], cloud }));
  return file;
}

/** glance-lint's report on a text. */
function lint(name, text, args) {
  const file = path.join(dir, name);
  const report = path.join(dir, 'report.json');
  writeFileSync(file, text);
  rmSync(report, { force: true });
  const run = spawnSync(process.execPath, [options.bin, '--format', `json=${report}`, ...args, file], { encoding: 'utf8', cwd: dir, timeout: 300_000 });
  if (run.status !== 0 && run.status !== 1) throw new Error(`glance-lint failed: ${run.status} ${run.stderr}`);
  return JSON.parse(readFileSync(report, 'utf8'));
}
