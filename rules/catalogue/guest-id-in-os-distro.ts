import { defineRule } from '../../src/model/rule.js';
import { systemsIn } from '../../src/words/distribution.js';
import { isGuestId } from '../../src/words/guest-id.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'guest-id-in-os-distro',
  topic: 'catalogue',
  summary: 'os_distro holds the name of a system, not an identifier of vSphere',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  why: `\`debian10_64Guest\` and the like are vSphere's names for kinds of guests, and \`vmware_ostype\` is the
property for them. Nova keeps both properties in one field, so that a VMware cloud understands the value here as well;
everybody else who looks for \`os_distro=debian\` misses the image.`,
  source: ['nova nova/objects/image_meta.py', 'nova nova/virt/vmwareapi/images.py', 'glance etc/metadefs/compute-vmware.json'],
  messages: { guestId: 'os_distro is {value}, a guest identifier of vSphere; the property for it is vmware_ostype, and os_distro names the system{guess}.' },
  examples: {
    bad: [
      { manifest: 'name: gardenlinux-1312\ndisk_format: raw\ncontainer_format: bare\nos_distro: debian10_64Guest\n' },
      { manifest: 'name: appliance\ndisk_format: vmdk\ncontainer_format: bare\nos_distro: otherLinux64Guest\n', note: 'works on VMware, hence only for your information' },
    ],
    good: [{ manifest: 'name: appliance\ndisk_format: vmdk\ncontainer_format: bare\nvmware_ostype: debian10_64Guest\n' }],
  },
  reads: ['properties.os_distro'],
  check({ disk_format: format, properties }, { report }) {
    const { os_distro: value } = properties;
    if (value === undefined || !isGuestId(value)) return;
    const isForVmware = format === 'vmdk' || properties['hypervisor_type']?.toLowerCase() === 'vmware';
    const [mention] = systemsIn(value.replace(/\d.*$/, ''));
    report({
      message: 'guestId',
      at: ['properties', 'os_distro'],
      data: { value: show(value), guess: mention === undefined ? '' : `, such as "${mention.fact.name}"` },
      ...(isForVmware ? { severity: 'info' as const } : {}),
    });
  },
});
