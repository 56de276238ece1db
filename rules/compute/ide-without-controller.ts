import { DEFAULT_MACHINES, MACHINES } from '../../src/facts/machines.js';
import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'ide-without-controller',
  topic: 'compute',
  summary: 'an image with IDE disks or drives runs on a machine with an IDE controller',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'fails' } },
  why: `Of QEMU's machine types only the old \`pc\` has an IDE controller. With q35, virt, pseries and s390-ccw-virtio libvirt refuses
IDE disks ("IDE controllers are unsupported for this QEMU binary or machine type") and the server ends in ERROR. CD-ROM drives are
there when the image is an ISO or the server has a config drive; left alone, Nova chooses a bus that the machine has.`,
  source: ['libvirt src/qemu/qemu_validate.c', 'nova nova/virt/libvirt/blockinfo.py'],
  messages: {
    disk: 'hw_disk_bus is "ide", but {machine} machines have no IDE controller: servers fail to start. Write "virtio" or "sata".',
    cdrom: 'hw_cdrom_bus is "ide", but {machine} machines have no IDE controller: servers from an ISO or with a config drive fail to start. Write "sata" or "scsi", or remove it.',
  },
  examples: {
    bad: [
      { manifest: 'name: win\ndisk_format: qcow2\ncontainer_format: bare\nhw_machine_type: q35\nhw_disk_bus: ide\n' },
      { manifest: 'name: installer\ndisk_format: iso\ncontainer_format: bare\nhw_machine_type: pc-q35-9.0\nhw_cdrom_bus: ide\n' },
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: aarch64\nhw_cdrom_bus: ide\n', note: 'virt is the default on aarch64' },
    ],
    good: [
      { manifest: 'name: win\ndisk_format: qcow2\ncontainer_format: bare\nhw_machine_type: pc\nhw_disk_bus: ide\n' },
      { manifest: 'name: win\ndisk_format: qcow2\ncontainer_format: bare\nhw_machine_type: q35\nhw_disk_bus: sata\nhw_cdrom_bus: sata\n' },
      { manifest: 'name: old\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: x86_64\nhw_disk_bus: ide\n' },
    ],
  },
  reads: ['properties.hw_disk_bus', 'properties.hw_cdrom_bus', 'properties.vmware_adaptertype'],
  check(image, context) {
    const nova = new NovaView(image, context);
    const isLeftToNova = nova.lacks('hw_machine_type') && nova.lacks('hw_emulation_architecture');
    const machineType = isLeftToNova ? DEFAULT_MACHINES.get(nova.get('hw_architecture')?.value ?? '') : nova.get('hw_machine_type')?.value;
    const machine = MACHINES.find(({ named }) => machineType !== undefined && named.test(machineType));
    if (machine === undefined || machine.hasIde || !nova.mayUseQemu) return;
    for (const device of ['disk', 'cdrom'] as const) {
      const bus = nova.get(`hw_${device}_bus`);
      if (bus?.value !== 'ide') continue;
      const isCertain = device === 'disk' || image.disk_format === 'iso';
      context.report({
        message: device,
        at: ['properties', bus.name],
        data: { machine: show(machine.name) },
        ...(isCertain ? {} : { severity: 'warning' }),
      });
    }
  },
});
