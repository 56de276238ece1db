import type { Rule } from '../../src/model/rule.js';
import adminUserWithoutAgent from './admin-user-without-agent.js';
import busCannotCarryDevice from './bus-cannot-carry-device.js';
import busUnsupportedByHypervisor from './bus-unsupported-by-hypervisor.js';
import commandLineWithoutKernel from './command-line-without-kernel.js';
import emulationWithoutMachineType from './emulation-without-machine-type.js';
import encryptedImageNotBootable from './encrypted-image-not-bootable.js';
import encryptionModelWithoutEncryption from './encryption-model-without-encryption.js';
import encryptionWithoutQ35 from './encryption-without-q35.js';
import encryptionWithoutUefi from './encryption-without-uefi.js';
import ephemeralFormatWithoutEncryption from './ephemeral-format-without-encryption.js';
import flavorOnlyProperty from './flavor-only-property.js';
import formatOfOtherHypervisor from './format-of-other-hypervisor.js';
import hyperthreadingTraitWithoutPinning from './hyperthreading-trait-without-pinning.js';
import hypervisorTypeIronic from './hypervisor-type-ironic.js';
import hypervisorTypeNotInCloud from './hypervisor-type-not-in-cloud.js';
import ideWithoutController from './ide-without-controller.js';
import kernelNotAnImageId from './kernel-not-an-image-id.js';
import legacyAndCurrentName from './legacy-and-current-name.js';
import legacyPropertyName from './legacy-property-name.js';
import lockedMemoryWithoutPageSize from './locked-memory-without-page-size.js';
import machineTypeOfOtherArchitecture from './machine-type-of-other-architecture.js';
import maxphysaddrBitsWithoutMode from './maxphysaddr-bits-without-mode.js';
import misspeltTrait from './misspelt-trait.js';
import mixedPolicyNeedsFlavor from './mixed-policy-needs-flavor.js';
import multiqueueWithoutVirtio from './multiqueue-without-virtio.js';
import newerThanRelease from './newer-than-release.js';
import nicUnsupportedByHypervisor from './nic-unsupported-by-hypervisor.js';
import noNumaNodes from './no-numa-nodes.js';
import numaCpuInTwoNodes from './numa-cpu-in-two-nodes.js';
import numaCpuMissing from './numa-cpu-missing.js';
import numaListAlone from './numa-list-alone.js';
import numaListGap from './numa-list-gap.js';
import numaListMiscounted from './numa-list-miscounted.js';
import numaListsUnused from './numa-lists-unused.js';
import numaMemoryBelowMinRam from './numa-memory-below-min-ram.js';
import osDistroWithoutOsinfo from './os-distro-without-osinfo.js';
import overSpecificScheduling from './over-specific-scheduling.js';
import packedRingWithoutVirtio from './packed-ring-without-virtio.js';
import pageSizeNeedsFlavor from './page-size-needs-flavor.js';
import pageSizeUnreadable from './page-size-unreadable.js';
import pointerModelOverridden from './pointer-model-overridden.js';
import quiesceWithoutAgent from './quiesce-without-agent.js';
import ramdiskWithoutKernel from './ramdisk-without-kernel.js';
import realtimeMaskNeedsFlavor from './realtime-mask-needs-flavor.js';
import redirectedUsbPortsOutOfRange from './redirected-usb-ports-out-of-range.js';
import rescueDeviceUnsupported from './rescue-device-unsupported.js';
import rescueHalfSet from './rescue-half-set.js';
import scsiBusWithoutModel from './scsi-bus-without-model.js';
import scsiModelWithoutScsiBus from './scsi-model-without-scsi-bus.js';
import secureBootWithoutQ35 from './secure-boot-without-q35.js';
import secureBootWithoutUefi from './secure-boot-without-uefi.js';
import shutdownWithoutGrace from './shutdown-without-grace.js';
import snpWithoutStatelessFirmware from './snp-without-stateless-firmware.js';
import statelessFirmwareWithoutUefi from './stateless-firmware-without-uefi.js';
import threadPolicyWithHyperthreadingTrait from './thread-policy-with-hyperthreading-trait.js';
import threadPolicyWithoutPinning from './thread-policy-without-pinning.js';
import tooManySerialPorts from './too-many-serial-ports.js';
import topologyAboveMaximum from './topology-above-maximum.js';
import tpmCrbWithVersion12 from './tpm-crb-with-version-1-2.js';
import tpmModelWithoutVersion from './tpm-model-without-version.js';
import truncatedProperty from './truncated-property.js';
import unacceptedPropertyValue from './unaccepted-property-value.js';
import unknownProperty from './unknown-property.js';
import unreadBoolean from './unread-boolean.js';
import videoRamNeedsFlavor from './video-ram-needs-flavor.js';
import viommuMachineMismatch from './viommu-machine-mismatch.js';
import vmModeOfOtherHypervisor from './vm-mode-of-other-hypervisor.js';

export const COMPUTE_RULES: readonly Rule[] = [
  adminUserWithoutAgent,
  busCannotCarryDevice,
  busUnsupportedByHypervisor,
  commandLineWithoutKernel,
  emulationWithoutMachineType,
  encryptedImageNotBootable,
  encryptionModelWithoutEncryption,
  encryptionWithoutQ35,
  encryptionWithoutUefi,
  ephemeralFormatWithoutEncryption,
  flavorOnlyProperty,
  formatOfOtherHypervisor,
  hyperthreadingTraitWithoutPinning,
  hypervisorTypeIronic,
  hypervisorTypeNotInCloud,
  ideWithoutController,
  kernelNotAnImageId,
  legacyAndCurrentName,
  legacyPropertyName,
  lockedMemoryWithoutPageSize,
  machineTypeOfOtherArchitecture,
  maxphysaddrBitsWithoutMode,
  misspeltTrait,
  mixedPolicyNeedsFlavor,
  multiqueueWithoutVirtio,
  newerThanRelease,
  nicUnsupportedByHypervisor,
  noNumaNodes,
  numaCpuInTwoNodes,
  numaCpuMissing,
  numaListAlone,
  numaListGap,
  numaListMiscounted,
  numaListsUnused,
  numaMemoryBelowMinRam,
  osDistroWithoutOsinfo,
  overSpecificScheduling,
  packedRingWithoutVirtio,
  pageSizeNeedsFlavor,
  pageSizeUnreadable,
  pointerModelOverridden,
  quiesceWithoutAgent,
  ramdiskWithoutKernel,
  realtimeMaskNeedsFlavor,
  redirectedUsbPortsOutOfRange,
  rescueDeviceUnsupported,
  rescueHalfSet,
  scsiBusWithoutModel,
  scsiModelWithoutScsiBus,
  secureBootWithoutQ35,
  secureBootWithoutUefi,
  shutdownWithoutGrace,
  snpWithoutStatelessFirmware,
  statelessFirmwareWithoutUefi,
  threadPolicyWithHyperthreadingTrait,
  threadPolicyWithoutPinning,
  tooManySerialPorts,
  topologyAboveMaximum,
  tpmCrbWithVersion12,
  tpmModelWithoutVersion,
  truncatedProperty,
  unacceptedPropertyValue,
  unknownProperty,
  unreadBoolean,
  videoRamNeedsFlavor,
  viommuMachineMismatch,
  vmModeOfOtherHypervisor,
];
