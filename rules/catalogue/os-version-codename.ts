import { defineRule } from '../../src/model/rule.js';
import { distributionNamed, versionOfCodename } from '../../src/words/distribution.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'os-version-codename',
  topic: 'catalogue',
  summary: 'os_version is a number where the system has version numbers',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  presets: ['recommended', 'strict', 'scs'],
  why: `Glance's documentation asks for a valid version number, and so does the SCS standard. Whoever looks for
\`os_version=22.04\`, or sorts by it, does not find \`jammy\`.`,
  source: ['glance doc/source/admin/useful-image-properties.rst', 'SovereignCloudStack/standards Standards/scs-0102-v1-image-metadata.md'],
  messages: { codename: 'os_version is the codename {value}; the version number is "{version}".' },
  examples: {
    bad: [
      { manifest: 'name: Ubuntu-22.04\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\nos_version: jammy\n' },
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: debian\nos_version: Bookworm\n' },
    ],
    good: [
      { manifest: 'name: Ubuntu-22.04\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\nos_version: "22.04"\n' },
      { manifest: 'name: debian-sid\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: debian\nos_version: sid\n', note: 'has no number' },
      { manifest: 'name: appliance\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: acmeos\nos_version: focal\n' },
    ],
  },
  reads: ['properties.os_version'],
  check({ properties: { os_distro: distro, os_version: value } }, { report }) {
    const system = distro === undefined ? undefined : distributionNamed(distro);
    if (value === undefined || system === undefined) return;
    const version = versionOfCodename(system.name, value);
    if (version === undefined) return;
    report({
      message: 'codename',
      at: ['properties', 'os_version'],
      data: { value: show(value), version },
      fix: { safe: false, description: `Write "${version}"`, change: { replace: version } },
    });
  },
});
