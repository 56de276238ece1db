import { CODENAMES } from '../../src/facts/distributions.js';
import { defineRule } from '../../src/model/rule.js';
import { contradictVersions, distributionNamed, versionNumber } from '../../src/words/distribution.js';
import { show } from '../../src/words/show.js';
import { urlParts } from '../../src/words/url.js';

export default defineRule({
  id: 'source-contradicts-version',
  topic: 'source',
  summary: 'image_source is of the release that os_version names',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  why: `Debian and Ubuntu keep their images in directories that are named after the release. An entry that was copied from the
release before often keeps the old one in its address: then nothing is there, or the wrong release.`,
  source: ['SovereignCloudStack/standards Standards/scs-0104-v1-standard-images.md', 'SovereignCloudStack/standards Tests/iaas/scs_0104_standard_images/standard_images.py'],
  messages: { differs: 'os_version is {value}, but image_source leads to {codename}, which is {title} {version}.' },
  examples: {
    bad: [
      { manifest: 'name: Debian 13\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: debian\nos_version: "13"\nimage_source: https://cloud.debian.org/images/cloud/bookworm/latest/debian-13-genericcloud-amd64.qcow2\n' },
      { manifest: 'name: Ubuntu 24.04\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\nos_version: "24.04"\nimage_source: https://cloud-images.ubuntu.com/jammy/current/jammy-server-cloudimg-amd64.img\n' },
    ],
    good: [
      { manifest: 'name: Debian 13\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: debian\nos_version: "13"\nimage_source: https://cloud.debian.org/images/cloud/trixie/latest/debian-13-genericcloud-amd64.qcow2\n' },
      { manifest: 'name: Ubuntu 24.04\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\nos_version: "24.04.1"\nimage_source: https://images.acme.dev/from-jammy-to-noble/server.img\n', note: 'speaks of two releases' },
      { manifest: 'name: Ubuntu 24.04\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\nos_version: "24.04"\nimage_source: https://jammy.acme.dev/ubuntu-24.04.img\n', note: 'names of machines do not count' },
    ],
  },
  reads: ['properties.image_source'],
  check({ properties: { os_distro: distro, os_version: value, image_source: source } }, { report }) {
    const fact = distro === undefined ? undefined : distributionNamed(distro);
    if (value === undefined || (fact?.name !== 'ubuntu' && fact?.name !== 'debian')) return;
    const number = versionNumber(fact.name, value);
    const words = new Set((urlParts(source ?? '')?.path ?? '').toLowerCase().split(/[^a-z]+/));
    const [found, ...others] = Object.entries(CODENAMES[fact.name]).filter(([codename]) => words.has(codename));
    if (number === undefined || found === undefined || others.length > 0) return;
    const [codename, version] = found;
    if (!contradictVersions(number, version)) return;
    report({
      message: 'differs',
      at: ['properties', 'image_source'],
      data: { value: show(value), codename: show(codename), title: fact.title, version },
      related: [{ message: 'os_version', at: ['properties', 'os_version'] }],
    });
  },
});
