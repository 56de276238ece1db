import { DEVICES } from '../../src/facts/device-buses.js';
import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { oneOf, show } from '../../src/words/show.js';

const PROPERTIES = ['hw_disk_bus', 'hw_cdrom_bus', 'hw_floppy_bus', 'hw_rescue_bus'] as const;
const QEMU_BUSES: ReadonlySet<string> = new Set(['virtio', 'scsi', 'ide', 'usb', 'fdc', 'sata']);

export default defineRule({
  id: 'bus-cannot-carry-device',
  topic: 'compute',
  summary: 'each kind of drive is on a bus that can carry it',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'fails' } },
  why: `Nova takes every bus that QEMU has for every kind of drive, but libvirt does not: virtio has no ejectable media, so a CD-ROM
drive cannot be on it, and the floppy controller carries floppies and nothing else. A server with such a drive ends in ERROR. A
CD-ROM drive is there when the image is an ISO or the server has a config drive.`,
  source: ['libvirt src/qemu/qemu_validate.c', 'libvirt src/conf/domain_validate.c', 'nova nova/virt/libvirt/blockinfo.py'],
  messages: {
    always: '{property} is {bus}: {device} cannot be on that bus, so servers fail to start. Write {instead}.',
    whenPresent: '{property} is {bus}: {device} cannot be on that bus, so servers that have one fail to start. Write {instead}.',
    rescue: 'hw_rescue_bus is {bus}: {device} cannot be on that bus, so every rescue with this image fails. Write {instead}.',
  },
  examples: {
    bad: [
      { manifest: 'name: installer\ndisk_format: iso\ncontainer_format: bare\nhw_cdrom_bus: virtio\n' },
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhw_cdrom_bus: virtio\n', note: 'only servers with a config drive fail, so a warning' },
      { manifest: 'name: dos\ndisk_format: raw\ncontainer_format: bare\nhw_disk_bus: fdc\n' },
      { manifest: 'name: rescue\ndisk_format: iso\ncontainer_format: bare\nhw_rescue_device: cdrom\nhw_rescue_bus: virtio\n' },
    ],
    good: [
      { manifest: 'name: installer\ndisk_format: iso\ncontainer_format: bare\nhw_cdrom_bus: sata\nhw_disk_bus: virtio\n' },
      { manifest: 'name: rescue\ndisk_format: qcow2\ncontainer_format: bare\nhw_rescue_bus: virtio\n', note: 'the rescue device is a disk by default' },
    ],
  },
  reads: PROPERTIES.map((property) => `properties.${property}`),
  check(image, context) {
    const nova = new NovaView(image, context);
    if (!nova.mayUseQemu) return;
    for (const property of PROPERTIES) {
      const bus = nova.get(property);
      const isRescue = property === 'hw_rescue_bus';
      const kind = isRescue ? (nova.lacks('hw_rescue_device') ? 'disk' : nova.get('hw_rescue_device')?.value) : property.split('_')[1];
      const device = DEVICES.get(kind ?? '');
      if (bus === undefined || device === undefined || !QEMU_BUSES.has(bus.value) || !device.cannot(bus.value)) continue;
      const isCertain = isRescue || kind === 'disk' || (kind === 'cdrom' && image.disk_format === 'iso');
      context.report({
        message: isRescue ? 'rescue' : isCertain ? 'always' : 'whenPresent',
        at: ['properties', bus.name],
        data: { property, bus: show(bus.value), device: device.title, instead: oneOf(device.instead) },
        ...(isCertain ? {} : { severity: 'warning' }),
        ...(isRescue ? { consequence: { by: 'nova', when: 'always', effect: 'fails' } } : {}),
      });
    }
  },
});
