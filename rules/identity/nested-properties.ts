import { defineViolationRule } from '../../src/model/rule.js';
import { describe } from '../../src/words/show.js';

export default defineViolationRule({
  id: 'nested-properties',
  topic: 'identity',
  summary: 'custom properties stand beside the base attributes',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  why: `In a request to Glance, custom properties stand on the same level as \`name\` and \`disk_format\`. A mapping called
\`properties\` is what openstacksdk, Ansible and the command line show and take; sent as it is, Glance sees one custom
property that is not text, and answers 400.`,
  source: ['glance glance/schema.py PermissiveSchema', 'openstacksdk openstack/image/v2/image.py'],
  messages: {
    nested: '"{name}" is {value}, but in a request to Glance custom properties stand beside the base attributes, and each is text. If openstacksdk or the command line reads this file, lint it with --dialect openstacksdk.',
    twice: '"{name}" is {value} among the properties, but each property is text; its content belongs one level up.',
  },
  examples: {
    bad: [
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\nproperties:\n  hw_disk_bus: virtio\n', intent: 'create' },
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\nmetadata: {hw_disk_bus: virtio}\n' },
      { manifest: 'name: cirros\ndisk_format: qcow2\nproperties: {properties: {hw_disk_bus: virtio}}\n' },
    ],
    good: [
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\nhw_disk_bus: virtio\n', intent: 'create' },
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\nproperties:\n  hw_disk_bus: virtio\n', note: 'recognised as openstacksdk\'s way of writing' },
    ],
  },
  violations: ['properties.properties:type', 'properties.metadata:type', 'properties.meta:type', 'properties.extra_properties:type'],
  explain({ at, value }, { dialect, report }) {
    report({ message: dialect.name === 'glance' ? 'nested' : 'twice', at, onName: true, data: { name: String(at[1]), value: describe(value) } });
  },
});
