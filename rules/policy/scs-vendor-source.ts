import { CODENAMES } from '../../src/facts/distributions.js';
import { SCS_TESTED_NAMES, SCS_VENDOR_SOURCES } from '../../src/facts/scs.js';
import { defineRule } from '../../src/model/rule.js';
import { contradictVersions, versionNumber } from '../../src/words/distribution.js';
import { AGAINST_THE_TEXT, isProviderImage, NOT_CONFORMANT } from '../../src/words/scs.js';
import { oneOf, show } from '../../src/words/show.js';

export default defineRule({
  id: 'scs-vendor-source',
  topic: 'policy',
  summary: 'generic images of Debian and Ubuntu come from Debian and Ubuntu',
  severity: 'error',
  consequence: NOT_CONFORMANT,
  presets: ['scs'],
  why: `SCS-0104 requires that generic images of the two come from their vendors' directories for the release. The conformance test looks at
images that are called "Ubuntu 24.04", "Debian 12" and the like; for other names only the text says so.`,
  source: ['SovereignCloudStack/standards Standards/scs-0104-v2-standard-images.md', 'SovereignCloudStack/standards Tests/iaas/scs_0104_standard_images/standard_images.py'],
  messages: { elsewhere: 'image_source is {value}, but SCS-0104 wants a generic image of {distro} {version} from {allowed}.' },
  examples: {
    bad: [
      { manifest: 'name: Ubuntu 24.04\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\nos_version: "24.04"\nos_purpose: generic\nimage_source: https://images.acme.dev/ubuntu-24.04.qcow2\n' },
      {
        manifest: 'name: debian-13\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: debian\nos_version: "13"\nos_purpose: generic\nimage_source: https://cloud.debian.org/images/cloud/bookworm/latest/debian-13-genericcloud-amd64.qcow2\n',
        note: "another release's directory, under a name that is not tested",
      },
    ],
    good: [
      { manifest: 'name: Ubuntu 24.04\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\nos_version: "24.04"\nos_purpose: generic\nimage_source: https://cloud-images.ubuntu.com/noble/current/noble-server-cloudimg-amd64.img\n' },
      { manifest: 'name: Ubuntu 24.04 Minimal\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\nos_version: "24.04"\nos_purpose: minimal\nimage_source: https://cloud-images.ubuntu.com/minimal/releases/noble/release/\n' },
      { manifest: 'name: AlmaLinux 9\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: almalinux\nos_version: "9"\nos_purpose: generic\nimage_source: https://images.acme.dev/alma.qcow2\n' },
    ],
  },
  reads: ['properties.image_source'],
  check(image, { report }) {
    const { image_source: value, os_distro: distro, os_version: version, os_purpose: purpose } = image.properties;
    if (!value || version === undefined || !isProviderImage(image) || (distro !== 'ubuntu' && distro !== 'debian')) return;
    const isTested = SCS_TESTED_NAMES.has(image.name ?? '');
    if (purpose !== 'generic' && !isTested) return;
    const number = versionNumber(distro, version);
    const codename = Object.entries(CODENAMES[distro]).find(([, known]) => number !== undefined && !contradictVersions(number, known))?.[0];
    if (codename === undefined) return;
    const allowed = SCS_VENDOR_SOURCES[distro].map((pattern) => pattern.replace('{codename}', codename));
    if (allowed.some((prefix) => value.startsWith(prefix))) return;
    report({
      message: 'elsewhere',
      at: ['properties', 'image_source'],
      data: { value: show(value), distro, version: show(version), allowed: oneOf(allowed) },
      ...(isTested ? {} : { severity: 'warning', consequence: AGAINST_THE_TEXT } as const),
    });
  },
});
