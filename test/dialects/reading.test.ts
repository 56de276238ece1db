import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DIALECTS } from '../../src/dialects/index.js';
import type { RawImage } from '../../src/model/dialect.js';
import { UNKNOWN, type Intent, type Path } from '../../src/model/image.js';
import type { Change } from '../../src/model/rule.js';
import { hclReader } from '../../src/text/hcl.js';
import { yaml11Reader, yamlReader } from '../../src/text/yaml.js';

const U = UNKNOWN;

/** The images of a document, read as its dialect's tool reads it. */
function imagesOf(name: string, text: string, intent: Intent | null = null): readonly RawImage[] {
  const dialect = DIALECTS.find((one) => one.name === name);
  assert.ok(dialect);
  const reader = name === 'terraform' ? hclReader : dialect?.yaml === '1.1' ? yaml11Reader : yamlReader;
  const { documents, problems } = reader.read(text);
  assert.equal(problems, []);
  return documents.flatMap(({ value }) => [...(dialect?.images(value, { path: '', intent }) ?? [])]);
}

function sorted(values: object): unknown {
  return Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
}

interface Expected {
  readonly attributes?: object;
  readonly properties?: object;
  readonly source?: object;
  readonly release?: object;
  readonly strays?: readonly string[];
  readonly intent?: Intent;
}

/** What each image of a document says; parts that are not given must be empty, the intent is "create". */
const CASES: readonly (readonly [dialect: string, what: string, text: string, images: readonly Expected[]])[] = [
  ['glance', 'properties stand beside the attributes', 'name: x\ndisk_format: raw\nhw_cpu_cores: 2\nos_type: "{{ type }}"\ntags: [a, "${b}"]\n', [
    { attributes: { name: 'x', disk_format: 'raw', tags: ['a', U] }, properties: { hw_cpu_cores: 2, os_type: U } },
  ]],
  ['glance', 'a record shows unset properties as null', '{id: x, name: null, status: active, created_at: t, kernel_id: null, size: null}', [
    { attributes: { id: 'x', name: null, status: 'active', created_at: 't', size: null }, intent: 'record' },
  ]],
  ['openstacksdk', 'the names of the SDK, and base attributes among the properties', `{id: i, is_protected: true, protected: null, is_hidden: false, hash_algo: sha512, owner_id: o, disk_format: raw,
    needs_config_drive: null, is_hw_boot_menu_enabled: true, properties: {os_hash_value: h, hw_cpu_cores: 2, stores: a}}`, [
    {
      attributes: { id: 'i', protected: true, os_hidden: false, os_hash_algo: 'sha512', os_hash_value: 'h', owner: 'o', disk_format: 'raw', stores: 'a' },
      properties: { hw_boot_menu: true, hw_cpu_cores: 2 },
    },
  ]],
  ['openstacksdk', 'in a record, the SDK has typed what is text', '{id: i, status: active, created_at: t, disk_format: raw, url: null, location: {}, properties: {hw_cpu_cores: 2, hw_boot_menu: true}}', [
    { attributes: { id: 'i', status: 'active', created_at: 't', disk_format: 'raw' }, properties: { hw_cpu_cores: '2', hw_boot_menu: 'True' }, intent: 'record' },
  ]],
  ['openstackclient-list', 'empty columns say nothing', '[{ID: i, Name: n, Disk Format: "", Checksum: null, Protected: true, Hash Algorithm: sha512, Tags: []}]', [
    { attributes: { id: 'i', name: 'n', protected: true, os_hash_algo: 'sha512', tags: [] }, intent: 'record' },
  ]],
  ['osism', 'versions above the image, what the tool adds, values as Python writes them', `
images:
  - name: Debian 12
    format: qcow2
    login: debian
    multi: true
    min_disk: 4
    visibility: public
    lastest_url: x
    tags: [a]
    meta: {architecture: x86_64, hw_boot_menu: yes, hw_cpu_cores: 2, hw_disk_bus: null, provided_until: 2027-01-01, os_version: "12", x: 1.5, image_original_user: y}
    versions:
      - version: "2"
        url: https://a/b
        mirror_url: https://m/b
        checksum: sha256:abc
        build_date: 2026-01-02
        visibility: private
        hidden: true
        id: i
        meta: {architecture: aarch64, image_source: y}
        foo: 1
      - {version: "1", url: https://a/c, os_version: "12.1"}
`, [
    {
      attributes: { id: 'i', name: 'Debian 12', disk_format: 'qcow2', min_disk: 4, visibility: 'private', os_hidden: true, tags: ['a'], container_format: 'bare' },
      properties: {
        image_source: 'https://a/b', image_build_date: '2026-01-02', architecture: 'aarch64', image_original_user: 'debian', hw_boot_menu: 'True',
        hw_cpu_cores: '2', hw_disk_bus: 'None', provided_until: '2027-01-01', os_version: '12', x: 1.5, image_description: 'Debian 12',
      },
      source: { url: 'https://m/b', origin_url: 'https://a/b', algorithm: 'sha256', digest: 'abc' },
      release: { version: '2', build_date: '2026-01-02' },
      strays: ['lastest_url', 'foo'],
    },
    {
      attributes: { name: 'Debian 12', disk_format: 'qcow2', min_disk: 4, visibility: 'public', tags: ['a'], container_format: 'bare' },
      properties: {
        image_source: 'https://a/c', architecture: 'x86_64', image_original_user: 'debian', hw_boot_menu: 'True', hw_cpu_cores: '2', hw_disk_bus: 'None',
        provided_until: '2027-01-01', os_version: '12.1', x: 1.5, image_description: 'Debian 12',
      },
      source: { url: 'https://a/c', origin_url: 'https://a/c' },
      release: { version: '1' },
    },
  ]],
  ['osism', 'of images with one version, the version is os_version', '[{name: Cirros, format: qcow2, login: cirros, multi: false, versions: {0.6.3: {url: https://a/b}}}]', [
    {
      attributes: { name: 'Cirros', disk_format: 'qcow2', container_format: 'bare' },
      properties: { image_source: 'https://a/b', os_version: '0.6.3', image_original_user: 'cirros', image_description: 'Cirros' },
      source: { url: 'https://a/b', origin_url: 'https://a/b' },
      release: { version: '0.6.3' },
    },
  ]],
  ['terraform', 'literals converted as Terraform does it, expressions unknown', `
resource "openstack_images_image_v2" "a" {
  for_each         = toset(var.names)
  name             = "x \${each.key}"
  image_source_url = "https://a/b"
  web_download     = true
  disk_format      = var.format
  min_disk_gb      = "4"
  min_ram_mb       = 512
  protected        = "true"
  hidden           = null
  tags             = ["a", 2, local.tag]
  properties       = { a = true, b = 22.10, c = var.c, d = null, "e f" = 1e21, __proto__ = "g" }
  foo              = 1
}
`, [{
    attributes: { name: U, disk_format: U, min_disk: 4, min_ram: 512, protected: true, tags: ['a', '2', U] },
    properties: { a: 'true', b: '22.1', c: U, d: U, 'e f': U, ['__proto__']: 'g' },
    source: { url: 'https://a/b', web_download: true },
    strays: ['foo'],
  }]],
  ['terraform', 'properties that are computed are unknown', 'resource "openstack_images_image_v2" "a" {\n  name = "x"\n  properties = merge({ a = 1 }, var.p)\n}\n', [{ attributes: { name: 'x' } }]],
  ['heat', 'functions are unknown, text and numbers are converted', `
resources:
  a:
    type: OS::Glance::WebImage
    properties:
      name: {get_param: n}
      location: https://a/b
      disk_format: raw
      min_disk: "4"
      min_ram: 512
      protected: "False"
      os_version: 12
      architecture: 1.5
      tags: [x, {get_param: t}]
      foo: 1
  b: {type: OS::Nova::Server, properties: {name: x}}
Resources:
  c: {Type: "OS::Glance::Image", Properties: {name: c, is_public: yes, extra_properties: {a: true, b: {Ref: x}}}}
`, [
    {
      attributes: { name: U, disk_format: 'raw', min_disk: 4, min_ram: 512, protected: false, tags: ['x', U] },
      properties: { os_version: '12', architecture: 1.5 },
      source: { url: 'https://a/b', web_download: true },
      strays: ['foo'],
    },
    { attributes: { name: 'c', visibility: 'public' }, properties: { a: 'True', b: U }, source: { web_download: true } },
  ]],
  ['orc', 'camel case in its places, typed values as text', `
apiVersion: openstack.k-orc.cloud/v1alpha1
kind: Image
metadata: {name: m}
spec:
  resource:
    protected: true
    properties:
      minDiskGB: 4
      hardware: {cpuCores: 2, qemuGuestAgent: yes, diskBus: scsi, foo: 1, cpuThreads: "2"}
      operatingSystem: {distro: debian, version: 12}
      firmware: uefi
    content: {diskFormat: qcow2, download: {url: https://a/b, decompress: xz, hash: {algorithm: sha256, value: abc}}}
`, [{
    attributes: { name: 'm', protected: true, min_disk: 4, disk_format: 'qcow2', container_format: 'bare' },
    properties: { hw_cpu_cores: '2', hw_qemu_guest_agent: 'true', hw_disk_bus: 'scsi', hw_cpu_threads: '2', os_distro: 'debian', os_version: 12 },
    source: { url: 'https://a/b', algorithm: 'sha256', digest: 'abc', decompress: true, web_download: false },
    strays: ['foo', 'firmware'],
  }]],
  ['orc', 'what is only looked at makes no image', `
apiVersion: openstack.k-orc.cloud/v1alpha1
kind: Image
metadata: {name: m}
spec: {managementPolicy: unmanaged, import: {id: x}}
---
apiVersion: openstack.k-orc.cloud/v1alpha1
kind: Image
metadata: {name: m}
status: {id: x}
`, []],
  ['openstack-helm', 'parts of the address are put together, private decides the visibility', `
bootstrap: {structured: {images: {a: {id: null, name: 12, source_url: "https://a/", image_file: b.img, image_type: qcow2, container_format: bare, min_disk: "1", private: false,
  properties: {a: yes, b: 2, c: 24.10, d: 1048576}}, b: {image_file: x, private: "yes"}}}}`, [
    {
      attributes: { name: '12', disk_format: 'qcow2', container_format: 'bare', min_disk: 1, visibility: 'public' },
      properties: { a: 'true', b: '2', c: 24.1, d: 1048576 },
      source: { url: 'https://a/b.img' },
    },
    { attributes: { visibility: U } },
  ]],
  ['himlarcli', 'with defaults; retired entries are passed by', `
type: gold
images:
  a: {name: A, depricated: old, url: "https://a/", latest: b.qcow2, min_disk: 8, min_ram: 768, visibility: public, owner: x, properties: {a: yes, b: 'yes'}}
  b: {name: B, depricated: old}
`, [{
    attributes: { name: 'A', disk_format: 'qcow2', container_format: 'bare', min_disk: 8, min_ram: 768, visibility: 'public' },
    properties: { a: true, b: 'yes' },
    source: { url: 'https://a/b.qcow2' },
  }]],
  ['os-image-updater', 'the key is the name, characters stay as they stand', `
d: &d {a: yes, b: scsi}
images:
  x-24.10: {image_url: https://a/b.img, checksums_url: https://a/S, min_disk: 5, properties: {<<: *d, os_version: 24.10, c: 12, d: true}}
`, [{
    attributes: { name: 'x-24.10', disk_format: 'qcow2', container_format: 'bare', min_disk: 5 },
    properties: { a: 'yes', b: 'scsi', os_version: U, c: '12', d: 'true' },
    source: { url: 'https://a/b.img', digests_url: 'https://a/S', web_download: true },
  }]],
  ['ansible-task', 'arguments become what the module wants; kernels are looked up', `
- hosts: all
  tasks:
    - block:
        - openstack.cloud.image:
            name: 12
            state: present
            filename: /tmp/x
            min_disk: "1"
            is_public: yes
            is_protected: "no"
            tags: a,b
            kernel: k
            disk_format: "{{ f }}"
            properties: {a: 1, b: true}
            foo: 1
    - os_image: {name: t, tags: "{{ [a, b] }}", checksum: x, properties: {a: 1, b: true}}
    - os_image: {name: gone, state: absent}
    - os_image: {name: maybe, state: "{{ s }}"}
`, [{
    attributes: { name: '12', disk_format: U, min_disk: 1, visibility: 'public', protected: false, tags: ['a', 'b'], container_format: 'bare' },
    properties: { kernel_id: U, a: 1, b: true },
    source: { file: '/tmp/x' },
    strays: ['foo'],
  }, { attributes: { name: 't', tags: U, disk_format: 'qcow2', container_format: 'bare' }, properties: { a: '1', b: 'True' } }]],
  ['ansible-vars', 'each role in its own words', `
openstack_images: ["{{ openstack_image_a }}", {name: J, disk_format: raw, filename: /tmp/j}]
openstack_image_a: {name: A, type: raw, image_url: https://a/b.xz, checksum: "sha256:https://a/S", is_public: False, min_disk: 4, note: x}
openstack_image_t: {name: T, type: raw, checksum: "{{ sums['a:b'] }}"}
openstack_image_u: {name: U, type: raw, checksum: "sha256:{{ sums['a:b'] }}"}
community_images_extra: {k: {name: C, source_url: https://a/c, source_disk_format: raw, container_format: bare, checksum: "md5:abc", properties: [a=b=c, "d"]}}
understack_images: [{uuid: u, name: U, external_url: https://a/u, disk_format: raw, min_disk: "0", properties: {}}]
openstack_resources_image: {images: [{name: O, url: https://a/o, checksum: abc, compressed_format: xz}, {name: gone, url: x, state: absent}]}
`, [
    { attributes: { name: 'J', disk_format: 'raw', container_format: 'bare' }, source: { file: '/tmp/j', converts: true } },
    {
      attributes: { name: 'A', disk_format: 'raw', container_format: 'bare', visibility: 'private' },
      source: { url: 'https://a/b.xz', algorithm: 'sha256', digests_url: 'https://a/S', decompress: true },
      strays: ['min_disk'],
    },
    { attributes: { name: 'T', disk_format: 'raw', container_format: 'bare' }, source: { digest: U } },
    { attributes: { name: 'U', disk_format: 'raw', container_format: 'bare' }, source: { algorithm: 'sha256', digest: U } },
    { attributes: { name: 'C', container_format: 'bare' }, properties: { a: 'b=c' }, source: { url: 'https://a/c', algorithm: 'md5', digest: 'abc' } },
    { attributes: { id: 'u', name: 'U', disk_format: 'raw', container_format: 'bare', min_disk: 0 }, source: { url: 'https://a/u', converts: true } },
    { attributes: { name: 'O', disk_format: 'qcow2', container_format: 'bare' }, source: { url: 'https://a/o', digest: 'abc', decompress: true, algorithm: 'md5' } },
  ]],
];
for (const [dialect, what, text, expected] of CASES) {
  test(`${dialect}: ${what}`, () => {
    const images = imagesOf(dialect, text);
    assert.is(images.length, expected.length);
    for (const [index, { attributes = {}, properties = {}, source = {}, release = {}, strays = [], intent = 'create' }] of expected.entries()) {
      const image = images[index] as RawImage;
      assert.equal({ ...image.attributes }, attributes);
      // Keys such as `__proto__` are names like all others.
      assert.equal(sorted(image.properties), sorted(properties));
      assert.equal({ ...image.source }, source);
      assert.equal({ ...image.release }, release);
      assert.equal((image.strays ?? []).map(({ key }) => key), strays);
      assert.is(image.intent, intent);
    }
  });
}

const TERRAFORM = `resource "openstack_images_image_v2" "a" {
  name        = "x"
  min_disk_gb = 4
  disk_format = "raw"
  properties = {
    hw_disk_bus = "ide"
  }
}`;
const OSISM = `images:
  - name: x
    format: raw
    login: l
    multi: false
    meta: {hw_disk_bus: ide}
    versions: [{version: "1", url: "u", checksum: "md5:ABC"}]
`;

/** Which changes of an image can be made in the manifest as they are. */
const CHANGES: readonly (readonly [dialect: string, text: string, at: Path, change: Change, isAllowed: boolean, why: string])[] = [
  ['terraform', TERRAFORM, ['min_disk'], { replace: 8 }, true, 'the value stands there'],
  ['terraform', TERRAFORM, ['min_disk'], { rename: 'min_ram' }, false, 'the key is another one'],
  ['terraform', TERRAFORM, ['properties', 'hw_disk_bus'], { rename: 'hw_cdrom_bus' }, true, 'properties have their own names'],
  ['terraform', TERRAFORM, ['properties', 'hw_disk_bus'], { rename: 'visibility' }, false, 'the map of properties is no place for attributes'],
  ['terraform', TERRAFORM, [], { add: { name: 'container_format', value: 'bare' } }, true, 'spelled alike'],
  ['terraform', TERRAFORM, [], { add: { name: 'min_disk', value: 8 } }, false, 'spelled otherwise'],
  ['terraform', TERRAFORM, ['properties'], { add: { name: 'hw_scsi_model', value: 'virtio-scsi' } }, false, 'properties do not stand beside attributes'],
  ['osism', OSISM, ['properties', 'image_original_user'], { replace: 'x' }, true, 'login says it'],
  ['osism', OSISM, ['properties', 'image_original_user'], { rename: 'x' }, false, 'login is no property'],
  ['osism', OSISM, ['properties', 'os_version'], { replace: '2' }, false, 'made of the version'],
  ['osism', OSISM, ['properties', 'image_description'], { remove: true }, false, 'made of the name'],
  ['osism', OSISM, ['container_format'], { replace: 'ova' }, false, 'written nowhere'],
  ['osism', OSISM, ['source', 'digest'], { replace: 'abc' }, false, 'only a part of the text'],
  ['osism', OSISM, [], { add: { name: 'container_format', value: 'bare' } }, false, 'the tool has no word for it'],
];
for (const [dialect, text, at, change, isAllowed, why] of CHANGES) {
  test(`${dialect}: ${JSON.stringify(change)} at ${at.join('.')} ${isAllowed ? 'can' : 'cannot'} be made: ${why}`, () => {
    const [image] = imagesOf(dialect, text);
    assert.is(image?.allows?.(at, change), isAllowed);
  });
}

test('a record of a stream is one image in every dialect', () => {
  for (const dialect of DIALECTS) {
    const { malformed } = dialect.record(null, { path: '', intent: 'record' });
    assert.equal(malformed, { value: null }, dialect.name);
  }
});

test('no document makes a dialect throw', () => {
  const odd = [null, 1, 'x', [], {}, [null], [[]], { images: null }, { images: [null] }, { images: {} }, { resource: null }, { resource: { openstack_images_image_v2: { a: [null, 1] } } },
    { resources: { a: { type: 'OS::Glance::WebImage', properties: 1 } } }, { apiVersion: 'openstack.k-orc.cloud/v1', kind: 'Image', spec: { resource: { content: 1, properties: [1] } } },
    { images: [{ name: 'x', format: 1, login: 1, versions: [null, 1, {}] }] }, { os_images_list: [1, { name: 1, type: {} }] }, [{ 'openstack.cloud.image': { name: {}, properties: [1], tags: 1 } }],
    { bootstrap: { structured: { images: { a: { image_type: [], properties: 'x' } } } } }, { type: 'x', images: { a: null } }, [{ ID: null, 'Disk Format': {} }]];
  for (const dialect of DIALECTS) {
    for (const document of odd) {
      dialect.recognise(document, { path: '', intent: null });
      for (const image of dialect.images(document, { path: '', intent: null })) image.locate(['name']);
      dialect.record(document, { path: '', intent: null });
    }
  }
});

test.run();
