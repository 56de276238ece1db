import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'admin-user-without-agent',
  topic: 'compute',
  summary: 'an image with an account for password changes has the QEMU guest agent',
  severity: 'info',
  presets: ['strict'],
  consequence: { by: 'nova', when: 'always', effect: 'fails' },
  why: `\`os_admin_user\` names the account whose password Nova changes on request. It does so through the QEMU guest agent, so
without \`hw_qemu_guest_agent\` such a request fails. Many images have the property only to tell people how to log in; then there is
nothing to do.`,
  source: ['nova nova/virt/libvirt/driver.py'],
  messages: { noAgent: 'os_admin_user has no use for Nova, because hw_qemu_guest_agent is not on: requests to change the password fail.' },
  examples: {
    bad: [{ manifest: 'name: ubuntu\ndisk_format: qcow2\ncontainer_format: bare\nos_admin_user: ubuntu\n' }],
    good: [{ manifest: 'name: ubuntu\ndisk_format: qcow2\ncontainer_format: bare\nos_admin_user: ubuntu\nhw_qemu_guest_agent: "yes"\n' }],
  },
  reads: ['properties.os_admin_user'],
  check(image, context) {
    const nova = new NovaView(image, context);
    if (!nova.mayUseQemu || nova.get('os_admin_user') === undefined || !nova.isNot('hw_qemu_guest_agent', 'true')) return;
    context.report({ message: 'noAgent', at: ['properties', 'os_admin_user'] });
  },
});
