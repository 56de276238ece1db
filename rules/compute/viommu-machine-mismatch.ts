import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { show } from '../../src/words/show.js';

/** What a machine's name must contain for a virtual IOMMU, by architecture. No other architecture has one. */
const MACHINES: ReadonlyMap<string, string> = new Map([['x86_64', 'q35'], ['i686', 'q35'], ['aarch64', 'virt']]);
/** The IOMMU of the other architecture. */
const MADE_FOR: ReadonlyMap<string, string> = new Map([['intel', 'q35'], ['smmuv3', 'virt']]);

export default defineRule({
  id: 'viommu-machine-mismatch',
  topic: 'compute',
  summary: 'an image with a virtual IOMMU runs on a machine that has one',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'fails' } },
  why: `Only QEMU's q35 machines on x86 and virt machines on aarch64 have a virtual IOMMU. With any other the server ends in ERROR.
Nova's own default for x86 is \`pc\`, unless the cloud sets \`[libvirt] hw_machine_type\`.`,
  source: ['nova nova/virt/libvirt/driver.py', 'libvirt src/qemu/qemu_validate.c'],
  messages: {
    architecture: 'hw_viommu_model is set, but the architecture is {architecture}: only x86 and aarch64 guests have a virtual IOMMU, so servers fail to start.',
    machine: 'hw_viommu_model is set, but hw_machine_type is {machine}: only {needed} machines have a virtual IOMMU, so servers fail to start.',
    model: 'hw_viommu_model is {model}, which only {needed} machines have, but the architecture is {architecture}: servers fail to start.',
    noMachine: 'hw_viommu_model is set, but hw_machine_type is missing: servers fail to start unless the cloud\'s default is q35. Add hw_machine_type "q35".',
  },
  examples: {
    bad: [
      { manifest: 'name: nfv\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: x86_64\nhw_machine_type: pc-i440fx-8.2\nhw_viommu_model: auto\n' },
      { manifest: 'name: nfv\ndisk_format: qcow2\ncontainer_format: bare\nhw_machine_type: pc\nhw_viommu_model: intel\n' },
      { manifest: 'name: nfv\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: ppc64le\nhw_viommu_model: virtio\n' },
      { manifest: 'name: nfv\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: aarch64\nhw_viommu_model: intel\n' },
      { manifest: 'name: nfv\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: x86_64\nhw_viommu_model: intel\n', note: 'depends on the cloud, so only a warning' },
    ],
    good: [
      { manifest: 'name: nfv\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: x86_64\nhw_machine_type: q35\nhw_viommu_model: intel\n' },
      { manifest: 'name: nfv\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: aarch64\nhw_viommu_model: smmuv3\n' },
    ],
  },
  reads: ['properties.hw_viommu_model'],
  check(image, context) {
    const nova = new NovaView(image, context);
    const model = nova.get('hw_viommu_model');
    if (model === undefined || !nova.mayUseQemu) return;
    const { architecture } = nova;
    const machine = nova.get('hw_machine_type');
    const needed = architecture === undefined ? undefined : MACHINES.get(architecture.value);
    const at = ['properties', model.name];
    if (architecture !== undefined && needed === undefined) {
      context.report({ message: 'architecture', at, data: { architecture: show(architecture.value) } });
    } else if (machine !== undefined && !(needed === undefined ? [...MACHINES.values()] : [needed]).some((part) => machine.value.includes(part))) {
      context.report({
        message: 'machine',
        at: ['properties', machine.name],
        data: { machine: show(machine.value), needed: needed ?? 'q35 and virt' },
        related: [{ message: 'the virtual IOMMU is asked for here', at }],
      });
    } else if (architecture !== undefined && needed !== undefined && (MADE_FOR.get(model.value) ?? needed) !== needed) {
      context.report({ message: 'model', at, data: { model: show(model.value), needed: MADE_FOR.get(model.value) as string, architecture: show(architecture.value) } });
    } else if (needed === 'q35' && nova.lacks('hw_machine_type')) {
      context.report({ message: 'noMachine', at, severity: 'warning' });
    }
  },
});
