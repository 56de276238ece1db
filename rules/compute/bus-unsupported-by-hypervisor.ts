import { hypervisorsFor } from '../../src/facts/hypervisors.js';
import { isOlderThan } from '../../src/facts/releases.js';
import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { oneOf, show } from '../../src/words/show.js';

const PROPERTIES = ['hw_disk_bus', 'hw_cdrom_bus', 'hw_floppy_bus', 'hw_rescue_bus'] as const;

export default defineRule({
  id: 'bus-unsupported-by-hypervisor',
  topic: 'compute',
  summary: 'disks and drives are on a bus that the hypervisor has',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'fails' } },
  why: `Nova knows buses of several hypervisors by name, also of Xen and User Mode Linux, which it no longer supports. The driver on
the host checks whether its own hypervisor has the bus; if not, the server ends in ERROR ("Requested hardware is not supported").`,
  source: ['nova nova/virt/libvirt/blockinfo.py'],
  messages: {
    unsupported: '{property} is {bus}, but {hypervisor} guests have only {buses}: servers fail to start.',
    gone: '{property} is {bus}, which is a bus of a hypervisor that Nova no longer supports: servers fail to start.',
  },
  examples: {
    bad: [
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhypervisor_type: kvm\nhw_disk_bus: xen\n' },
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhw_disk_bus: xen\n' },
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhw_cdrom_bus: lxc\n', cloud: { hypervisor: 'kvm' } },
    ],
    good: [
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhypervisor_type: qemu\nhw_disk_bus: sata\n' },
      { manifest: 'name: debian\ndisk_format: raw\ncontainer_format: bare\nhypervisor_type: lxc\nhw_disk_bus: lxc\n' },
      { manifest: 'name: debian\ndisk_format: vmdk\ncontainer_format: bare\nhypervisor_type: vmware\nhw_disk_bus: virtio\n', note: 'the VMware driver does not check' },
      { manifest: 'name: debian\ndisk_format: vhd\ncontainer_format: bare\nhypervisor_type: xen\nhw_disk_bus: xen\n', note: 'for a cloud with a driver of its own' },
    ],
  },
  reads: [...PROPERTIES, 'vmware_adaptertype'].map((property) => `properties.${property}`),
  check(image, context) {
    const nova = new NovaView(image, context);
    const { hypervisor } = nova;
    const candidates = hypervisorsFor(hypervisor).filter(({ diskBuses }) => diskBuses !== undefined || hypervisor !== null);
    if (candidates.length === 0 || candidates.some(({ diskBuses }) => diskBuses === undefined)) return;
    const buses = [...new Set(candidates.flatMap(({ diskBuses }) => diskBuses ?? []))];
    if (hypervisor === null && isOlderThan(context.cloud.release, 'wallaby')) return;
    for (const property of PROPERTIES) {
      const bus = nova.get(property);
      if (bus === undefined || buses.includes(bus.value)) continue;
      const at = ['properties', bus.name];
      const data = { property, bus: show(bus.value) };
      if (hypervisor === null) context.report({ message: 'gone', at, data, severity: 'warning' });
      else context.report({ message: 'unsupported', at, data: { ...data, hypervisor: show(hypervisor), buses: oneOf(buses) } });
    }
  },
});
