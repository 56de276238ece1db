import { defineDialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import type { Attribute, Path } from '../model/image.js';
import { ImageBuilder } from './image-builder.js';
import { isMapping, malformed, type Mapping } from './shapes.js';

const API_VERSION = /^openstack\.k-orc\.cloud\/v1/;

/**
 * What stands where in `spec.resource`, and which keys there are beside. Source of all: k-orc/openstack-resource-controller
 * api/v1alpha1/image_types.go.
 */
interface Field {
  readonly attribute?: Attribute;
  readonly property?: string;
  readonly inside?: Readonly<Record<string, Field>>;
}

const RESOURCE: Readonly<Record<string, Field>> = {
  name: { attribute: 'name' },
  protected: { attribute: 'protected' },
  tags: { attribute: 'tags' },
  visibility: { attribute: 'visibility' },
  properties: {
    inside: {
      architecture: { property: 'architecture' },
      hypervisorType: { property: 'hypervisor_type' },
      minDiskGB: { attribute: 'min_disk' },
      minMemoryMB: { attribute: 'min_ram' },
      hardware: {
        inside: {
          cpuSockets: { property: 'hw_cpu_sockets' },
          cpuCores: { property: 'hw_cpu_cores' },
          cpuThreads: { property: 'hw_cpu_threads' },
          cpuPolicy: { property: 'hw_cpu_policy' },
          cpuThreadPolicy: { property: 'hw_cpu_thread_policy' },
          cdromBus: { property: 'hw_cdrom_bus' },
          diskBus: { property: 'hw_disk_bus' },
          scsiModel: { property: 'hw_scsi_model' },
          vifModel: { property: 'hw_vif_model' },
          rngModel: { property: 'hw_rng_model' },
          qemuGuestAgent: { property: 'hw_qemu_guest_agent' },
        },
      },
      operatingSystem: { inside: { distro: { property: 'os_distro' }, version: { property: 'os_version' } } },
    },
  },
  content: {
    inside: {
      containerFormat: { attribute: 'container_format' },
      diskFormat: { attribute: 'disk_format' },
      download: { inside: { url: {}, decompress: {}, hash: { inside: { algorithm: {}, value: {} } } } },
    },
  },
};

/** `kind: Image` of the OpenStack Resource Controller, a Kubernetes resource. */
export const orc = defineDialect({
  name: 'orc',
  title: 'OpenStack Resource Controller (kind: Image)',
  nonStringProperty: 'converted',
  // Kubernetes' API server prunes keys that the resource definition does not have.
  onStray: { by: 'client', when: 'always', effect: 'ignored' },
  leavesOpen: ['owner', 'os_hidden', 'id', 'properties'],
  markers: ['openstack.k-orc.cloud'],
  recognise: (document) => isOrcImage(document),
  *images(document, hints) {
    const image = read(document, hints);
    if (image !== undefined) yield image;
  },
  record: (record, hints) => read(record, hints) ?? malformed(record, [], hints.intent),
});

function isOrcImage(document: unknown): document is Mapping {
  return isMapping(document) && document['kind'] === 'Image' && typeof document['apiVersion'] === 'string' && API_VERSION.test(document['apiVersion']);
}

/** Undefined for what the controller only looks at, rather than creates. */
function read(document: unknown, hints: RecogniseHints): RawImage | undefined {
  const spec = isMapping(document) ? document['spec'] : undefined;
  if (!isMapping(document) || !isMapping(spec)) return undefined;
  if (spec['managementPolicy'] === 'unmanaged' || spec['import'] !== undefined || !isMapping(spec['resource'])) return undefined;
  const base: Path = ['spec', 'resource'];
  const image = new ImageBuilder(base);
  walk(image, spec['resource'], base, RESOURCE);
  const metadata = isMapping(document['metadata']) ? document['metadata'] : {};
  image.attribute('name', metadata['name'], ['metadata', 'name']);
  addSource(image, spec['resource']);
  image.attribute('container_format', 'bare');
  return image.build(hints.intent ?? 'create');
}

function walk(image: ImageBuilder, values: Mapping, base: Path, fields: Readonly<Record<string, Field>>): void {
  for (const key in values) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    const value = values[key];
    const path = [...base, key];
    if (field === undefined) image.stray(key, path, Object.keys(fields));
    else if (field.attribute !== undefined) image.attribute(field.attribute, value, path);
    else if (field.property !== undefined) image.property(field.property, value, path);
    else if (field.inside !== undefined && isMapping(value)) walk(image, value, path, field.inside);
  }
}

function addSource(image: ImageBuilder, { content }: Mapping): void {
  const download = isMapping(content) ? content['download'] : undefined;
  if (!isMapping(download)) return;
  const path: Path = ['spec', 'resource', 'content', 'download'];
  image.source('url', download['url'], [...path, 'url']);
  image.source('decompress', download['decompress'] !== undefined, [...path, 'decompress']);
  image.source('web_download', download['decompress'] === undefined, [...path, 'url']);
  const { hash } = download;
  if (!isMapping(hash)) return;
  image.source('algorithm', hash['algorithm'], [...path, 'hash', 'algorithm']);
  image.source('digest', hash['value'], [...path, 'hash', 'value']);
}
