import { DRIVERS } from '../../src/facts/bootable.js';
import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { oneOf, show } from '../../src/words/show.js';

export default defineRule({
  id: 'format-of-other-hypervisor',
  topic: 'compute',
  summary: 'the disk format is one that the image\'s own hypervisor_type boots',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  why: `An image that asks for a hypervisor can only boot there, but each of Nova's drivers boots its own formats: VMware takes vmdk
and iso, z/VM raw, and the libvirt driver refuses vhd and ploop. The server is scheduled and ends in ERROR.`,
  source: ['nova nova/virt/images.py', 'nova nova/virt/vmwareapi/images.py', 'nova nova/virt/zvm/driver.py'],
  messages: { other: 'hypervisor_type is {type}, but Nova\'s {driver} driver does not boot disk_format {format}{because}. It boots {boots}.' },
  examples: {
    bad: [
      { manifest: 'name: photon\ndisk_format: qcow2\ncontainer_format: bare\nhypervisor_type: vmware\n' },
      { manifest: 'name: debian\ndisk_format: vhd\ncontainer_format: bare\nhypervisor_type: kvm\n' },
    ],
    good: [
      { manifest: 'name: photon\ndisk_format: vmdk\ncontainer_format: bare\nhypervisor_type: vmware\n' },
      { manifest: 'name: debian\ndisk_format: vmdk\ncontainer_format: bare\nhypervisor_type: qemu\n' },
      { manifest: 'name: photon\ndisk_format: qcow2\ncontainer_format: bare\nhypervisor_type: vmware\n', cloud: { hypervisor: 'vmware' }, note: 'another rule looks at the cloud\'s hypervisor' },
    ],
  },
  reads: ['properties.hypervisor_type', 'properties.img_hv_type'],
  check(image, context) {
    const type = new NovaView(image, context).get('img_hv_type');
    const { disk_format: format, container_format: container } = image;
    if (type === undefined || typeof format !== 'string' || context.cloud.hypervisor !== null || container === 'compressed' || container === 'docker') return;
    const driver = DRIVERS.find(({ hypervisors }) => hypervisors.includes(type.value));
    if (driver === undefined || driver.boots.includes(format) || !context.cloud.diskFormats.includes(format)) return;
    const because = driver.because?.[format];
    context.report({
      message: 'other',
      at: ['disk_format'],
      data: {
        type: show(type.value), driver: driver.driver, format: show(format), because: because === undefined ? '' : ` (${because})`,
        boots: oneOf(driver.boots.filter((one) => one !== 'aki' && one !== 'ari')).replace(/ or ([^,]*)$/, ' and $1'),
      },
      related: [{ message: 'the hypervisor is asked for here', at: ['properties', type.name] }],
    });
  },
});
