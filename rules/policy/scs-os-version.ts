import { defineRule } from '../../src/model/rule.js';
import { AGAINST_THE_TEXT, isProviderImage } from '../../src/words/scs.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'scs-os-version',
  topic: 'policy',
  summary: 'os_version is a number and nothing else',
  severity: 'warning',
  consequence: AGAINST_THE_TEXT,
  presets: ['scs'],
  why: `SCS-0102 follows Glance's documentation, which asks for a version number. The conformance test of today only asks that there
is something; a codename is told by \`os-version-codename\`.`,
  source: ['SovereignCloudStack/standards Standards/scs-0102-v1-image-metadata.md', 'glance doc/source/admin/useful-image-properties.rst'],
  messages: { words: 'os_version is {value}; SCS-0102 asks for the version number alone{guess}.' },
  examples: {
    bad: [
      { manifest: 'name: CentOS Stream 9\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: centos\nos_version: 9-stream\n' },
      { manifest: 'name: Ubuntu 24.04\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\nos_version: 24.04 LTS\n' },
    ],
    good: [
      { manifest: 'name: Ubuntu 24.04\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\nos_version: "24.04"\n' },
      { manifest: 'name: openSUSE Tumbleweed\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: opensuse\nos_version: tumbleweed\n', note: 'has no numbers' },
      { manifest: 'name: Windows Server 2012 R2\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: windows\nos_version: 2012R2\n', note: 'is called so' },
    ],
  },
  reads: ['properties.os_version'],
  check(image, { report }) {
    const { os_version: value, os_distro: distro } = image.properties;
    if (value === undefined || distro === 'windows' || !isProviderImage(image)) return;
    const number = /\d+(?:\.\d+)*/.exec(value)?.[0];
    if (number === undefined || number === value) return;
    report({ message: 'words', at: ['properties', 'os_version'], data: { value: show(value), guess: `, such as ${show(number)}` } });
  },
});
