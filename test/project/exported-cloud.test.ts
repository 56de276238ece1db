import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lintImage } from '../../src/index.js';
import { cli } from '../support/cli.js';
import { folderWith, GOOD } from '../support/folder.js';

const IMAGE_SCHEMA = {
  name: 'image',
  properties: {
    id: { type: 'string' },
    disk_format: { type: ['null', 'string'], enum: [null, 'raw', 'qcow2', 'ploop'] },
    container_format: { type: ['null', 'string'], enum: [null, 'bare'] },
    cost_center: { type: 'string', pattern: '^\\d{4}$', is_base: false },
  },
  additionalProperties: { type: 'string' },
};
const STORES = { stores: [{ id: 'fast', description: 'NVMe', default: 'true' }, { id: 'archive' }, { id: 'web', 'read-only': 'true' }] };
const IMPORT = { 'import-methods': { description: 'Import methods available.', type: 'array', value: ['glance-direct'] } };
const HOUSE = {
  namespace: 'ACME::House', visibility: 'public',
  resource_type_associations: [{ name: 'OS::Nova::Flavor', prefix: 'acme:' }, { name: 'OS::Glance::Image', prefix: 'acme_' }],
  properties: { tier: { title: 'Tier', type: 'string', enum: ['gold', 'iron'] }, rack: { title: 'Rack', type: 'integer' }, note: { title: 'Note' } },
  objects: [{ name: 'Backup', properties: { backup: { title: 'Backup', type: 'string', enum: ['daily', 'never'] } } }],
};
/** Of the kind that OpenStack ships: older than what Nova takes today, and with a word that Nova ignores. */
const SHIPPED = {
  namespace: 'OS::Compute::LibvirtImage',
  resource_type_associations: [{ name: 'OS::Glance::Image' }],
  properties: { hw_disk_bus: { type: 'string', enum: ['scsi', 'virtio'] }, hw_cpu_mode: { type: 'string', enum: ['none'] } },
};
const ELSEWHERE = { namespace: 'ACME::Flavors', resource_type_associations: [{ name: 'OS::Nova::Flavor' }], properties: { colour: { type: 'string', enum: ['red'] } } };

const CONFIG = 'cloud: {from: exported/}\n';

const exported = (files: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, value]) => [`exported/${name}`, typeof value === 'string' ? value : JSON.stringify(value)]));

function found(files: Readonly<Record<string, string>>, manifest: string, config = CONFIG): readonly string[] {
  const cwd = folderWith({ 'glance-lint.config.yaml': config, ...files, 'image.yaml': manifest });
  const { stdout, stderr } = cli(['image.yaml', '-f', 'json'], { cwd });
  assert.is(stderr, '');
  return (JSON.parse(stdout) as { findings: { rule: string; message: string }[] }).findings.map(({ rule, message }) => `${rule}: ${message}`);
}

test('everything that a cloud says of itself, from one folder', () => {
  const files = exported({ 'image-schema.json': IMAGE_SCHEMA, 'stores.json': STORES, 'import.json': IMPORT, 'metadefs/ACME::House.json': HOUSE });
  assert.equal(found(files, `${GOOD}cost_center: "1234"\nacme_tier: gold\nacme_backup: never\nacme_rack: "7"\n`), []);
  assert.equal(found(files, GOOD.replace('qcow2', 'vmdk')).map((line) => line.split(':')[0]), ['unknown-disk-format']);
  assert.match(found(files, `${GOOD}cost_center: north\n`).join(), /outside-image-schema: Property "cost_center" must match/);
  assert.match(found(files, `${GOOD}acme_tier: silver\n`).join(), /outside-metadef: acme_tier is "silver", but the metadefs of this cloud \(ACME::House\) offer "gold" or "iron"\./);
  assert.match(found(files, `${GOOD}acme_backup: Daily\n`).join(), /outside-metadef: .*Did you mean "daily"\?/);
  const heat = 'heat_template_version: 2021-04-16\nresources:\n  debian:\n    type: OS::Glance::WebImage\n'
    + '    properties: {name: debian, disk_format: raw, container_format: bare, min_disk: 4, min_ram: 512, location: "https://images.acme.dev/debian.raw"}\n';
  assert.match(found(files, heat).join(), /import-method-disabled/);
  const shown = JSON.parse(cli(['--print-config'], { cwd: folderWith({ 'glance-lint.config.yaml': CONFIG, ...files }) }).stdout) as { cloud: Record<string, unknown> };
  assert.equal(shown.cloud['stores'], ['fast', 'archive', 'web']);
  assert.equal(shown.cloud['importMethods'], ['glance-direct']);
});

test('answers are known by what is in them, whatever their files are called', () => {
  const files = exported({ 'a.json': STORES, 'x/B.JSON': HOUSE, 'z.json': IMAGE_SCHEMA, 'readme.txt': 'from May', 'stores-of-a-cloud-without.json': '\n' });
  assert.match(found(files, `${GOOD}acme_tier: silver\n`).join(), 'outside-metadef');
  assert.match(found(files, `${GOOD}store: slow\n`).join(), '"fast"');
});

test('what is set outright is above what the cloud told', () => {
  const files = exported({ 'image-schema.json': IMAGE_SCHEMA });
  assert.equal(found(files, GOOD.replace('qcow2', 'vmdk'), 'cloud: {from: exported, diskFormats: [vmdk]}\n'), []);
});

test('an answer for images alone has the prefix in its names already', () => {
  const asked = { ...HOUSE, properties: { acme_tier: HOUSE.properties.tier }, objects: [] };
  const files = exported({ 'metadefs/house.json': asked });
  assert.match(found(files, `${GOOD}acme_tier: silver\n`).join(), 'outside-metadef');
  assert.equal(found(files, `${GOOD}acme_acme_tier: silver\n`), []);
});

test('two namespaces offer the values of both', () => {
  const other = { ...HOUSE, namespace: 'ACME::Other', properties: { tier: { type: 'string', enum: ['silver'] } } };
  const files = exported({ 'house.json': HOUSE, 'other.json': { namespaces: [other, { namespace: 'ACME::Summary' }] } });
  assert.equal(found(files, `${GOOD}acme_tier: silver\n`), []);
  assert.match(found(files, `${GOOD}acme_tier: tin\n`).join(), '(ACME::House, ACME::Other) offer "gold", "iron" or "silver"');
});

test('metadefs that OpenStack ships do not make Nova stricter, or kinder', () => {
  const files = exported({ 'metadefs/libvirt.json': SHIPPED, 'metadefs/flavors.json': ELSEWHERE });
  assert.equal(found(files, `${GOOD}hw_disk_bus: sata\ncolour: blue\n`), []);
  assert.equal(found(files, `${GOOD}hw_cpu_mode: host-model\n`), found({}, `${GOOD}hw_cpu_mode: host-model\n`, ''));
});

test('names that a cloud describes are no slips of the pen', () => {
  const site = { ...HOUSE, resource_type_associations: [{ name: 'OS::Glance::Image', prefix: 'hw_' }], properties: { disk_buss: { type: 'string' } }, objects: [] };
  assert.match(found({}, `${GOOD}hw_disk_buss: x\n`, '').join(), 'unknown-property');
  assert.equal(found(exported({ 'house.json': site }), `${GOOD}hw_disk_buss: x\n`), []);
});

test("an operator's own schema-image.json, and metadefs by name", () => {
  const { cost_center: costCenter } = IMAGE_SCHEMA.properties;
  const files = { 'glance/schema-image.json': JSON.stringify({ properties: { cost_center: costCenter } }), 'house.json': JSON.stringify(HOUSE) };
  const config = 'cloud: {imageSchema: glance/schema-image.json, metadefs: [house.json]}\n';
  assert.equal(found(files, `${GOOD.replace('qcow2', 'vmdk')}cost_center: "1234"\nacme_tier: gold\n`, config), [], 'formats stay as they are');
  const rules = found(files, `${GOOD}cost_center: x\nacme_tier: tin\n`, config).map((line) => line.split(':')[0]);
  assert.equal(rules, ['outside-image-schema', 'outside-metadef']);
});

test('each cloud has its own truth, by overrides', () => {
  const files = { 'north/stores.json': JSON.stringify({ stores: [{ id: 'n1' }] }), 'south/stores.json': JSON.stringify({ stores: [{ id: 's1' }] }) };
  const cwd = folderWith({
    ...files, 'a/n.yaml': `${GOOD}store: n1\n`, 'b/s.yaml': `${GOOD}store: n1\n`,
    'glance-lint.config.yaml': 'overrides:\n  - {files: [a/**], cloud: {from: north}}\n  - {files: [b/**], cloud: {from: south}}\n',
  });
  const { findings } = JSON.parse(cli(['-f', 'json'], { cwd }).stdout) as { findings: { file: string; message: string }[] };
  assert.equal(findings.filter(({ message }) => message.includes('"s1"')).map(({ file }) => file), ['b/s.yaml']);
});

test('what no cloud has said is told, with the file', () => {
  for (const [files, config, expected] of [
    [{}, CONFIG, /config\.yaml:1:\d+: there is no such folder/i],
    [exported({ 'readme.txt': 'x' }), CONFIG, /There is no JSON file in exported\/\. Put there what your cloud says of itself, see docs\/cloud\.md/],
    [exported({ 'stores.json': '<html>404 Not Found</html>' }), CONFIG, /exported\/stores\.json: this is not JSON; perhaps the cloud answered with an error/],
    [exported({ 'other.json': { hello: 1 } }), CONFIG, /exported\/other\.json is not what GET \/v2\/schemas\/image/],
    [exported({ 'null.json': 'null' }), CONFIG, /exported\/null\.json is not what GET/],
    [exported({ 'properties.json': { properties: [1] } }), CONFIG, /exported\/properties\.json is not what GET/],
    [{ 'house.json': JSON.stringify(HOUSE) }, 'cloud: {imageSchema: house.json}\n', /1:\d+: This is not what GET \/v2\/schemas\/image returns/],
    [{ 'schema.json': JSON.stringify(IMAGE_SCHEMA) }, 'cloud: {metadefs: schema.json}\n', /1:\d+: This is not what GET \/v2\/metadefs\/namespaces\/NAME returns/],
    [{}, 'cloud: {metadefs: [gone.json]}\n', /1:\d+: there is no such file/],
    [{}, 'cloud: {from: 3}\n', /"cloud\.from" is 3, but must be a string/],
  ] as const) {
    const { code, stderr } = cli(['image.yaml'], { cwd: folderWith({ 'glance-lint.config.yaml': config, ...files, 'image.yaml': GOOD }) });
    assert.is(code, 2, config);
    assert.match(stderr, expected);
    assert.not.match(stderr, 'internal error');
  }
});

test('a library gives the answers as objects', async () => {
  const cloud = { metadefs: HOUSE, imageSchema: IMAGE_SCHEMA };
  const findings = await lintImage({ name: 'x', disk_format: 'raw', container_format: 'bare', acme_tier: 'tin', cost_center: 'x' }, { config: { cloud } });
  const rules = findings.map(({ rule }) => rule);
  for (const rule of ['outside-metadef', 'outside-image-schema']) assert.ok(rules.includes(rule), rule);
});

test.run();
