import { defineRule } from '../../src/model/rule.js';
import { distributionNamed, isRelative, systemsIn } from '../../src/words/distribution.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'os-distro-contradicts-name',
  topic: 'catalogue',
  summary: 'os_distro is the system that the name tells',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  why: `Somebody who looks for Debian gets an image that is called Ubuntu, or the other way round. A system that the named one
descends from is another matter: the word may stand there for a tool that knows no better. That is told by
\`os-distro-of-relative\`.`,
  source: ['glance doc/source/admin/useful-image-properties.rst'],
  messages: {
    differs: 'os_distro is {value}, but the name {name} speaks of {title}, whose os_distro is "{distro}".',
  },
  examples: {
    bad: [
      { manifest: 'name: Debian 12\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\n' },
      { manifest: 'name: AlmaLinux 9\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: suse\n' },
    ],
    good: [
      { manifest: 'name: AlmaLinux 9\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: centos\n', note: 'a relative' },
      { manifest: 'name: CentOS Stream 9\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: centos\n' },
      { manifest: 'name: Fedora 38\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: fedora-coreos\n', note: 'a variety of the same system, as Magnum calls it' },
      { manifest: 'name: octavia-amphora-haproxy-rocky\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\n', note: "OpenStack's release" },
      { manifest: 'name: Debian on Ubuntu tools\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\n', note: 'speaks of two systems' },
      { manifest: 'name: windows-11-pro\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: win11\n', note: "libosinfo's name" },
    ],
  },
  reads: ['properties.os_distro'],
  check({ name, properties: { os_distro: value } }, { report }) {
    if (typeof name !== 'string' || value === undefined) return;
    const mentions = systemsIn(name);
    const mention = mentions[0];
    if (mention === undefined || mentions.length > 1 || mention.fact.name === value) return;
    const { fact } = mention;
    const system = distributionNamed(value);
    if (system === undefined) return;
    // A discouraged form may mean several systems: "suse".
    if (fact === system || system.varietyOf === fact.name || isRelative(fact, system) || fact.discouraged?.includes(value) === true) return;
    report({
      message: 'differs',
      at: ['properties', 'os_distro'],
      data: { value: show(value), name: show(name), title: fact.title, distro: fact.name },
      // Later words may tell what the image is for: "build host for Rocky 9".
      ...(mention.index === 0 ? {} : { severity: 'info' } as const),
      related: [{ message: 'name', at: ['name'] }],
    });
  },
});
