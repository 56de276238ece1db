import { defineSetRule, type Member } from '../../src/model/rule.js';
import { isHex, isOneCharacter } from '../../src/words/digest.js';
import { clip } from '../../src/words/show.js';

interface Download {
  readonly digest: string;
  readonly url: string;
  readonly version: string;
  readonly [key: string]: string;
}

export default defineSetRule<Download>({
  id: 'source-digest-shared',
  topic: 'source',
  summary: 'downloads from different addresses have different digests',
  severity: 'warning',
  consequence: { by: 'client', when: 'import', effect: 'fails' },
  why: `Two versions never consist of the same bytes. When a new version carries the digest of the one before, the address
was updated and the digest was not: the import of the new version fails its check, or, where nobody checks, nobody
notices a broken download.`,
  source: ['osism/openstack-image-manager etc/images/gardenlinux.yml 4170bad'],
  messages: {
    shared: 'The digest is the same as that of version {other}, which is another download: one of the two is probably out of date.',
  },
  examples: {
    bad: [{ manifest: catalogue('1877.6', '443b7623e27ecf03dc9e01ee93f67afe') }],
    good: [{ manifest: catalogue('1877.6', '8f14e45fceea167a5a36dedd4bea2543') }, { manifest: catalogue('1877.5', '443b7623e27ecf03dc9e01ee93f67afe'), note: 'one download, listed twice' }],
  },
  reportsAt: [['source', 'digest']],
  reads: ['source.digest'],
  keys({ source: { digest, origin_url: origin, url } = {} }) {
    // The same digit throughout is a placeholder.
    return digest === undefined || (url ?? origin) === undefined || !isHex(digest) || isOneCharacter(digest) ? [] : [digest.toLowerCase()];
  },
  extract({ source: { digest = '', origin_url: origin, url = '' } = {}, release }) {
    return { digest: digest.toLowerCase(), url: origin ?? url, version: release?.version ?? '' };
  },
  checkSet(members, { report }) {
    const first = new Map<string, Member<Download>>();
    for (const member of members) {
      const { digest, url, version } = member.extract;
      const earlier = first.get(digest);
      if (earlier === undefined) first.set(digest, member);
      // Mirrors offer the same file under other addresses: only a version that differs tells.
      else if (earlier.extract.url !== url && earlier.extract.version !== version) {
        report({
          message: 'shared',
          member,
          at: ['source', 'digest'],
          data: { other: clip(earlier.extract.version) },
          related: [{ message: 'the same digest here', at: ['source', 'digest'], member: earlier }],
        });
      }
    }
  },
});

function catalogue(version: string, digest: string): string {
  return `images:
  - name: Garden Linux
    format: qcow2
    login: admin
    versions:
      - version: "1877.5"
        url: https://images.acme.dev/gardenlinux-1877.5.qcow2
        checksum: md5:443b7623e27ecf03dc9e01ee93f67afe
      - version: "${version}"
        url: https://images.acme.dev/gardenlinux-${version}.qcow2
        checksum: md5:${digest}
`;
}
