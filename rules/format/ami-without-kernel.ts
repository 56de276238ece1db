import { defineRule } from '../../src/model/rule.js';

export default defineRule({
  id: 'ami-without-kernel',
  topic: 'format',
  summary: 'an ami image names the kernel that boots it',
  severity: 'info',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  inRecord: { consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  why: `\`ami\` is the third of Amazon's formats: a root filesystem without boot loader, booted by a kernel (\`aki\`) and a ramdisk
(\`ari\`) that are images of their own. Nova finds them by the properties \`kernel_id\` and \`ramdisk_id\`. Without
\`kernel_id\` it boots the image like any disk, which works only if there is a boot loader on it: then \`raw\` says it better.`,
  source: ['nova nova/compute/api.py', 'nova nova/virt/libvirt/driver.py'],
  messages: {
    noKernel: 'disk_format is "ami", a root filesystem without boot loader, but no kernel_id names a kernel. Set kernel_id, or write "raw" if '
      + 'the disk boots by itself.',
  },
  examples: {
    bad: [{ manifest: 'name: cirros-rootfs\ndisk_format: ami\ncontainer_format: ami\n' }],
    good: [
      {
        manifest: `name: cirros-rootfs
disk_format: ami
container_format: ami
kernel_id: 0b3c4d5e-6f70-4182-93a4-b5c6d7e8f901
`,
      },
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\n' },
    ],
  },
  reads: ['disk_format'],
  check({ disk_format: disk }, { isAbsent, report }) {
    if (disk === 'ami' && isAbsent('properties.kernel_id')) report({ message: 'noKernel', at: ['disk_format'] });
  },
});
