import { defineSetRule, type Member } from '../../src/model/rule.js';
import { show } from '../../src/words/show.js';

/** Formats that boot loaders' files never have. A kernel or ramdisk may well be stored as raw. */
const DISKS: ReadonlySet<unknown> = new Set(['ami', 'qcow2', 'vmdk', 'vdi', 'vhd', 'vhdx', 'iso', 'ploop']);
const PARTS = [
  { property: 'kernel_id', part: 'kernel', other: 'ari' },
  { property: 'ramdisk_id', part: 'ramdisk', other: 'aki' },
] as const;

interface Bootable {
  readonly id: string | undefined;
  readonly format: string | null | undefined;
  readonly kernel_id: string | undefined;
  readonly ramdisk_id: string | undefined;
  readonly [key: string]: string | null | undefined;
}

export default defineSetRule<Bootable>({
  id: 'kernel-of-wrong-kind',
  topic: 'identity',
  summary: 'kernel_id and ramdisk_id lead to a kernel and a ramdisk',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  why: 'Nova and Ironic boot a server with the images that kernel_id and ramdisk_id name, and look at neither before. Swapped ids, or the id of a whole disk, show only when nothing boots.',
  source: ['nova nova/compute/api.py _handle_kernel_and_ramdisk', 'ironic ironic/drivers/modules/deploy_utils.py'],
  messages: {
    wrong: '{property} leads to an image whose disk_format is {format}; that is not a {part}.',
    self: '{property} leads to this very image, which is not its own {part}.',
  },
  examples: {
    bad: [
      {
        manifest: `- {id: 00000000-0000-4000-8000-000000000001, name: kernel, disk_format: aki, container_format: aki}
- {id: 00000000-0000-4000-8000-000000000002, name: ramdisk, disk_format: ari, container_format: ari}
- name: cirros
  disk_format: ami
  container_format: ami
  kernel_id: 00000000-0000-4000-8000-000000000002
  ramdisk_id: 00000000-0000-4000-8000-000000000001
`,
        count: 2,
        note: 'swapped',
      },
      { manifest: 'id: 00000000-0000-4000-8000-000000000003\nname: cirros\ndisk_format: ami\ncontainer_format: ami\nkernel_id: 00000000-0000-4000-8000-000000000003\n' },
    ],
    good: [{
      manifest: `- {id: 00000000-0000-4000-8000-000000000001, name: kernel, disk_format: aki, container_format: aki}
- {id: 00000000-0000-4000-8000-000000000002, name: ramdisk, disk_format: raw, container_format: bare}
- name: cirros
  disk_format: ami
  container_format: ami
  kernel_id: 00000000-0000-4000-8000-000000000001
  ramdisk_id: 00000000-0000-4000-8000-000000000002
`,
      note: 'Ironic\'s kernels and ramdisks are often raw',
    }],
  },
  reportsAt: [['properties', 'kernel_id'], ['properties', 'ramdisk_id'], ['disk_format']],
  begins: ['properties.kernel_id', 'properties.ramdisk_id'],
  keys({ id, properties: { kernel_id, ramdisk_id } }) {
    // Who names a kernel is looked at, whether somebody has that id or not.
    const named = [kernel_id, ramdisk_id].flatMap((key) => key?.toLowerCase() ?? []);
    return [...(id === undefined ? [] : [id.toLowerCase()]), ...named, ...named];
  },
  extract({ id, disk_format: format, properties: { kernel_id, ramdisk_id } }) {
    return { id: id?.toLowerCase(), format, kernel_id, ramdisk_id };
  },
  checkSet(members, { report }) {
    const byId = new Map(members.map((member) => [member.extract.id, member]));
    for (const member of members) {
      for (const { property, part, other } of PARTS) {
        const target: Member<Bootable> | undefined = byId.get(member.extract[property]?.toLowerCase() ?? '');
        if (target === undefined) continue;
        const format = target.extract.format;
        if (target === member) report({ message: 'self', member, at: ['properties', property], data: { property, part } });
        else if (format === other || DISKS.has(format)) {
          report({
            message: 'wrong',
            member,
            at: ['properties', property],
            data: { property, part, format: show(format) },
            related: [{ message: 'the image that it leads to', at: ['disk_format'], member: target }],
          });
        }
      }
    }
  },
});
