import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

/** QEMU has four serial ports, of which Nova keeps one for the console log. */
const MOST = 3;
/** Their consoles are not serial ports. */
const WITHOUT_PORTS: readonly (string | undefined)[] = ['s390', 's390x'];

export default defineRule({
  id: 'too-many-serial-ports',
  topic: 'compute',
  summary: 'an image asks for three serial ports at most',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  why: `QEMU has four serial ports and Nova needs one of them. On a cloud with serial consoles a server with more than three
ends in ERROR; on all others \`hw_serial_port_count\` is not used. A flavor can lower the number that an image may ask for.`,
  source: ['nova nova/virt/libvirt/driver.py', 'nova nova/virt/hardware.py'],
  messages: { tooMany: 'hw_serial_port_count is {count}, but QEMU guests have {most} at most: servers fail to start on clouds with serial consoles.' },
  examples: {
    bad: [{ manifest: 'name: router\ndisk_format: qcow2\ncontainer_format: bare\nhw_serial_port_count: "4"\n' }],
    good: [{ manifest: 'name: router\ndisk_format: qcow2\ncontainer_format: bare\nhw_serial_port_count: "3"\n' }],
  },
  reads: ['properties.hw_serial_port_count'],
  check(image, context) {
    const nova = new NovaView(image, context);
    const count = nova.integer('hw_serial_port_count')?.value ?? 0;
    if (count <= MOST || !nova.mayUseQemu || WITHOUT_PORTS.includes(nova.architecture?.value)) return;
    context.report({ message: 'tooMany', at: ['properties', 'hw_serial_port_count'], data: { count, most: MOST } });
  },
});
