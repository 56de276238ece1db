import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DIALECTS } from '../../src/dialects/index.js';
import { Linter } from '../../src/linter.js';
import { formatOf, readerFor } from '../../src/text/index.js';

/** What looks like images and is none: file name, and text in the style of the real thing. */
const NON_IMAGES: readonly (readonly [path: string, text: string])[] = [
  // Images of containers.
  ['flux/image.yaml', `apiVersion: image.toolkit.fluxcd.io/v1beta2
kind: ImageRepository
metadata: {name: podinfo}
spec: {image: ghcr.io/stefanprodan/podinfo, interval: 1h}
---
apiVersion: image.toolkit.fluxcd.io/v1beta2
kind: Image
metadata: {name: podinfo}
spec: {resource: {name: podinfo, content: {diskFormat: none}}}
`],
  ['kpack.yaml', `apiVersion: kpack.io/v1alpha2
kind: Image
metadata: {name: app, namespace: default}
spec:
  tag: registry.acme.dev/app
  builder: {name: default, kind: ClusterBuilder}
  source: {git: {url: https://github.com/acme/app, revision: main}}
`],
  ['openshift-image.yaml', `apiVersion: config.openshift.io/v1
kind: Image
metadata: {name: cluster}
spec: {registrySources: {allowedRegistries: [quay.io]}, resource: {name: x, visibility: public}}
`],
  ['crossplane.yaml', `apiVersion: images.openstack.crossplane.io/v1alpha1
kind: ImageV2
metadata: {name: x}
spec: {forProvider: {name: x, diskFormat: qcow2, containerFormat: bare, minDiskGb: 4}}
`],
  ['compose.yaml', `services:
  web: {image: "nginx:1.27", ports: ["80:80"], labels: {os_distro: debian, os_version: "12"}}
images:
  - name: nginx
    versions: ["1.26", "1.27"]
`],
  ['kustomization.yaml', `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
images:
  - name: nginx
    newName: registry.acme.dev/nginx
    newTag: 1.27.0
  - name: kpack
    digest: sha256:3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea
`],
  ['values.yaml', `images:
  tags: {glance_api: "quay.io/airshipit/glance:2025.1"}
  pull_policy: IfNotPresent
  local_registry: {active: false}
bootstrap: {enabled: true, structured: {images: {}, flavors: {options: {m1_tiny: {name: m1.tiny, ram: 512, disk: 1}}}}}
`],
  ['chart-values.yaml', `images:
  server: {repository: acme/server, tag: "1.2", min_disk: 4}
  worker: {repository: acme/worker, tag: "1.2", latest: "1.3"}
type: ClusterIP
`],
  ['pod.yaml', `apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {containers: [{name: web, image: "nginx:1.27"}], nodeSelector: {os_distro: ubuntu, hw_disk_bus: virtio}}
`],
  ['workflow.yml', `name: build
on: push
jobs:
  images:
    runs-on: ubuntu-24.04
    strategy:
      matrix:
        include:
          - {os_distro: debian, os_version: "13", disk_format: qcow2, min_disk: 4}
          - {os_distro: ubuntu, os_version: "24.04", disk_format: raw, min_disk: 8}
    steps: [{run: "openstack image create --disk-format \${{ matrix.disk_format }}"}]
`],
  ['docker-images.json', '[{"Id": "sha256:0f", "RepoTags": ["nginx:latest"], "Size": 192, "VirtualSize": 192, "Labels": {"os_version": "12"}}]'],
  ['oci-manifest.json', '{"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json", "config": {"size": 10, "disk_format": "none"}, "layers": []}'],
  // Catalogues of other things.
  ['package-catalogue.yaml', `- name: ripgrep
  meta: {license: MIT}
  format: tar.gz
  versions:
    - version: 14.1.0
      url: https://example.org/ripgrep-14.1.0.tar.gz
      checksum: sha256:3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea
`],
  ['plugins.json', '{"images": [{"name": "theme", "versions": [{"version": "1.0", "url": "https://example.org/theme-1.0.zip"}], "meta": {"author": "x"}}]}'],
  ['helm-index.yaml', `apiVersion: v1
entries:
  glance:
    - {name: glance, version: 2025.1.0, urls: [glance-2025.1.0.tgz], digest: 3f79}
`],
  ['package.json', '{"name": "disk_format", "version": "1.0.0", "keywords": ["disk_format", "container_format", "min_disk"], "type": "module", "images": [{"name": "logo"}]}'],
  ['package-lock.json', '{"name": "x", "lockfileVersion": 3, "packages": {"node_modules/disk_format": {"version": "1.0.0", "visibility": "public"}}}'],
  ['gallery.yml', `images:
  hero: {image_url: /img/hero.jpg, properties: {alt: A hero}}
  team: {image_url: /img/team.jpg, properties: {alt: The team}}
`],
  ['community.yml', `community_images:
  meetup: {name: Meetup, url: /img/meetup.jpg, type: jpeg}
glance_images: 12
openstack_image_name: cirros
openstack_image_format: qcow2
os_images_list: "{{ images }}"
`],
  ['apps.json', '[{"id": 1, "name": "WordPress", "min_disk": 10, "min_ram": 1024}, {"id": 2, "name": "GitLab", "min_disk": 40, "min_ram": 8192}]'],
  ['flavors.yaml', `- {name: m1.small, id: 2, ram: 2048, disk: 20, vcpus: 1, visibility: public, extra_specs: {"hw:cpu_policy": dedicated}}
- {name: m1.large, id: 4, ram: 8192, disk: 80, vcpus: 4, visibility: public}
`],
  ['inventory.yml', `- name: node-1
  os_distro: ubuntu
  os_version: "24.04"
  os_type: linux
- name: node-2
  os_distro: debian
  os_version: "13"
`],
  ['repositories.json', '[{"id": 1, "name": "glance-lint", "visibility": "public", "protected": true, "size": 123, "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-02T00:00:00Z"}]'],
  // Descriptions of images, which are no images.
  ['schema-image.json', `{"kernel_id": {"type": ["null", "string"]}, "ramdisk_id": {"type": "string"}, "architecture": {"type": "string"},
  "os_distro": {"type": "string", "description": "x"}, "os_version": {"type": "string"}, "hw_disk_bus": {"type": "string"}, "name": {"type": "string"}}`],
  ['schemas-image.json', `{"name": "image", "properties": {"disk_format": {"type": ["null", "string"], "enum": ["raw", "qcow2"]}, "container_format": {"type": "string"}},
  "additionalProperties": {"type": "string"}, "links": [{"rel": "self", "href": "{self}"}]}`],
  ['metadefs.json', `{"namespace": "OS::Compute::LibvirtImage", "display_name": "libvirt Driver Options for Images", "visibility": "public", "protected": true,
  "resource_type_associations": [{"name": "OS::Glance::Image"}],
  "properties": {"hw_disk_bus": {"title": "Disk Bus", "type": "string", "enum": ["scsi", "virtio"]}, "hw_machine_type": {"title": "Machine Type", "type": "string"}}}`],
  ['openapi.yaml', `openapi: 3.1.0
info: {title: Images, version: "2"}
paths:
  /v2/images: {post: {requestBody: {content: {application/json: {example: {name: x, disk_format: raw, container_format: bare}}}}}}
components:
  schemas:
    Image: {type: object, properties: {disk_format: {type: string}, container_format: {type: string}, min_disk: {type: integer}}}
`],
  ['openapi-component.json', '{"type": "object", "name": "Image", "properties": {"disk_format": {"type": "string"}, "min_disk": {"type": "integer"}}, "required": ["disk_format"]}'],
  ['patch.json', '[{"op": "replace", "path": "/name", "value": "x"}, {"op": "add", "path": "/hw_disk_bus", "value": "virtio"}, {"op": "add", "path": "/min_disk", "value": 4}]'],
  ['patch-with-names.yaml', `- {op: replace, path: /disk_format, value: raw, name: x, disk_format: raw}
`],
  ['columns.json', '["ID", "Name", "Disk Format", "Container Format"]'],
  ['messages.json', '{"disk_format": {"other": "Disk format"}, "container_format": {"other": "Container format"}, "name": {"other": "Name"}}'],
  // Tools that build or need images.
  ['packer.json', `{"builders": [{"type": "openstack", "image_name": "x", "image_disk_format": "qcow2", "image_visibility": "private", "metadata": {"os_distro": "debian", "hw_disk_bus": "scsi"}, "image_min_disk": 4}],
  "post-processors": [{"type": "manifest"}]}`],
  ['packer.pkr.hcl.tf', `source "openstack" "debian" {
  image_name        = "debian"
  image_disk_format = "qcow2"
  metadata = { os_distro = "debian", openstack_images_image_v2 = "x" }
}
build { sources = ["source.openstack.debian"] }
`],
  ['data.tf', `data "openstack_images_image_v2" "debian" {
  name        = "debian"
  disk_format = "nonsense"
}
output "id" { value = data.openstack_images_image_v2.debian.id }
resource "openstack_images_image_access_v2" "x" { image_id = data.openstack_images_image_v2.debian.id }
`],
  ['clone.tf', `resource "opentelekomcloud_images_image_v2" "x" {
  name        = "x"
  disk_format = "qcow2"
}
`],
  ['plan.tf.json', '{"data": {"openstack_images_image_v2": {"x": {"name": "x", "disk_format": "raw"}}}, "variable": {"disk_format": {"type": "string"}}}'],
  ['nodepool.yaml', `labels: [{name: debian, min-ready: 1}]
diskimages:
  - name: debian-13
    elements: [debian-minimal, vm]
    formats: [qcow2]
    meta: {os_distro: debian, hw_disk_bus: scsi, disk_format: qcow2}
    env-vars: {DIB_RELEASE: trixie}
providers: [{name: x, diskimages: [{name: debian-13, config-drive: true}]}]
`],
  ['install-config.yaml', `apiVersion: v1
metadata: {name: cluster}
platform: {openstack: {cloud: x, clusterOSImage: rhcos, clusterOSImageProperties: {hw_disk_bus: scsi, hw_scsi_model: virtio-scsi}}}
`],
  ['vnfd.yaml', `tosca_definitions_version: tosca_simple_yaml_1_2
topology_template:
  node_templates:
    VDU1:
      type: tosca.nodes.nfv.Vdu.Compute
      properties: {name: VDU1, sw_image_data: {name: cirros, version: "0.6", container_format: bare, disk_format: qcow2, min_disk: 1 GB, size: 1 GB}}
`],
  ['simplestreams.json', `{"format": "products:1.0", "content_id": "com.ubuntu.cloud:released:download", "products": {"com.ubuntu.cloud:server:24.04:amd64":
  {"arch": "amd64", "os": "ubuntu", "version": "24.04", "versions": {"20260108": {"items": {"disk1.img": {"ftype": "disk1.img", "sha256": "3f79", "size": 1}}}}}}}`],
  ['hepix.json', '{"hv:imagelist": {"dc:date:created": "2026-01-01", "hv:images": [{"hv:image": {"dc:title": "x", "hv:format": "QCOW2", "hv:ram_minimum": "512", "sl:os": "LINUX"}}]}}'],
  ['cloudprofile.yaml', `apiVersion: core.gardener.cloud/v1beta1
kind: CloudProfile
spec:
  machineImages: [{name: gardenlinux, versions: [{version: 1877.7.0, classification: supported}]}]
  providerConfig: {machineImages: [{name: gardenlinux, versions: [{version: 1877.7.0, regions: [{name: RegionOne, id: 0f4f}]}]}]}
`],
  ['heat-server.yaml', `heat_template_version: 2021-04-16
resources:
  server: {type: OS::Nova::Server, properties: {name: x, image: {get_resource: image}, flavor: m1}}
  custom: {type: "OS::Glance::WebImageWrapper", properties: {name: x, disk_format: raw}}
`],
  ['tasks.yml', `- name: Look
  openstack.cloud.image_info: {image: cirros}
- name: Remove
  openstack.cloud.image: {name: cirros, disk_format: raw, state: absent}
- name: Other module
  community.docker.docker_image: {name: nginx, source: pull}
- name: Free form
  os_image: name=cirros state=present disk_format=raw
`],
  ['orc-import.yaml', `apiVersion: openstack.k-orc.cloud/v1alpha1
kind: Network
metadata: {name: image}
spec: {resource: {name: x}}
`],
  ['nova-server.json', '{"server": {"name": "x", "imageRef": "0f4f", "flavorRef": "1", "image": {"id": "0f4f"}}, "os_hidden": false}'],
  ['volume-glance-metadata.json', '{"volume_image_metadata": {"disk_format": "qcow2", "container_format": "bare", "min_disk": "4", "image_id": "0f4f"}}'],
];

for (const [path, text] of NON_IMAGES) {
  test(`${path} holds no image`, async () => {
    const { documents, problems } = (await readerFor(formatOf(path))).read(text);
    assert.equal(problems, []);
    assert.ok(documents.length > 0);
    for (const { value } of documents) {
      const recognised = DIALECTS.filter((dialect) => dialect.recognise(value, { path, intent: null }) && [...dialect.images(value, { path, intent: null })].length > 0);
      assert.equal(recognised.map(({ name }) => name), []);
    }
  });
}

test('each is different, and there are many', () => {
  assert.is(new Set(NON_IMAGES.map(([path]) => path)).size, NON_IMAGES.length);
  assert.ok(NON_IMAGES.length >= 45);
});

test('what is named on purpose and holds no image is told, and nothing else', async () => {
  const linter = await Linter.create();
  for (const [path, text] of NON_IMAGES) {
    const { findings, summary } = await linter.lintText(text, { path });
    assert.is(summary.images, 0, path);
    assert.equal(findings.map(({ rule }) => rule), ['unrecognised-manifest'], path);
  }
});

test.run();
