import { defineRule } from '../../src/model/rule.js';
import { distributionNamed, isRelative, systemsIn } from '../../src/words/distribution.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'os-distro-of-relative',
  topic: 'catalogue',
  summary: 'os_distro names the system itself, not one that it descends from',
  severity: 'info',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  presets: ['strict'],
  why: `\`centos\` on AlmaLinux, \`debian\` on Garden Linux: people write it because a schema or a tool does not know the system. Who
looks for CentOS finds both, and who looks for AlmaLinux finds nothing; the SCS standard then counts two generic images
of the same release.`,
  source: ['glance doc/source/admin/useful-image-properties.rst', 'osism/openstack-image-manager etc/images'],
  messages: { relative: 'os_distro is {value}, but the name {name} speaks of {title}; others write "{distro}" for it.' },
  examples: {
    bad: [
      { manifest: 'name: AlmaLinux 9\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: centos\n' },
      { manifest: 'name: Fedora CoreOS 38\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: fedora\n', note: 'Magnum chooses another driver for it' },
    ],
    good: [
      { manifest: 'name: AlmaLinux 9\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: almalinux\n' },
      { manifest: 'name: AlmaLinux 9\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\n', note: 'no relative: that is told elsewhere' },
    ],
  },
  reads: ['properties.os_distro'],
  check({ name, properties: { os_distro: value } }, { report }) {
    if (typeof name !== 'string' || value === undefined) return;
    const [mention, ...others] = systemsIn(name);
    const system = distributionNamed(value);
    if (mention === undefined || others.length > 0 || system === undefined || !isRelative(mention.fact, system)) return;
    report({
      message: 'relative',
      at: ['properties', 'os_distro'],
      data: { value: show(value), name: show(name), title: mention.fact.title, distro: mention.fact.name },
      related: [{ message: 'name', at: ['name'] }],
    });
  },
});
