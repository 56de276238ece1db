import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'quiesce-without-agent',
  topic: 'compute',
  summary: 'an image that requires quiesced snapshots has the QEMU guest agent',
  severity: 'warning',
  consequence: { by: 'nova', when: 'always', effect: 'fails' },
  why: `Only the QEMU guest agent can freeze the guest's file systems, and Nova opens the channel to it only with
\`hw_qemu_guest_agent\`. With \`os_require_quiesce\` and without the agent, snapshots of running servers fail.`,
  source: ['nova nova/virt/libvirt/driver.py'],
  messages: { noAgent: 'os_require_quiesce is on, but hw_qemu_guest_agent is not: snapshots of running servers fail. Set hw_qemu_guest_agent to "yes" if the guest runs the agent.' },
  examples: {
    bad: [
      { manifest: 'name: db\ndisk_format: qcow2\ncontainer_format: bare\nos_require_quiesce: "yes"\n' },
      { manifest: 'name: db\ndisk_format: qcow2\ncontainer_format: bare\nos_require_quiesce: "yes"\nhw_qemu_guest_agent: enabled\n', note: 'Nova does not know the word "enabled"' },
    ],
    good: [
      { manifest: 'name: db\ndisk_format: qcow2\ncontainer_format: bare\nos_require_quiesce: "yes"\nhw_qemu_guest_agent: "yes"\n' },
      { manifest: 'name: db\ndisk_format: qcow2\ncontainer_format: bare\nos_require_quiesce: "no"\n' },
    ],
  },
  reads: ['properties.os_require_quiesce'],
  check(image, context) {
    const nova = new NovaView(image, context);
    if (!nova.mayUseQemu || !nova.is('os_require_quiesce', 'true') || !nova.isNot('hw_qemu_guest_agent', 'true')) return;
    context.report({ message: 'noAgent', at: ['properties', 'os_require_quiesce'] });
  },
});
