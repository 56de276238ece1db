import type { Image } from '../../src/model/image.js';
import { defineSetRule, type Member } from '../../src/model/rule.js';
import { AGAINST_THE_TEXT, NOT_CONFORMANT, SCS_OPTIONS, type ScsOptions } from '../../src/words/scs.js';
import { clip } from '../../src/words/show.js';

interface Generic {
  readonly key: string;
  readonly [key: string]: string;
}

export default defineSetRule<Generic, ScsOptions>({
  id: 'scs-generic-uniqueness',
  topic: 'policy',
  summary: 'there is one generic image for each system, version and architecture',
  severity: 'warning',
  consequence: AGAINST_THE_TEXT,
  presets: ['scs'],
  why: `Who asks for \`os_purpose=generic\` of a release shall get one image, not a choice. Public images that are not hidden count; an
older one of the same release gets hidden, or \`oldgeneric\` in the draft of v2, where the test of this is mandatory.`,
  source: ['SovereignCloudStack/standards Tests/iaas/scs_0102_image_metadata/image_metadata.py compute_scs_0102_os_purpose_uniqueness', 'SovereignCloudStack/standards Tests/scs-compatible-iaas.yaml'],
  messages: { twice: 'SCS-0102 wants one generic image for {key}, and there is another in {file}. Hide one of them, or give it another os_purpose.' },
  options: SCS_OPTIONS,
  examples: {
    bad: [{
      manifest: `- {name: AlmaLinux 9, visibility: public, disk_format: qcow2, container_format: bare, architecture: x86_64, os_distro: centos, os_version: "9", os_purpose: generic}
- {name: CentOS Stream 9, visibility: public, disk_format: qcow2, container_format: bare, architecture: x86_64, os_distro: centos, os_version: "9", os_purpose: generic}
`,
      note: 'a wrong os_distro makes two out of one',
    }],
    good: [{
      manifest: `- {name: Debian 12, visibility: public, disk_format: qcow2, container_format: bare, architecture: x86_64, os_distro: debian, os_version: "12", os_purpose: generic}
- {name: Debian 12 20260101, visibility: public, os_hidden: true, disk_format: qcow2, container_format: bare, architecture: x86_64, os_distro: debian, os_version: "12", os_purpose: generic}
- {name: Debian 12 arm, visibility: public, disk_format: qcow2, container_format: bare, architecture: aarch64, os_distro: debian, os_version: "12", os_purpose: generic}
- {name: Debian 12 mine, visibility: private, disk_format: qcow2, container_format: bare, architecture: x86_64, os_distro: debian, os_version: "12", os_purpose: generic}
`,
    }],
  },
  reportsAt: [['properties', 'os_purpose']],
  reads: ['properties.os_purpose'],
  keys(image) {
    const { visibility, os_hidden: isHidden, properties: { os_distro: distro, os_version: version, os_purpose: purpose } } = image;
    return visibility !== 'public' || isHidden === true || purpose !== 'generic' || !distro || !version ? [] : [keyOf(image)];
  },
  extract: (image) => ({ key: keyOf(image) }),
  checkSet(members, { options, report }) {
    const first = new Map<string, Member<Generic>>();
    for (const member of members) {
      const { key } = member.extract;
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, member);
      else {
        report({
          message: 'twice',
          member,
          at: ['properties', 'os_purpose'],
          data: { key, file: earlier.file },
          related: [{ message: 'the other one', at: ['properties', 'os_purpose'], member: earlier }],
          ...(options.version === 'v2' ? { severity: 'error', consequence: NOT_CONFORMANT } as const : {}),
        });
      }
    }
  },
});

function keyOf({ properties: { os_distro: distro, os_version: version, architecture } }: Image): string {
  return [distro, version, architecture].filter((part) => part).map((part) => clip(part as string)).join(' ');
}
