/**
 * The SCS standards for image metadata: what the text says, and what the conformance test looks at.
 * Sources: SovereignCloudStack/standards Standards/scs-0102-v1-image-metadata.md, scs-0102-v2-image-metadata.md,
 * scs-0104-v1-standard-images.md, scs-0104-v2-standard-images.md, Tests/iaas/scs_0102_image_metadata/image_metadata.py,
 * Tests/iaas/scs_0104_standard_images/standard_images.py, Tests/scs-compatible-iaas.yaml.
 */

/** v1 is in force, v2 a draft. */
export type ScsVersion = 'v1' | 'v2';

/** Whom a missing or wrong property costs the certificate, and whom it only puts in the wrong. */
export type ScsWeight = 'tested' | 'text' | 'recommended';

export interface ScsPropertyFact {
  readonly name: string;
  /** Is it a base attribute rather than a custom property? */
  readonly isAttribute?: true;
  readonly whenMissing: Readonly<Record<ScsVersion, ScsWeight>>;
}

const TESTED = { v1: 'tested', v2: 'tested' } as const;
/** The text demands these; the test passes images without. */
const TEXT = { v1: 'text', v2: 'text' } as const;

export const SCS_PROPERTIES: readonly ScsPropertyFact[] = [
  { name: 'architecture', whenMissing: TESTED },
  { name: 'min_disk', isAttribute: true, whenMissing: TESTED },
  { name: 'min_ram', isAttribute: true, whenMissing: TESTED },
  { name: 'os_distro', whenMissing: TESTED },
  { name: 'os_version', whenMissing: TESTED },
  { name: 'os_purpose', whenMissing: { v1: 'recommended', v2: 'tested' } },
  { name: 'hw_disk_bus', whenMissing: TEXT },
  { name: 'replace_frequency', whenMissing: TESTED },
  { name: 'provided_until', whenMissing: TESTED },
  { name: 'uuid_validity', whenMissing: TEXT },
  { name: 'image_source', whenMissing: TESTED },
  { name: 'image_description', whenMissing: TESTED },
  { name: 'image_build_date', whenMissing: TESTED },
  { name: 'image_original_user', whenMissing: TESTED },
  { name: 'hypervisor_type', whenMissing: { v1: 'recommended', v2: 'recommended' } },
];

/** Test and text differ: the test's `risc-v` is no architecture for Nova. */
export const SCS_ARCHITECTURES: readonly string[] = ['x86_64', 'aarch64', 'risc-v'];
export const SCS_DISK_BUSES: readonly string[] = ['virtio', 'scsi'];
/** The last two are what Glance and Nova call what the test calls hyper-v and esxi. */
export const SCS_HYPERVISORS: readonly string[] = ['qemu', 'kvm', 'xen', 'hyper-v', 'esxi', 'hyperv', 'vmware'];
export const SCS_PURPOSES: readonly string[] = ['generic', 'minimal', 'k8snode', 'gpu', 'network', 'custom', 'oldgeneric'];
/** Only the draft has it in the text. */
export const SCS_OLD_PURPOSE = 'oldgeneric';
export const SCS_FREQUENCIES: readonly string[] = ['yearly', 'quarterly', 'monthly', 'weekly', 'daily', 'critical_bug', 'never'];
export const SCS_SOURCE_SCHEMES: readonly string[] = ['http', 'https', 'ftp', 'ftps'];

/** Where generic images of a system come from; `{codename}` is that of the release. */
export const SCS_VENDOR_SOURCES: Readonly<Record<'ubuntu' | 'debian', readonly string[]>> = {
  ubuntu: ['https://cloud-images.ubuntu.com/releases/{codename}/', 'https://cloud-images.ubuntu.com/{codename}/'],
  debian: ['https://cloud.debian.org/images/cloud/{codename}/', 'https://cdimage.debian.org/cdimage/cloud/{codename}/'],
};
/** Names of the images whose source is tested. */
export const SCS_TESTED_NAMES: ReadonlySet<string> = new Set([
  'Ubuntu 24.04', 'Ubuntu 22.04', 'Ubuntu 20.04', 'Debian 13', 'Debian 12', 'Debian 11', 'Debian 10',
]);

/** The official images for Kubernetes nodes. */
export const SCS_NODE_IMAGE = {
  name: /^ubuntu-capi-image[ -]v\d\.\d+(?:\.\d+)?/,
  sources: [
    'https://nbg1.your-objectstorage.com/osism/openstack-k8s-capi-images/',
    'https://swift.services.a.regiocloud.tech/swift/v1/AUTH_b182637428444b9aa302bb8d5a5a418c/openstack-k8s-capi-images/',
  ],
  purpose: 'k8snode',
  description: 'https://github.com/osism/k8s-capi-images',
} as const;
