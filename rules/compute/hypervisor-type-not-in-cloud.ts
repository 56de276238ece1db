import { REPORTED_HYPERVISORS } from '../../src/facts/hypervisors.js';
import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { oneOf, show } from '../../src/words/show.js';

export default defineRule({
  id: 'hypervisor-type-not-in-cloud',
  topic: 'compute',
  summary: 'hypervisor_type is the cloud\'s hypervisor',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  why: `The scheduler looks for a host that reports the image's \`hypervisor_type\`. With \`cloud.hypervisor\` set, glance-lint knows
what the hosts report: KVM hosts \`kvm\` and \`qemu\`, Ironic \`baremetal\`, all others their own name. With another type the server ends
in ERROR ("No valid host was found").`,
  source: ['nova nova/scheduler/filters/image_props_filter.py', 'nova nova/virt/ironic/driver.py', 'nova nova/virt/libvirt/driver.py'],
  messages: { other: 'hypervisor_type is {type}, but the hosts of this cloud report only {reported}: no host matches, so servers fail to start.' },
  examples: {
    bad: [{ manifest: 'name: photon\ndisk_format: qcow2\ncontainer_format: bare\nhypervisor_type: vmware\n', cloud: { hypervisor: 'kvm' } }],
    good: [
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhypervisor_type: qemu\n', cloud: { hypervisor: 'kvm' } },
      { manifest: 'name: photon\ndisk_format: vmdk\ncontainer_format: bare\nhypervisor_type: vmware\n' },
    ],
  },
  reads: ['properties.hypervisor_type', 'properties.img_hv_type'],
  check(image, context) {
    const type = new NovaView(image, context).get('img_hv_type');
    const { hypervisor } = context.cloud;
    const reported = hypervisor !== null && Object.hasOwn(REPORTED_HYPERVISORS, hypervisor) ? REPORTED_HYPERVISORS[hypervisor] : undefined;
    // A rule of its own explains "ironic".
    if (type === undefined || reported === undefined || reported.includes(type.value) || type.value === 'ironic') return;
    context.report({ message: 'other', at: ['properties', type.name], data: { type: show(type.value), reported: oneOf(reported) } });
  },
});
