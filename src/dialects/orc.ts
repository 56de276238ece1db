import { defineDialect, type RawImage, type RecogniseHints } from '../model/dialect.js';
import type { Path } from '../model/image.js';
import type { Spelling } from '../model/spelling.js';
import { ImageBuilder } from './image-builder.js';
import { fillIn, lookupIn, readSpelling, readStrays, traitsOf, type Conversions } from './read-spelling.js';
import { isMapping, malformed, type Mapping } from './shapes.js';

const API_VERSION = /^openstack\.k-orc\.cloud\/v1/;

/** What stands below `spec.resource`. Source: k-orc/openstack-resource-controller api/v1alpha1/image_types.go. */
const SPELLING: Spelling = {
  attributes: {
    name: 'name', disk_format: 'content.diskFormat', container_format: 'content.containerFormat', min_disk: 'properties.minDiskGB',
    min_ram: 'properties.minMemoryMB', visibility: 'visibility', protected: 'protected', tags: 'tags',
  },
  properties: {
    architecture: 'properties.architecture', hypervisor_type: 'properties.hypervisorType',
    hw_cpu_sockets: 'properties.hardware.cpuSockets', hw_cpu_cores: 'properties.hardware.cpuCores', hw_cpu_threads: 'properties.hardware.cpuThreads',
    hw_cpu_policy: 'properties.hardware.cpuPolicy', hw_cpu_thread_policy: 'properties.hardware.cpuThreadPolicy',
    hw_cdrom_bus: 'properties.hardware.cdromBus', hw_disk_bus: 'properties.hardware.diskBus', hw_scsi_model: 'properties.hardware.scsiModel',
    hw_vif_model: 'properties.hardware.vifModel', hw_rng_model: 'properties.hardware.rngModel',
    hw_qemu_guest_agent: 'properties.hardware.qemuGuestAgent',
    os_distro: 'properties.operatingSystem.distro', os_version: 'properties.operatingSystem.version',
  },
  source: {
    url: 'content.download.url', algorithm: 'content.download.hash.algorithm', digest: 'content.download.hash.value',
  },
  defaults: { name: 'metadata.name', container_format: 'bare', protected: 'false' },
  others: ['content.download.decompress'],
};

/** The resource definition has numbers and booleans for these, and the controller sends them as text. All others are text. */
const NUMBERS = new Set(['hw_cpu_sockets', 'hw_cpu_cores', 'hw_cpu_threads']);
const BOOLEANS = new Set(['hw_qemu_guest_agent']);

const CONVERSIONS: Conversions = {
  property(value, name) {
    const isOfItsType = NUMBERS.has(name) ? Number.isInteger(value) : BOOLEANS.has(name) && typeof value === 'boolean';
    return isOfItsType ? String(value) : value;
  },
};

/** `kind: Image` of the OpenStack Resource Controller, a Kubernetes resource. */
export const orc = defineDialect({
  name: 'orc',
  title: 'OpenStack Resource Controller (kind: Image)',
  about: 'Kubernetes resources `kind: Image` with an `apiVersion` of `openstack.k-orc.cloud`; the keys below stand in `spec.resource`. What is '
    + '`unmanaged` or imported is only looked at, and makes no image. Values of a wrong type are refused by Kubernetes, and keys that the resource '
    + 'definition does not have are dropped in silence.',
  spelling: SPELLING,
  nonStringProperty: 'rejected',
  yaml: '1.1',
  onWrongType: { by: 'client', when: 'always', effect: 'rejected' },
  onStray: { by: 'client', when: 'always', effect: 'ignored' },
  // The resource definition has words for some properties only, and patches leave out what stays.
  ...traitsOf(SPELLING, ['properties', 'disk_format']),
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
  const { managementPolicy: policy, resource } = spec;
  if (policy === 'unmanaged' || spec['import'] !== undefined || !isMapping(resource)) return undefined;
  const base: Path = ['spec', 'resource'];
  const image = new ImageBuilder(base, SPELLING);
  const find = lookupIn(resource, base);
  readSpelling(image, SPELLING, find, CONVERSIONS);
  readStrays(image, SPELLING, resource, base);
  const { metadata } = document;
  if (isMapping(metadata)) image.attribute('name', metadata['name'], ['metadata', 'name']);
  // Glance fetches the file by itself only where there is nothing to check or unpack.
  const [unpacking, hash] = [find('content.download.decompress'), find('content.download.hash')];
  if (unpacking !== undefined) image.source('decompress', true, unpacking.path, true);
  image.source('web_download', unpacking === undefined && hash === undefined);
  fillIn(image, SPELLING);
  return image.build(hints.intent ?? 'create');
}
