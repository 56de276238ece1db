import { defineRule } from '../../src/model/rule.js';
import { nearest } from '../../src/words/nearest.js';
import { clip } from '../../src/words/show.js';

export default defineRule({
  id: 'unknown-key',
  topic: 'yaml',
  summary: 'a manifest has only keys that its tool knows',
  severity: 'warning',
  consequence: { by: 'client', when: 'always', effect: 'ignored' },
  why: `A key that the tool does not know is refused by some (Terraform, Heat, Ansible's modules, the OpenStack Image Manager unless
\`--no-check\` is given), and dropped in silence by others (Kubernetes, Ansible's roles). What it should have set stays as it was.`,
  source: ['osism/openstack-image-manager etc/schema.yaml', 'k-orc/openstack-resource-controller api/v1alpha1/image_types.go', 'terraform-provider-openstack openstack/resource_openstack_images_image_v2.go'],
  messages: {
    unknown: 'The key "{key}" means nothing to {tool}.',
    misspelt: 'The key "{key}" means nothing to {tool}. Did you mean "{guess}"?',
  },
  examples: {
    bad: [{
      manifest: `images:
  - name: Debian 12
    format: qcow2
    login: debian
    min_disk: 4
    lastest_url: https://images.acme.dev/debian-12.qcow2
    versions:
      - version: "20260101"
        url: https://images.acme.dev/20260101/debian-12.qcow2
`,
    }],
    good: [{
      manifest: `images:
  - name: Debian 12
    format: qcow2
    login: debian
    min_disk: 4
    latest_url: https://images.acme.dev/debian-12.qcow2
    versions:
      - version: "20260101"
        url: https://images.acme.dev/20260101/debian-12.qcow2
`,
    }],
  },
  reads: ['*'],
  check(_image, context) {
    const { dialect, report } = context;
    const consequence = dialect.onStray;
    if (consequence === undefined) return;
    for (const [index, { key, known }] of context.strays.entries()) {
      const guess = nearest(key, known) ?? longerName(key, known);
      report({
        message: guess === undefined ? 'unknown' : 'misspelt',
        at: ['strays', index],
        onName: true,
        data: { key: clip(key), tool: dialect.title, ...(guess === undefined ? {} : { guess }) },
        consequence,
        severity: consequence.effect === 'rejected' ? 'error' : 'warning',
        fix: guess === undefined ? undefined : { safe: false, description: `Write "${guess}"`, change: { rename: guess } },
      });
    }
  },
});

/** `min_disk` for `min_disk_gb`. */
function longerName(key: string, known: readonly string[]): string | undefined {
  const longer = known.filter((one) => one.startsWith(`${key}_`));
  return longer.length === 1 ? longer[0] : undefined;
}
