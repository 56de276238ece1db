import { defineSetRule, type Member } from '../../src/model/rule.js';
import { show } from '../../src/words/show.js';

interface Versioned {
  readonly name: string;
  readonly version: string;
  readonly [key: string]: string;
}

export default defineSetRule<Versioned>({
  id: 'duplicate-version',
  topic: 'identity',
  summary: 'an image of a catalogue has each version once',
  severity: 'warning',
  consequence: { by: 'client', when: 'always', effect: 'ignored' },
  why: 'The OpenStack Image Manager keeps the versions of an image by their name: of two equal ones the later replaces the earlier without a word.',
  source: ['osism/openstack-image-manager openstack_image_manager/main.py'],
  messages: { twice: 'Version {version} of {name} stands twice: the tool takes only this last one.' },
  examples: {
    bad: [{ manifest: catalogue('20260101') }],
    good: [{ manifest: catalogue('20260201') }],
  },
  within: 'file',
  reads: ['release.version'],
  keys: ({ name, release }) => (typeof name === 'string' && release?.version !== undefined ? [JSON.stringify([name, release.version])] : []),
  extract: ({ name, release }) => ({ name: name ?? '', version: release?.version ?? '' }),
  checkSet(members, { report }) {
    const first = new Map<string, Member<Versioned>>();
    for (const member of members) {
      const { name, version } = member.extract;
      const key = JSON.stringify([member.file, name, version]);
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, member);
      else {
        report({
          message: 'twice',
          member,
          at: ['release', 'version'],
          data: { name: show(name), version: show(version) },
          related: [{ message: 'first written here', at: ['release', 'version'], member: earlier }],
        });
      }
    }
  },
});

function catalogue(version: string): string {
  return `images:
  - name: Debian 12
    format: qcow2
    login: debian
    versions:
      - {version: "20260101", url: "https://images.acme.dev/20260101/debian-12.qcow2"}
      - {version: "${version}", url: "https://images.acme.dev/${version}/debian-12-b.qcow2"}
`;
}
