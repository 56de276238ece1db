import { defineRule } from '../../src/model/rule.js';
import { contradictVersions, distributionNamed, systemsIn, versionNumber } from '../../src/words/distribution.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'os-version-contradicts-name',
  topic: 'catalogue',
  summary: 'os_version is the version that the name tells',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  why: `Entries of a catalogue are copied from the one above, and one place is forgotten. Then a search by version and a
look at the name lead to different images. Only a version that follows the system's own name counts, in the shape that
its versions have, and one may tell less than the other: \`9\` fits "Rocky 9.4".`,
  source: ['glance doc/source/admin/useful-image-properties.rst'],
  messages: { differs: 'os_version is {value}, but by its name {name} this is {title} {version}.' },
  examples: {
    bad: [
      { manifest: 'name: Ubuntu 24.04\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\nos_version: "22.04"\n' },
      { manifest: 'name: CentOS-Stream-GenericCloud-9-20241209.0.x86_64\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: centos\nos_version: 8-stream\n' },
      { manifest: 'name: ubuntu-noble-server\ndisk_format: qcow2\ncontainer_format: bare\nos_version: "22.04"\n', note: 'a codename tells the version, too' },
    ],
    good: [
      { manifest: 'name: Ubuntu 24.04.1 LTS\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\nos_version: "24.04"\n' },
      { manifest: 'name: debian-12-20240211-1654\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: debian\nos_version: "12"\n' },
      { manifest: 'name: ubuntu-2204-kube-v1.28.4\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\nos_version: "22.04"\n' },
      { manifest: 'name: ubuntu-capi-image-v1.34.7\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\nos_version: "24.04"\n', note: "Kubernetes' version" },
      { manifest: 'name: octavia-amphora-rocky\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\nos_version: "18.04"\n' },
      { manifest: 'name: Mint 21 (Ubuntu 22.04)\ndisk_format: qcow2\ncontainer_format: bare\nos_version: "21"\n' },
    ],
  },
  reads: ['properties.os_version'],
  check({ name, properties: { os_distro: distro, os_version: value } }, { report }) {
    if (typeof name !== 'string' || value === undefined) return;
    const mentions = systemsIn(name);
    const mention = mentions[0];
    if (mention?.version === undefined || mentions.length > 1 || mention.version === value) return;
    const { fact, version, index } = mention;
    // Without os_distro, only a name that begins with the system surely speaks of that system's version.
    if (distro === undefined ? index > 0 : distributionNamed(distro) !== fact) return;
    const number = versionNumber(fact.name, value);
    if (number === undefined || !contradictVersions(number, version)) return;
    report({
      message: 'differs',
      at: ['properties', 'os_version'],
      data: { value: show(value), name: show(name), title: fact.title, version },
      related: [{ message: 'name', at: ['name'] }],
    });
  },
});
