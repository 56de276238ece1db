import { defineRule } from '../../src/model/rule.js';

export default defineRule({
  id: 'latest-without-digest-list',
  topic: 'source',
  summary: 'version "latest" names exactly one list of digests',
  severity: 'error',
  consequence: { by: 'client', when: 'always', effect: 'fails' },
  why: `The OpenStack Image Manager finds out which build is the latest one by its digest, from \`checksum_url\` (a file for this
image) or \`checksums_url\` (a list for many). With neither, or with both, it stops with a ValueError; its schema does not
say so.`,
  source: ['osism/openstack-image-manager openstack_image_manager/main.py'],
  messages: {
    none: 'Version "latest" has neither checksum_url nor checksums_url, and one of them is needed.',
    both: 'Version "latest" has checksum_url and checksums_url, and only one of them may be there.',
  },
  examples: {
    bad: [{ manifest: catalogue('') }, { manifest: catalogue('\n        checksum_url: https://images.acme.dev/noble.img.sha256\n        checksums_url: https://images.acme.dev/SHA256SUMS') }],
    good: [{ manifest: catalogue('\n        checksums_url: https://images.acme.dev/SHA256SUMS') }],
  },
  reads: ['release.version'],
  check({ release, source = {} }, { report }) {
    if (release?.version !== 'latest') return;
    const { digest_url: one, digests_url: list } = source;
    if (one === undefined && list === undefined) report({ message: 'none', at: ['release', 'version'] });
    else if (one !== undefined && list !== undefined) report({ message: 'both', at: ['release', 'version'] });
  },
});

function catalogue(lists: string): string {
  return `images:
  - name: Ubuntu 24.04
    format: qcow2
    login: ubuntu
    versions:
      - version: latest
        url: https://images.acme.dev/noble.img${lists}
`;
}
