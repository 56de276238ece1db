import { defineRule } from '../../src/model/rule.js';
import { distributionNamed } from '../../src/words/distribution.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'os-type-against-distro',
  topic: 'catalogue',
  summary: 'os_type fits os_distro',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'altered' },
  why: `Nova believes \`os_type\`: a \`windows\` guest gets its clock in local time and the Hyper-V enlightenments,
another one does not. With the wrong word the clock is off by hours, or Windows runs without what it needs to run well.`,
  source: ['nova nova/virt/libvirt/driver.py _set_clock, _set_features'],
  messages: { differs: 'os_type is {type}, but os_distro {distro} stands for {title}. One of the two is wrong.' },
  examples: {
    bad: [
      { manifest: 'name: Windows Server 2022\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: windows\nos_type: linux\n' },
      { manifest: 'name: Ubuntu 24.04\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\nos_type: windows\n' },
    ],
    good: [
      { manifest: 'name: Windows Server 2022\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: windows\nos_type: Windows\n', note: 'Nova does not mind letter case here' },
      { manifest: 'name: OPNsense\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: opnsense\nos_type: linux\n', note: 'there is no third word' },
      { manifest: 'name: appliance\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: acmeos\nos_type: windows\n' },
    ],
  },
  reads: ['properties.os_type'],
  check({ properties: { os_type: type, os_distro: distro } }, { report }) {
    if (type === undefined || distro === undefined) return;
    const system = distributionNamed(distro);
    const word = type.trim().toLowerCase();
    if (system === undefined || (word !== 'linux' && word !== 'windows')) return;
    const isWindows = system.guest === 'windows';
    if (isWindows === (word === 'windows')) return;
    report({
      message: 'differs',
      at: ['properties', 'os_type'],
      data: { type: show(type), distro: show(distro), title: system.title },
      related: [{ message: 'os_distro', at: ['properties', 'os_distro'] }],
    });
  },
});
