// What Glance shows of its images must lint without errors: it has accepted them.
import { ADMIN } from './server.mjs';

const JSON_TYPE = 'application/json';
const PATCH_TYPE = 'application/openstack-images-v2.1-json-patch';
/** Images of several kinds, and what is done with them after they were created. */
const IMAGES = [
  { body: { name: 'queued' } },
  { body: {} },
  { body: { name: 'raw', disk_format: 'raw', container_format: 'bare', min_disk: 1, tags: ['a', 'b'] }, data: 'x'.repeat(4096) },
  { body: { name: 'empty', disk_format: 'raw', container_format: 'bare' }, data: '' },
  { body: { name: 'public', disk_format: 'iso', container_format: 'bare', visibility: 'public', protected: true, os_hidden: true }, data: 'iso' },
  { body: { name: 'kernel', disk_format: 'aki', container_format: 'aki' }, data: 'kernel' },
  { body: { name: 'hashed', disk_format: 'raw', container_format: 'bare', os_hash_algo: 'md5', os_hash_value: 'mine' }, data: 'x' },
  { body: { name: 'deactivated', disk_format: 'raw', container_format: 'bare' }, data: 'x', action: 'deactivate' },
  { body: { name: 'large', disk_format: 'raw', container_format: 'bare', owner: null, min_ram: 2147483647 }, data: 'x'.repeat(1 << 20) },
  {
    body: {
      name: 'with properties', disk_format: 'qcow2', container_format: 'bare', hw_disk_bus: 'scsi', hw_scsi_model: 'virtio-scsi',
      os_distro: 'ubuntu', os_version: '24.04', os_type: 'linux', architecture: 'x86_64', description: 'Ünïcödé',
    },
    data: 'qcow2',
  },
  { body: { name: 'patched', disk_format: 'raw', container_format: 'bare' }, patch: [{ op: 'add', path: '/os_type', value: 'linux' }, { op: 'replace', path: '/tags', value: ['x'] }] },
];

/**
 * Makes images, reads them and all others back, and counts the errors that `lint` finds in them. Images that other
 * cases left behind have properties that Nova or Cinder would choke on: of those, only what concerns Glance counts.
 */
export async function checkRecords(url, lint) {
  const own = new Set();
  for (const image of IMAGES) own.add(await make(url, image));
  const shown = [];
  for (const hidden of [false, true]) {
    const { images } = await call(`${url}/v2/images?limit=1000&os_hidden=${hidden}`);
    shown.push(...images);
  }
  const variants = [
    ['as NDJSON, told to be records', 'records.ndjson', shown.map((record) => JSON.stringify(record)).join('\n'), ['--intent', 'record', '--dialect', 'glance']],
    ['as a list response, recognised', 'records.json', JSON.stringify({ images: shown }), []],
    ['one by one, recognised', 'record.json', JSON.stringify(shown.find(({ id }) => own.has(id))), []],
  ];
  let errors = 0;
  for (const [title, file, text, args] of variants) {
    const { findings, summary } = lint(file, text, args);
    const counting = findings.filter(({ severity, consequence: { by }, image }) =>
      severity === 'error' && (by === 'glance' || by === 'reader' || image === null || own.has(image.id)));
    for (const { rule, message, image } of counting.slice(0, 20)) console.log(`  ${rule}: ${message}\n    ${JSON.stringify(shown[image?.index ?? 0]).slice(0, 300)}`);
    console.log(`records ${title}: ${summary.images} images, ${counting.length} errors`);
    errors += counting.length;
  }
  return errors;
}

async function make(url, { body, data, action, patch }) {
  const { id } = await call(`${url}/v2/images`, { method: 'POST', body: JSON.stringify(body), type: JSON_TYPE });
  if (data !== undefined) await call(`${url}/v2/images/${id}/file`, { method: 'PUT', body: data, type: 'application/octet-stream' });
  if (action !== undefined) await call(`${url}/v2/images/${id}/actions/${action}`, { method: 'POST' });
  if (patch !== undefined) await call(`${url}/v2/images/${id}`, { method: 'PATCH', body: JSON.stringify(patch), type: PATCH_TYPE });
  return id;
}

async function call(url, { method = 'GET', body, type } = {}) {
  const response = await fetch(url, { method, body, headers: { ...ADMIN, ...(type === undefined ? {} : { 'content-type': type }) } });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text.slice(0, 300)}`);
  return text === '' ? undefined : JSON.parse(text);
}
