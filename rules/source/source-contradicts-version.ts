import { CODENAMES } from '../../src/facts/distributions.js';
import { defineRule } from '../../src/model/rule.js';
import { addressesOf } from '../../src/words/address.js';
import { contradictVersions, distributionNamed, versionNumber } from '../../src/words/distribution.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'source-contradicts-version',
  topic: 'source',
  summary: 'the source is of the release that os_version names',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  why: `Debian and Ubuntu keep their images in directories that are named after the release. An entry that was copied from the
release before often keeps the old one in its address: then nothing is there, or the wrong release.`,
  source: ['SovereignCloudStack/standards Standards/scs-0104-v1-standard-images.md', 'SovereignCloudStack/standards Tests/iaas/scs_0104_standard_images/standard_images.py'],
  messages: { differs: 'os_version is {value}, but {what} leads to {codename}, which is {title} {version}.' },
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
  reads: ['properties.os_version'],
  check(image, { report }) {
    const { os_distro: distro, os_version: value } = image.properties;
    const fact = distro === undefined ? undefined : distributionNamed(distro);
    if (value === undefined || (fact?.name !== 'ubuntu' && fact?.name !== 'debian')) return;
    const number = versionNumber(fact.name, value);
    if (number === undefined) return;
    for (const { url, at, what } of addressesOf(image)) {
      const words = new Set((url?.path ?? '').toLowerCase().split(/[^a-z]+/));
      const [found, ...others] = Object.entries(CODENAMES[fact.name]).filter(([codename]) => words.has(codename));
      if (found === undefined || others.length > 0 || !contradictVersions(number, found[1])) continue;
      return report({
        message: 'differs',
        at,
        data: { value: show(value), what: what.replace(/^The/, 'the'), codename: show(found[0]), title: fact.title, version: found[1] },
        related: [{ message: 'os_version', at: ['properties', 'os_version'] }],
      });
    }
  },
});
