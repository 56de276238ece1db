import { ATTRIBUTES } from '../../src/facts/attributes.js';
import { defineViolationRule, type SuggestedFix } from '../../src/model/rule.js';
import { meantAttribute } from '../../src/words/meant-attribute.js';
import { clip, describe } from '../../src/words/show.js';

const TYPES = new Map(ATTRIBUTES.map(({ name, type }) => [name, type]));
const QUOTE: SuggestedFix = { safe: true, description: 'Put it in quotes', change: { quote: true } };

export default defineViolationRule({
  id: 'property-not-a-string',
  topic: 'identity',
  summary: 'the value of every custom property is text',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  why: `Glance stores custom properties as text and answers 400 to anything else: a number, \`true\`, \`null\`, a list.
In YAML, quotes decide: \`os_version: 22.10\` is the number 22.1. Most tools convert before they send, but by then the
last zero is gone.`,
  source: ['glance glance/schema.py PermissiveSchema', 'openstacksdk openstack/image/v2/_proxy.py create_image'],
  messages: {
    scalar: 'Property "{property}" is {value}, but Glance takes properties as text only.',
    nothing: 'Property "{property}" is null, but Glance takes properties as text only; leave it out, or write "".',
    collection: 'Property "{property}" is {value}, but Glance takes properties as text only.',
    misnamed: '"{property}" is no attribute of Glance, and {value} is no value for a custom property, which is text; the attribute is called "{attribute}".',
    zeros: 'Property "{property}" is the number {value} to every tool, also when "{value}0" is written here; quotes keep all digits.',
    converted: 'Property "{property}" is {value}, but Glance takes properties as text only; what is sent instead is up to the tool.',
  },
  examples: {
    bad: [
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\nhw_qemu_guest_agent: true\nhw_cpu_cores: 4\n', count: 2 },
      { manifest: 'name: ubuntu\ndisk_format: qcow2\ncontainer_format: bare\nos_version: 22.10\n', note: 'the quotes keep the zero' },
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\nhw_disk_bus:\nhw_numa_nodes: [1, 2]\n', count: 2 },
      {
        manifest: 'name: cirros\ndisk_format: ami\ncontainer_format: ami\nkernel_id: 5\nramdisk_id: null\n',
        cloudSchema: { kernel_id: { type: ['null', 'string'] } }, count: 2,
      },
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\nminDisk: 10\nis_public: true\n', count: 2 },
      { manifest: 'name: ubuntu\ndisk_format: qcow2\nproperties: {os_version: 22.10, os_distro: [ubuntu]}\n', count: 2, note: 'openstacksdk converts' },
    ],
    good: [
      { manifest: 'name: ubuntu\ndisk_format: qcow2\ncontainer_format: bare\nos_version: "22.10"\nhw_cpu_cores: "4"\nos_admin_user: ""\n' },
      {
        manifest: 'name: cirros\ndisk_format: ami\ncontainer_format: ami\nkernel_id: null\n',
        cloudSchema: { kernel_id: { type: ['null', 'string'] } }, note: "this cloud's own image schema allows it",
      },
      { manifest: 'name: ubuntu\ndisk_format: qcow2\nproperties: {hw_cpu_cores: 4, hw_boot_menu: true, os_version: 24.04}\n', note: 'openstacksdk makes the right text of these' },
    ],
  },
  violations: ['properties:type'],
  explain({ at, value }, { cloud, dialect, report }) {
    const name = String(at[1]);
    // An operator may describe properties that are not text, or null.
    if (cloud.checkSite?.({ [name]: value }).every(({ isMissing }) => isMissing)) return;
    const data = { property: clip(name), value: describe(value) };
    const isScalar = typeof value === 'boolean' || typeof value === 'number';
    if (dialect.nonStringProperty === 'converted') {
      const consequence = { by: 'client', when: 'create', effect: 'altered' } as const;
      // Booleans and whole numbers arrive as what they mean, and so do numbers that cannot have lost a zero.
      const number = typeof value === 'number' ? String(value) : '';
      if (typeof value === 'boolean' || Number.isSafeInteger(value) || /\.\d\d+$/.test(number)) return;
      if (typeof value === 'number' && /\.\d$/.test(number)) {
        report({ message: 'zeros', at, data: { ...data, value }, severity: 'info', consequence, fix: QUOTE });
      } else report({ message: 'converted', at, data, severity: 'warning', consequence });
      return;
    }
    const { onWrongType: consequence } = dialect;
    const meant = meantAttribute(name);
    if (meant !== undefined) {
      const fits = typeof value === (TYPES.get(meant.attribute) === 'integer' ? 'number' : TYPES.get(meant.attribute));
      const rename: SuggestedFix = { safe: false, description: `Call it "${meant.attribute}"`, change: { rename: meant.attribute } };
      report({ message: 'misnamed', at, onName: true, data: { ...data, attribute: meant.attribute }, consequence, fix: fits ? rename : undefined });
    } else if (value === null) report({ message: 'nothing', at, data, consequence });
    else report({ message: isScalar ? 'scalar' : 'collection', at, data, consequence, fix: isScalar ? QUOTE : undefined });
  },
});
