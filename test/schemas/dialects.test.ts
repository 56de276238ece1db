import { globSync } from 'glob';
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DIALECTS } from '../../src/dialects/index.js';
import { keysOf } from '../../src/dialects/read-spelling.js';
import { yamlReader } from '../../src/text/yaml.js';
import { compile, complaint, readSchema } from './schema.js';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly type?: unknown;
}

const osism = readSchema('osism') as Schema;
const orc = readSchema('orc') as Schema;
const validateOsism = compile(osism);
const validateOrc = compile(orc);

/** The documents of a fixture or of a text, as an editor reads them. */
function documentsIn(text: string): unknown[] {
  return yamlReader.read(text).documents.map(({ value }) => value);
}

/** The ways to all keys below a part of a schema: `content.diskFormat`. */
function waysIn(root: Schema, part: Schema, isOpen: (way: string) => boolean, way = ''): string[] {
  const target = part.$ref === undefined ? part : (root.$defs?.[part.$ref.slice('#/$defs/'.length)] as Schema);
  return Object.entries(target.properties ?? {}).flatMap(([key, below]) => {
    const here = way === '' ? key : `${way}.${key}`;
    const inner = isOpen(here) ? [] : below.items === undefined ? waysIn(root, below, isOpen, here) : waysIn(root, below.items, isOpen, `${here}[]`);
    return inner.length > 0 ? inner : [here];
  });
}

test('the schema of osism has the keys that the dialect knows', () => {
  const spelling = DIALECTS.find(({ name }) => name === 'osism')?.spelling;
  const isOpen = (way: string): boolean => way.endsWith('meta') || way === 'tags';
  const ways = waysIn(osism, { $ref: '#/$defs/image' }, isOpen);
  assert.equal(ways.sort(), [...new Set(spelling && keysOf(spelling))].sort());
});

test('the schema of ORC has the keys that the dialect knows', () => {
  const spelling = DIALECTS.find(({ name }) => name === 'orc')?.spelling;
  const ways = waysIn(orc, { $ref: '#/$defs/resource' }, (way) => way === 'tags');
  assert.equal(ways.sort(), [...new Set(spelling && keysOf(spelling))].sort());
});

test('clean fixtures satisfy their schemas', () => {
  for (const document of documentsIn(readFileSync('fixtures/osism/clean.yml', 'utf8'))) assert.is(complaint(validateOsism, document), undefined);
  for (const path of globSync('fixtures/orc/clean.yaml')) for (const document of documentsIn(readFileSync(path, 'utf8'))) assert.is(complaint(validateOrc, document), undefined);
});

const VERSION = 'versions: [{version: "1", url: "https://a/b"}]';
const IMAGE = 'name: x, format: qcow2, login: x, status: active, visibility: public, multi: true, tags: [], meta: {}';

for (const [text, expected] of [
  [`images: [{${IMAGE}, ${VERSION}}]`, undefined],
  [`images: [{${IMAGE}, enable: yes, keep: off, versions: []}]`, undefined],
  [`images: [{${IMAGE}, versions: [{version: "1", url: "file:///x.img", build_date: 2026-01-02, checksum: "md5:d41d8cd98f00b204e9800998ecf8427e"}]}]`, undefined],
  [`images: [{${IMAGE}, versions: [{version: latest, url: "https://a/b", checksums_url: "https://a/S"}]}]`, undefined],
  ['images: []', '/images must NOT have fewer than 1 items'],
  ['[]', 'must be object'],
  [`images: [{${IMAGE}, ${VERSION}, lastest_url: x}]`, '/images/0 must NOT have additional properties'],
  [`images: [{${IMAGE.replace('qcow2', 'QCOW2')}, ${VERSION}}]`, '/images/0/format must be equal to one of the allowed values'],
  [`images: [{${IMAGE}, ${VERSION}, min_disk: "4"}]`, '/images/0/min_disk must be integer'],
  [`images: [{${IMAGE}, versions: [{version: 1, url: "https://a/b"}]}]`, '/images/0/versions/0/version must be string'],
  [`images: [{${IMAGE}, versions: [{version: "1", url: "https://a/b", checksum: "sha256:d41d8cd98f00b204e9800998ecf8427e"}]}]`, '/images/0/versions/0/checksum must match pattern "^(md5:[0-9a-f]{32}|sha1:[0-9a-f]{40}|sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$"'],
  [`images: [{${IMAGE}, versions: [{version: latest, url: "https://a/b"}]}]`, "/images/0/versions/0 must have required property 'checksum_url'"],
  [`images: [{${IMAGE.replace('meta: {}', 'meta: {os_version: 12}')}, ${VERSION}}]`, '/images/0/meta/os_version must be string'],
] as const) {
  test(`osism, ${expected ?? 'right'}: ${text}`, () => {
    const [document] = documentsIn(text);
    assert.is(complaint(validateOsism, document), expected);
  });
}

const HEAD = 'apiVersion: openstack.k-orc.cloud/v1alpha1, kind: Image, metadata: {name: x}';

for (const [text, expected] of [
  ['{apiVersion: v1, kind: Secret, resource: 1}', undefined],
  ['{apiVersion: kpack.io/v1alpha2, kind: Image, spec: {resource: {x: 1}}}', undefined],
  [`{${HEAD}, spec: {managementPolicy: unmanaged, import: {filter: {name: x}}}}`, undefined],
  [`{${HEAD}, spec: {resource: {protected: no, properties: {hardware: {cpuCores: 2, qemuGuestAgent: yes}}, content: {diskFormat: qcow2, download: {url: "https://a/b"}}}}}`, undefined],
  [`{${HEAD}, spec: {resource: {name: renamed}}}`, undefined],
  [`{${HEAD}, spec: {resource: {diskFormat: qcow2}}}`, '/spec/resource must NOT have additional properties'],
  [`{${HEAD}, spec: {resource: {properties: {hardware: {diskbus: scsi}}}}}`, '/spec/resource/properties/hardware must NOT have additional properties'],
  [`{${HEAD}, spec: {resource: {properties: {operatingSystem: {version: 12}}}}}`, '/spec/resource/properties/operatingSystem/version must be string'],
  [`{${HEAD}, spec: {resource: {properties: {minDiskGB: 0}}}}`, '/spec/resource/properties/minDiskGB must be >= 1'],
  [`{${HEAD}, spec: {resource: {content: {diskFormat: qcow2}}}}`, "/spec/resource/content must have required property 'download'"],
  [`{${HEAD}, spec: {resource: {content: {diskFormat: qcow2, download: {url: x, hash: {algorithm: sha256, value: ABC}}}}}}`, '/spec/resource/content/download/hash/value must match pattern "^[0-9a-f]+$"'],
  [`{${HEAD}, spec: {import: {id: x}, resource: {name: x}}}`, '/spec must NOT be valid'],
] as const) {
  test(`ORC, ${expected ?? 'right'}: ${text}`, () => {
    const [document] = documentsIn(text);
    assert.is(complaint(validateOrc, document), expected);
  });
}

test.run();
