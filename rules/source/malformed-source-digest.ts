import { HASH_ALIASES, HASH_NAMES, HASHES } from '../../src/facts/hashes.js';
import { defineRule } from '../../src/model/rule.js';
import { isHex } from '../../src/words/digest.js';
import { nearest } from '../../src/words/nearest.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'malformed-source-digest',
  topic: 'source',
  summary: 'the digest of the download is one that its algorithm can make',
  severity: 'warning',
  consequence: { by: 'client', when: 'import', effect: 'fails' },
  why: `The tool downloads the file, computes the digest and compares. A digest of another length than the algorithm's, or
with other letters than hexadecimal ones, never matches, so the import fails after the whole download. The tools' own
checks do not see it: the OpenStack Image Manager takes \`sha256:\` with 32 digits, ORC any hexadecimal text.`,
  source: ['osism/openstack-image-manager etc/schema.yaml', 'k-orc/openstack-resource-controller api/v1alpha1/image_types.go'],
  messages: {
    length: 'The digest has {length} digits, but one of {algorithm} has {digits}.',
    otherAlgorithm: 'The digest has {length} digits like one of {guess}, but it says {algorithm}, which has {digits}.',
    letters: 'The digest of {algorithm} is {value}, but a digest is written in hexadecimal digits.',
    algorithm: 'The algorithm of the digest is {algorithm}, which is not known.',
    misspelt: 'The algorithm of the digest is {algorithm}, but its name is "{guess}".',
  },
  examples: {
    bad: [
      { manifest: catalogue('sha256:9f86d081884c7d659a2feaa0c55ad015'), note: 'the length of md5' },
      { manifest: catalogue('sha-256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08') },
      { manifest: catalogue('sha256:XXX') },
    ],
    good: [{ manifest: catalogue('sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08') }],
  },
  reads: ['source.digest'],
  check({ source: { algorithm, digest } = {} }, { report }) {
    if (algorithm === undefined || digest === undefined) return;
    const fact = HASHES.find(({ name }) => name === algorithm.toLowerCase());
    const at = ['source', 'digest'];
    if (fact === undefined) {
      const guess = nearest(algorithm, HASH_NAMES, HASH_ALIASES);
      if (guess === undefined) report({ message: 'algorithm', at: ['source', 'algorithm'], data: { algorithm: show(algorithm) } });
      else report({ message: 'misspelt', at: ['source', 'algorithm'], data: { algorithm: show(algorithm), guess } });
      return;
    }
    const data = { algorithm: fact.name, length: digest.length, digits: fact.digits };
    if (!isHex(digest)) report({ message: 'letters', at, data: { algorithm: fact.name, value: show(digest) } });
    else if (digest.length !== fact.digits) {
      const guess = HASHES.find(({ digits }) => digits === digest.length)?.name;
      if (guess === undefined) report({ message: 'length', at, data });
      else report({ message: 'otherAlgorithm', at, data: { ...data, guess } });
    }
  },
});

function catalogue(checksum: string): string {
  return `images:
  - name: Debian 12
    format: qcow2
    login: debian
    min_disk: 4
    versions:
      - version: "20260101"
        url: https://images.acme.dev/20260101/debian-12.qcow2
        checksum: "${checksum}"
`;
}
