import { defineSetRule, type Member } from '../../src/model/rule.js';
import { algorithmOfNothing, isHex, isOneCharacter } from '../../src/words/digest.js';
import { clip } from '../../src/words/show.js';

interface Extract {
  readonly digest: string;
  readonly attribute: 'checksum' | 'os_hash_value';
  /** The name without its numbers: what stays the same from one version to the next. */
  readonly series: string;
  /** Dotted numbers in the name, blanks between. */
  readonly named: string;
  /** os_version, if it is a number. */
  readonly declared: string;
  readonly [key: string]: string;
}

export default defineSetRule<Extract>({
  id: 'checksum-shared',
  topic: 'integrity',
  summary: 'images of different versions have different digests',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  why: `Two versions of a system never consist of the same bytes. When two images name different versions and carry
the same digest, either the digest was copied along with the rest of the entry and never updated, or one
of them holds the other's data. The same bytes under two names, without versions that contradict each other, are
nobody's mistake and not reported. Versions are compared in \`os_version\`, and in names that differ by their
numbers only.`,
  source: ['openstack-image-manager etc/images/gardenlinux.yml'],
  messages: {
    shared: '{attribute} is the same as that of an image of version {other} in {file}, but this image is of version {version}: one of the two is probably out of date.',
  },
  examples: {
    bad: [
      {
        manifest: `- name: Garden Linux 1877.5
  disk_format: qcow2
  container_format: bare
  checksum: 443b7623e27ecf03dc9e01ee93f67afe
- name: Garden Linux 1877.6
  disk_format: qcow2
  container_format: bare
  checksum: 443b7623e27ecf03dc9e01ee93f67afe
`,
      },
      {
        manifest: `- name: ubuntu-jammy
  disk_format: qcow2
  container_format: bare
  os_version: "22.04"
  os_hash_algo: sha256
  os_hash_value: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
- name: ubuntu-noble
  disk_format: qcow2
  container_format: bare
  os_version: "24.04"
  os_hash_algo: sha256
  os_hash_value: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
`,
      },
    ],
    good: [
      {
        manifest: `- name: Ubuntu 22.04
  disk_format: qcow2
  container_format: bare
  checksum: 443b7623e27ecf03dc9e01ee93f67afe
- name: Ubuntu 22.04 (2026-03-01)
  disk_format: qcow2
  container_format: bare
  checksum: 443b7623e27ecf03dc9e01ee93f67afe
- name: Ubuntu latest
  disk_format: qcow2
  container_format: bare
  checksum: 443b7623e27ecf03dc9e01ee93f67afe
`,
        note: 'one file under three names',
      },
      {
        manifest: `- name: windows-server
  disk_format: qcow2
  container_format: bare
  os_version: "2019"
  checksum: 443b7623e27ecf03dc9e01ee93f67afe
- name: windows-server-2019
  disk_format: qcow2
  container_format: bare
  os_version: "10.0"
  checksum: 443b7623e27ecf03dc9e01ee93f67afe
`,
        note: 'one version, counted in two ways',
      },
      {
        manifest: `- {name: "python:3.6", disk_format: raw, container_format: docker, checksum: 2dad48f09e2a447a9bf852bcd93548c1}
- {name: "ruby:2.4", disk_format: raw, container_format: docker, checksum: 2dad48f09e2a447a9bf852bcd93548c1}
`,
        note: 'numbers of different things',
      },
      {
        manifest: `- {name: web-1.0-snapshot, disk_format: raw, container_format: bare, size: 0, checksum: d41d8cd98f00b204e9800998ecf8427e}
- {name: web-1.1-snapshot, disk_format: raw, container_format: bare, size: 0, checksum: d41d8cd98f00b204e9800998ecf8427e}
`,
        note: 'snapshots of volumes have no bytes of their own',
      },
    ],
  },
  reportsAt: [['checksum'], ['os_hash_value']],
  reads: ['checksum', 'os_hash_value'],
  keys({ checksum, os_hash_value: hash }) {
    const digest = (checksum ?? hash)?.toLowerCase();
    return digest === undefined || isPlaceholder(digest) ? [] : [digest];
  },
  extract({ checksum, os_hash_value: hash, name, properties }) {
    const attribute = typeof checksum === 'string' ? 'checksum' : 'os_hash_value';
    const digest = (checksum ?? hash ?? '').toLowerCase();
    const series = (name ?? '').toLowerCase().replace(/\d+(?:\.\d+)*/g, '#');
    const named = (name?.match(/\d+(?:\.\d+)+/g) ?? []).join(' ');
    const declared = /^\d+(?:\.\d+)*$/.exec(properties['os_version'] ?? '')?.[0] ?? '';
    return { digest, attribute, series, named, declared };
  },
  checkSet(members, { report }) {
    const firstOfSeries = new Map<string, Member<Extract>>();
    const first = new Map<string, Member<Extract>>();
    for (const member of members) {
      const { digest, attribute, series, named, declared } = member.extract;
      // Asked only here, where few come.
      if (!isHex(digest)) continue;
      const sameSeries = earlierOf(firstOfSeries, `${digest} ${series}`, member);
      const any = declared === '' ? undefined : earlierOf(first, digest, member);
      const byName = sameSeries && contradiction(named, sameSeries.extract.named);
      const pair = byName ?? (any && contradiction(declared, any.extract.declared));
      const other = byName === undefined ? any : sameSeries;
      if (pair === undefined || other === undefined) continue;
      report({
        message: 'shared',
        member,
        at: [attribute],
        data: { attribute, version: clip(pair[0]), other: clip(pair[1]), file: clip(other.file) },
        related: [{ message: 'the same digest here', at: [other.extract.attribute], member: other }],
      });
    }
  },
});

/** The first member with the key; undefined when it is the given one, which is then kept. */
function earlierOf(first: Map<string, Member<Extract>>, key: string, member: Member<Extract>): Member<Extract> | undefined {
  const earlier = first.get(key);
  if (earlier === undefined) first.set(key, member);
  return earlier;
}

/** Not a digest of data: of an empty file, the same digit throughout. */
function isPlaceholder(digest: string): boolean {
  return algorithmOfNothing(digest) !== undefined || isOneCharacter(digest);
}

/** The one version on either side that the other does not have; only if both are counted alike (22.04 and 24.04). */
function contradiction(versions: string, others: string): readonly [string, string] | undefined {
  const [mine, theirs] = [versions.split(' '), others.split(' ')];
  const [version, ...more] = mine.filter((one) => !theirs.includes(one));
  const [other, ...evenMore] = theirs.filter((one) => !mine.includes(one));
  if (!version || !other || more.length > 0 || evenMore.length > 0) return undefined;
  return version.split('.').length === other.split('.').length ? [version, other] : undefined;
}
