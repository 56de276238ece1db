import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'shutdown-without-grace',
  topic: 'compute',
  summary: 'guests have time to shut down',
  severity: 'info',
  consequence: { by: 'nova', when: 'always', effect: 'unclear' },
  why: `With \`os_shutdown_timeout\` 0 or less Nova cuts the power at once whenever a server is stopped, resized, shelved or rescued. That is
right for guests that do not listen to the power button, and loses data with all others.`,
  source: ['nova nova/compute/manager.py _get_power_off_values', 'nova nova/virt/libvirt/driver.py'],
  messages: { atOnce: 'os_shutdown_timeout is {seconds}: Nova cuts the power without waiting for the guest to shut down. Leave it out, or set seconds such as "60".' },
  examples: {
    bad: [{ manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nos_shutdown_timeout: "0"\n' }],
    good: [{ manifest: 'name: windows\ndisk_format: qcow2\ncontainer_format: bare\nos_shutdown_timeout: "300"\n' }],
  },
  reads: ['properties.os_shutdown_timeout'],
  check(image, context) {
    const timeout = new NovaView(image, context).integer('os_shutdown_timeout');
    if (timeout === undefined || timeout.value > 0) return;
    context.report({ message: 'atOnce', at: ['properties', timeout.name], data: { seconds: timeout.value } });
  },
});
