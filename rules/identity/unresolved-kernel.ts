import { defineSetRule } from '../../src/model/rule.js';
import { show } from '../../src/words/show.js';

const PROPERTIES = ['kernel_id', 'ramdisk_id'] as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Bootable {
  readonly id: string | undefined;
  readonly kernel_id: string | undefined;
  readonly ramdisk_id: string | undefined;
  readonly [key: string]: string | undefined;
}

export default defineSetRule<Bootable>({
  id: 'unresolved-kernel',
  topic: 'identity',
  summary: 'kernel_id and ramdisk_id lead to images of the same collection',
  severity: 'info',
  presets: ['strict'],
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  why: 'A server boots with the kernel and ramdisk that the image names; when one of them is not there any more, it does not boot at all. The rule looks where several images are read that have ids; the missing one may well be elsewhere.',
  source: ['nova nova/compute/api.py _handle_kernel_and_ramdisk'],
  messages: { missing: '{property} is {id}, but none of the {count} images that were read has this id.' },
  examples: {
    bad: [{
      manifest: `- {id: 00000000-0000-4000-8000-000000000001, name: kernel, disk_format: aki, container_format: aki}
- {id: 00000000-0000-4000-8000-000000000002, name: cirros, disk_format: ami, container_format: ami, kernel_id: 00000000-0000-4000-8000-000000000009}
`,
    }],
    good: [
      { manifest: 'id: 00000000-0000-4000-8000-000000000002\nname: cirros\ndisk_format: ami\ncontainer_format: ami\nkernel_id: 00000000-0000-4000-8000-000000000009\n', note: 'a single image says nothing about others' },
      {
        manifest: `- {id: 00000000-0000-4000-8000-000000000001, name: kernel, disk_format: aki, container_format: aki}
- {id: 00000000-0000-4000-8000-000000000002, name: cirros, disk_format: ami, container_format: ami, kernel_id: nokernel}
`,
      },
    ],
  },
  reportsAt: PROPERTIES.map((property) => ['properties', property]),
  begins: PROPERTIES.map((property) => `properties.${property}`),
  keys({ id, properties }) {
    if (id === undefined) return [];
    // Who names a kernel is looked at, whether somebody has that id or not.
    const named = PROPERTIES.flatMap((property) => properties[property]?.toLowerCase() ?? []);
    return [id.toLowerCase(), ...named, ...named];
  },
  extract({ id, properties: { kernel_id, ramdisk_id } }) {
    return { id: id?.toLowerCase(), kernel_id, ramdisk_id };
  },
  checkSet(members, { count, report }) {
    if (count < 2) return;
    const ids = new Set(members.map(({ extract }) => extract.id));
    for (const member of members) {
      for (const property of PROPERTIES) {
        const id = member.extract[property]?.toLowerCase();
        if (id === undefined || !UUID.test(id) || ids.has(id)) continue;
        report({ message: 'missing', member, at: ['properties', property], data: { property, id: show(id), count } });
      }
    }
  },
});
