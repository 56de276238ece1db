import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'ephemeral-format-without-encryption',
  topic: 'compute',
  summary: 'an image with a format for encrypted local disks asks for encryption',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: `\`hw_ephemeral_encryption_format\` only says how; \`hw_ephemeral_encryption\` says whether. Without it, and without a flavor that
asks for encryption, local disks are not encrypted and nobody says so.`,
  source: ['nova nova/compute/api.py', 'nova nova/virt/hardware.py'],
  messages: {
    alone: 'hw_ephemeral_encryption_format is {format}, but hw_ephemeral_encryption is not on: local disks are not encrypted unless the flavor asks for it. Set it to "true".',
  },
  examples: {
    bad: [{ manifest: 'name: vault\ndisk_format: qcow2\ncontainer_format: bare\nhw_ephemeral_encryption_format: luks\n' }],
    good: [{ manifest: 'name: vault\ndisk_format: qcow2\ncontainer_format: bare\nhw_ephemeral_encryption: "true"\nhw_ephemeral_encryption_format: luks\n' }],
  },
  reads: ['properties.hw_ephemeral_encryption_format'],
  check(image, context) {
    const nova = new NovaView(image, context);
    const format = nova.get('hw_ephemeral_encryption_format');
    if (format === undefined || !nova.isNot('hw_ephemeral_encryption', 'true')) return;
    context.report({ message: 'alone', at: ['properties', format.name], data: { format: show(format.value) } });
  },
});
