import { SCS_HYPERVISORS } from '../../src/facts/scs.js';
import { defineRule } from '../../src/model/rule.js';
import { AGAINST_THE_TEXT, isProviderImage } from '../../src/words/scs.js';
import { oneOf, show } from '../../src/words/show.js';

const HASHES = ['sha256', 'sha512'];

export default defineRule({
  id: 'scs-recommended-values',
  topic: 'policy',
  summary: 'hypervisor_type, hw_rng_model, hotfix_hours and os_hash_algo are what SCS recommends',
  severity: 'warning',
  consequence: AGAINST_THE_TEXT,
  presets: ['scs'],
  why: `The tests of these four belong to the recommended part of the SCS certificate: a failing one costs no certificate. The test calls two
hypervisors \`hyper-v\` and \`esxi\`, which Glance and Nova call \`hyperv\` and \`vmware\`; both spellings pass here.`,
  source: ['SovereignCloudStack/standards Tests/iaas/scs_0102_image_metadata/image_metadata.py', 'SovereignCloudStack/standards Tests/scs-compatible-iaas.yaml'],
  messages: {
    value: '{name} is {value}, but SCS-0102 recommends {allowed}.',
    hours: 'hotfix_hours is {value}, but SCS-0102 asks for a whole number of hours, 0 for best effort.',
  },
  examples: {
    bad: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nhypervisor_type: lxc\n' },
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nhotfix_hours: 48h\n' },
      {
        manifest: 'id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e\nname: Debian 12\nvisibility: public\nstatus: active\ndisk_format: qcow2\ncontainer_format: bare\nos_hash_algo: md5\n',
        intent: 'record',
      },
    ],
    good: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nhypervisor_type: qemu\nhw_rng_model: virtio\nhotfix_hours: "0"\n' },
      { manifest: 'name: Windows\nvisibility: public\ndisk_format: vmdk\ncontainer_format: bare\nhypervisor_type: vmware\n' },
    ],
  },
  reads: ['properties.hypervisor_type', 'properties.hw_rng_model', 'properties.hotfix_hours', 'os_hash_algo'],
  check(image, { report }) {
    if (!isProviderImage(image)) return;
    const { hypervisor_type: hypervisor, hw_rng_model: rng, hotfix_hours: hours } = image.properties;
    const told = [
      { name: 'hypervisor_type', at: ['properties', 'hypervisor_type'], value: hypervisor, allowed: SCS_HYPERVISORS },
      { name: 'hw_rng_model', at: ['properties', 'hw_rng_model'], value: rng, allowed: ['virtio'] },
      { name: 'os_hash_algo', at: ['os_hash_algo'], value: image.os_hash_algo, allowed: HASHES },
    ];
    for (const { name, at, value, allowed } of told) {
      if (value && !allowed.includes(value)) report({ message: 'value', at, data: { name, value: show(value), allowed: oneOf(allowed) } });
    }
    if (hours !== undefined && !/^\d*$/.test(hours)) report({ message: 'hours', at: ['properties', 'hotfix_hours'], data: { value: show(hours) } });
  },
});
