// Makes create bodies, valid ones and ones broken in every way that we know of, the same for the same seed.
//
// Not made, because the answer is not the same everywhere:
// - bodies that are no JSON for JavaScript, but for Python (NaN, Infinity);
// - ids that differ in letter case only, and property names that do: MySQL takes them for equal, sqlite does not;
// - numbers that only an odd reader would tell apart (9007199254740993 is …992 for JavaScript).
import { PROJECT } from './server.mjs';

/** JSON text that stands as it is: `2.0`, `1e400`, `-0`. */
class Raw {
  constructor(text) { this.text = text; }
}
const raw = (text) => new Raw(text);

const DISK_FORMATS = ['ami', 'ari', 'aki', 'vhd', 'vhdx', 'vmdk', 'raw', 'qcow2', 'vdi', 'iso', 'ploop'];
const CONTAINER_FORMATS = ['ami', 'ari', 'aki', 'bare', 'ovf', 'ova', 'docker', 'compressed'];
const ROCKET = '\u{1F680}';
const ROUND = [0, 1, 5, 10, 40, 512, 4096, 65535, 65536, 2 ** 31 - 1, raw('2.0'), raw('1e3'), raw('0.0'), raw('-0'), raw('-0.0'), raw('2147483647.0')];
const NO_INTEGER = [
  -1, -5, 2 ** 31, 2 ** 32, 1e15, raw('1e18'), raw('1e300'), raw('1e400'), raw('-1e400'), raw('9223372036854775808'),
  raw('-1.0'), raw('2147483648.0'), 1.5, 2147483647.5, raw('1e-3'), -0.5, '1', '', '10', '512 MB', true, false, null, [], [1], {},
];
/** Values of every JSON type: most attributes take one of the types only. */
const ANYTHING = [
  'x', '', ' ', '0', 'true', 'null', 0, 1, -1, 3.25, raw('5.0'), 2 ** 40, true, false, null, [], ['x'], [[]], [null], {}, { a: 'b' },
  { type: 'string' }, ROCKET, '\ud83d', 'ü', 'x'.repeat(300),
];
const TEXTS = [
  'cirros', 'Ubuntu 24.04 LTS', 'ünïcödé', '中文', 'عربى', 'e\u0301', 'a\u0000b', 'tab\there', 'line\nbreak', '\u2028', '\ufeff', '\uffff', '\ue000',
  '', ' ', ' padded ', 'name/with~marks', '"quoted"', "'single'", '\\', '{{ template }}', '${VAR}', '<b>', '%s %d', '../..', "'; DROP TABLE images;--",
];
const TOO_WIDE = [ROCKET, `x${ROCKET}y`, '\u{10000}', '\u{10ffff}', '𠮷野家', '\ud83d', '\udc00', 'a\ud800b', '\udfff\ud800'];

const SETTABLE = {
  name: [...TEXTS, null, 'n'.repeat(255), 'ü'.repeat(255), '12'],
  visibility: ['public', 'private', 'shared', 'community'],
  protected: [true, false],
  os_hidden: [true, false],
  owner: [PROJECT, 'somebody', null, '', 'o'.repeat(255), 'ö'],
  disk_format: [...DISK_FORMATS, null],
  container_format: [...CONTAINER_FORMATS, null],
  min_ram: ROUND,
  min_disk: ROUND,
  tags: [[], ['a'], ['a', 'b', 'c'], ['a', 'a'], ['', ' '], ['A', 'a'], ['ünïcödé', '中文'], ['t'.repeat(255)]],
};
const BROKEN = {
  name: [...TOO_WIDE, 'n'.repeat(256), 'ü'.repeat(256), ROCKET.repeat(255), 5, true, [], {}, ['x']],
  visibility: ['Public', 'PUBLIC', 'public ', 'all', 'global', '', null, true, 1, [], ['public'], {}],
  protected: ['true', 'false', '', 'yes', 0, 1, null, [], {}],
  os_hidden: ['true', 'false', '', 'no', 0, 1, null, [], {}],
  owner: [...TOO_WIDE, 'o'.repeat(256), 5, true, [], {}],
  disk_format: ['QCOW2', 'Raw', 'img', 'vpc', 'gpt', 'luks', 'qcow2 ', '', 'x'.repeat(30), ROCKET, 1, false, [], ['raw'], {}],
  container_format: ['BARE', 'none', 'tar', 'gzip', '', ' bare', 2, true, [], ['bare'], {}],
  min_ram: NO_INTEGER,
  min_disk: NO_INTEGER,
  tags: [null, 'a', 'a,b', 1, true, {}, { a: 'b' }, [1], ['a', 2], [null], [true], [['a']], [{}], ['t'.repeat(256)], ...TOO_WIDE.map((text) => ['ok', text])],
};
/** Attributes that Glance sets itself, with values that it would set, and others. */
const SET_BY_GLANCE = {
  status: ['active', 'queued', 'deleted', 'Active', 'available', ''],
  checksum: ['0123456789abcdef0123456789abcdef', 'x', 'c'.repeat(33)],
  size: [0, 1024, -1, 2 ** 50, '1024'],
  virtual_size: [0, 1024, -1, '1024'],
  created_at: ['2024-05-01T10:00:00Z', 'yesterday', 1714557600],
  updated_at: ['2024-05-01T10:00:00Z', ''],
  direct_url: ['rbd://pool/image', ''],
  self: ['/v2/images/x'],
  file: ['/v2/images/x/file'],
  schema: ['/v2/schemas/image'],
  stores: ['fast', 'fast,slow'],
  locations: [[], [{ url: 'http://example.org/x', metadata: {} }], [{ url: 'x' }], [{ url: 'u'.repeat(256), metadata: {} }], [5]],
};
const MASKED = {
  os_hash_algo: ['sha512', 'md5', '', null, 'a'.repeat(64)],
  os_hash_value: ['ab'.repeat(64), 'x', null, ''],
};
const MASKED_BROKEN = {
  os_hash_algo: ['a'.repeat(65), 512, true, [], ROCKET],
  os_hash_value: ['ab'.repeat(65), 5, false, {}, '\ud800'],
};
/** Custom properties that Glance takes as they come; whether another service likes them is not its business. */
const PROPERTIES = {
  hw_disk_bus: ['virtio', 'scsi', 'floppy', ''],
  hw_scsi_model: ['virtio-scsi', 'virtio'],
  hw_cpu_cores: ['4', '-1', 'many'],
  hw_qemu_guest_agent: ['yes', 'enabled'],
  hw_firmware_type: ['uefi', 'UEFI'],
  os_secure_boot: ['required', 'true'],
  os_distro: ['ubuntu', 'Ubuntu'],
  os_version: ['24.04', ''],
  architecture: ['x86_64', 'arm64'],
  hypervisor_type: ['kvm', 'powervm'],
  'trait:HW_CPU_X86_AVX2': ['required', 'forbidden'],
  'traits:COMPUTE_SECURITY_TPM_2_0': ['required'],
  'hw_numa_cpus.0': ['0-3', 'x'],
  kernel_id: ['', 'None', '6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e', 'nokernel'],
  ramdisk_id: ['', 'x'],
  img_signature: ['AAAA', '!!'],
  img_signature_hash_method: ['SHA-256', 'MD5'],
  img_signature_key_type: ['RSA-PSS', 'RSA'],
  img_signature_certificate_uuid: ['6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e', 'x'],
  cinder_encryption_key_id: ['6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e'],
  cinder_encryption_key_deletion_policy: ['on_image_deletion', 'never'],
  block_device_mapping: ['[]', 'no json'],
  os_shutdown_timeout: ['60', 'soon'],
  os_purpose: ['generic', 'other'],
  replace_frequency: ['monthly', 'sometimes'],
  image_build_date: ['2024-05-01', '1.5.2024'],
  description: TEXTS,
  'a/b~c': ['x'],
  'with blank': ['x'],
  ' padded ': ['x'],
  'ünïcödé': ['x'],
  '中文': ['x'],
  'nul\u0000': ['x'],
  '': ['x'],
  '0': ['x'],
  toString: ['x'],
  constructor: ['x'],
  hasOwnProperty: ['x'],
  __proto__x: ['x'],
  is_public: ['true'],
  minDisk: ['10'],
  disk_fromat: ['qcow2'],
  hidden: ['true'],
  is_protected: ['true'],
  owner_id: [PROJECT],
  store: ['fast', ''],
  image_id: ['x'],
  extra_properties: ['x'],
  properties: ['x'],
  metadata: ['x'],
  member: ['x'],
  base_image_ref: [''],
  os_hash: ['x'],
  os_glanc: ['x'],
  locations_: ['x'],
  'owner_specified.openstack.md5': ['d41d8cd98f00b204e9800998ecf8427e'],
  cost_center: ['AB12', 'AB12345', 'x'],
  site_grade: ['gold', 'bronze', ''],
  'site/odd~name': ['ok', 'x'],
  long_value: ['v'.repeat(256), 'v'.repeat(70_000)],
  ['p'.repeat(255)]: ['x'],
  ['ü'.repeat(255)]: ['x'],
};
/** What an operator may write into schema-image.json: after upstream's sample, and properties of its own. */
export const SITE_SCHEMA = {
  kernel_id: { type: ['null', 'string'], pattern: '^([0-9a-fA-F]){8}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){12}$' },
  cinder_encryption_key_deletion_policy: { type: 'string', enum: ['on_image_deletion', 'do_not_delete'] },
  cost_center: { type: 'string', pattern: '^[A-Z]{2}[0-9]+$', maxLength: 6 },
  site_grade: { type: ['string', 'null'], enum: [null, 'gold', 'silver'] },
  'site/odd~name': { type: 'string', minLength: 2 },
};
const RESERVED = ['location', 'deleted', 'deleted_at', 'os_glance', 'os_glance_importing_to_stores', 'os_glancey', 'os_glance_stage_host'];
const BAD_NAMES = ['p'.repeat(256), 'ü'.repeat(256), 'p'.repeat(1000), ROCKET, `x${ROCKET}`, 'a\ud800', '\udc00'];
const NO_OBJECTS = [null, true, false, 0, 1.5, '', 'cirros', [], [1], [{ name: 'x' }], [[]]];

/** Ways to break a body. Each is used again and again, so that no seed misses one. */
const WAYS = [
  ...Object.keys(BROKEN).map((name) => way(`${name} broken`, (body, { pick }) => body.set(name, pick(BROKEN[name])))),
  ...Object.keys(SET_BY_GLANCE).map((name) => way(`${name} given`, (body, { pick, chance }) => body.set(name, pick(chance(0.6) ? SET_BY_GLANCE[name] : ANYTHING)))),
  ...Object.keys(MASKED).map((name) => way(`${name} given`, (body, { pick }) => body.set(name, pick(MASKED[name])))),
  ...Object.keys(MASKED_BROKEN).map((name) => way(`${name} broken`, (body, { pick }) => body.set(name, pick(MASKED_BROKEN[name])))),
  ...RESERVED.map((name) => way(`${name} given`, (body, { pick, chance }) => body.set(name, chance(0.6) ? 'x' : pick(ANYTHING)))),
  ...BAD_NAMES.map((name, index) => way(`bad property name ${index}`, (body, { pick, chance }) => body.set(name, chance(0.8) ? 'x' : pick(ANYTHING)))),
  ...['hw_disk_bus', 'os_version', 'description', '__proto__', 'constructor', 'store', 'is_public', 'x', 'owner_id', '', 'kernel_id', 'site_grade', 'cost_center'].map((name) =>
    way(`property ${name} of any type`, (body, { pick }) => body.set(name, pick(ANYTHING)))),
  ...['properties', 'metadata', 'extra_properties', 'meta', 'image', 'images'].map((name) =>
    way(`nested ${name}`, (body, { pick }) => body.set(name, pick([{}, { hw_disk_bus: 'virtio' }, { a: 1 }, [], [{ a: 'b' }], null, 'x', 5])))),
  ...[0, 1, 2].map((kind) => way(`id ${kind}`, (body, random) => body.set('id', [malformedId(random), random.pick(ANYTHING), uuid(random)][kind]))),
  way('wide property value', (body, { pick }) => body.set('description', pick(TOO_WIDE))),
  way('deeply nested', (body, { pick }) => body.set('deep', raw(nest(pick([3, 50, 300]))))),
  ...[126, 127, 128, 129, 200].map((count) => way(`${count} properties`, (body) => fill(body, count))),
  way('128 properties and a masked one', (body) => fill(body, 128).set('os_hash_algo', 'md5')),
  way('128 properties and a reserved one', (body) => fill(body, 128).set('os_glance_x', 'x')),
  ...[127, 128, 129, 500].map((count) => way(`${count} tags`, (body) => body.set('tags', Array.from({ length: count }, (_, index) => `t${index}`)))),
  ...[128, 129].map((count) => way(`${count} equal tags`, (body) => body.set('tags', Array(count).fill('same')))),
  way('key twice, good last', (body) => body.twice('min_disk', 'x', 5)),
  way('key twice, bad last', (body) => body.twice('min_disk', 5, 'x')),
  way('property twice', (body, { pick }) => body.twice('os_type', pick(ANYTHING), pick(ANYTHING))),
];

function way(label, apply) {
  return { label, apply };
}

/** A JSON object that may have the same key twice. */
class Body {
  entries = new Map();
  doubled = [];
  set(name, value) {
    this.entries.set(name, value);
    return this;
  }
  twice(name, first, last) {
    this.doubled.push([name, first]);
    this.set(name, last);
  }
  toText() {
    return `{${[...this.doubled, ...this.entries].map(([name, value]) => `${JSON.stringify(name)}: ${textOf(value)}`).join(', ')}}`;
  }
}

function textOf(value) {
  return value instanceof Raw ? value.text : JSON.stringify(value);
}

/** `count` create bodies as JSON texts, each with what was done to it. */
export function* makeBodies(random, count) {
  for (let index = 0; index < count; index++) {
    const body = goodBody(random);
    if (index % 97 === 5) {
      // One id twice: only the first may be created.
      const id = uuid(random);
      yield { text: `{"id": "${id}", "name": "first"}`, label: 'id used first' };
      yield { text: `{"id": "${id}", "name": "second"}`, label: 'id used again' };
      index++;
    } else if (index % 53 === 7) yield { text: textOf(random.pick(NO_OBJECTS)), label: 'no object' };
    else if (index % 5 === 1) yield { text: body.toText(), label: 'good' };
    else if (index % 5 === 2) yield { text: wildBody(random).toText(), label: 'wild' };
    else {
      const ways = [WAYS[index % WAYS.length]];
      while (random.chance(0.2)) ways.push(random.pick(WAYS));
      for (const { apply } of ways) apply(body, random);
      yield { text: body.toText(), label: ways.map(({ label }) => label).join(' + ') };
    }
  }
}

function goodBody(random) {
  const body = new Body();
  for (const name in SETTABLE) if (random.chance(0.5)) body.set(name, random.pick(SETTABLE[name]));
  if (random.chance(0.2)) body.set('id', uuid(random));
  const names = Object.keys(PROPERTIES);
  for (let left = random.below(6); left > 0; left--) {
    const name = random.pick(names);
    body.set(name, random.pick(PROPERTIES[name]));
  }
  return body;
}

/** Any name with any value: mostly rejected, for several reasons at once or for none that was thought of. */
function wildBody(random) {
  const names = [...Object.keys(SETTABLE), ...Object.keys(SET_BY_GLANCE), ...Object.keys(MASKED), ...Object.keys(PROPERTIES), ...RESERVED, '__proto__'];
  const body = new Body();
  for (let left = random.below(4); left >= 0; left--) {
    const name = random.pick(names);
    body.set(name, random.pick(ANYTHING));
  }
  return body;
}

function fill(body, count) {
  const isCustom = (name) => !(name in SETTABLE) && name !== 'id';
  for (const name of [...body.entries.keys()]) if (isCustom(name)) body.entries.delete(name);
  for (let index = 0; index < count; index++) body.set(`p${index}`, 'x');
  return body;
}

function nest(depth) {
  return `${'['.repeat(depth)}${']'.repeat(depth)}`;
}

function uuid(random) {
  const digits = random.hex(32);
  const text = digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return random.chance(0.3) ? text.toUpperCase() : text;
}

function malformedId(random) {
  const id = uuid(random);
  return random.pick([id.replaceAll('-', ''), `{${id}}`, `urn:uuid:${id}`, `${id} `, ` ${id}`, `${id}\n`, `${id}0`, id.slice(1), id.replace(/.$/, 'g'), id.replace('-', '_'), '', '1', 'cirros']);
}
