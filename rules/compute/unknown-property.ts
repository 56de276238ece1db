import { isAttribute } from '../../src/facts/attributes.js';
import { propertyFact } from '../../src/facts/properties/index.js';
import { defineRule } from '../../src/model/rule.js';
import { extraSpecOf } from '../../src/words/extra-spec.js';
import { isNovaName, meantProperty } from '../../src/words/meant-property.js';
import { clip } from '../../src/words/show.js';

export default defineRule({
  id: 'unknown-property',
  topic: 'compute',
  summary: 'properties that look like those of services are some that a service reads',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: `Glance stores every name, and services ignore those that they do not know. A misspelt \`hw_disk_buss\` uploads and
boots without a word, only not on the bus that its author chose. This rule reports names that are a slip away from a
known one, and names in Nova's own namespaces \`hw_\` and \`img_\` that Nova does not read. Everything else is left
alone: properties of your own are welcome. Tell the linter about your own \`hw_\` names with \`cloud.siteProperties\`.`,
  source: ['nova nova/objects/image_meta.py', 'glance etc/metadefs', 'glance doc/source/admin/useful-image-properties.rst'],
  messages: {
    misspelt: 'No OpenStack service reads {name}; it looks like a misspelt "{guess}".',
    misnomer: 'No OpenStack service reads {name}; Nova reads "{guess}" for this.',
    unread: '{name} stands in Glance\'s metadata definitions, but no service reads it: Nova takes the CPU mode from its configuration.',
    unknown: 'Nova does not know {name}, although the name looks like one of its own.',
  },
  examples: {
    bad: [
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhw_disk_buss: virtio\n' },
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nproperties:\n  os-distro: debian\n  hw:cpu_policy: dedicated\n', count: 2 },
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhw_memory_encryption: "true"\nhw_disk_bus_model: virtio\n', count: 2 },
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhw_supported_disk_buses: scsi,virtio\nhw_cpu_mode: host-model\n', count: 2 },
    ],
    good: [
      {
        manifest: `name: debian
disk_format: qcow2
container_format: bare
os_name: Debian
os_edition: minimal
os_release: "12"
image_name: debian-12
owner_specified.openstack.md5: ""
com.example.hw_disk_buss: x
trait:CUSTOM_GOLD: required
CIM_PASD_InstructionSet: x86:64
`,
        note: 'properties of somebody\'s own',
      },
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhw_supported_disk_buses: scsi\n', cloud: { siteProperties: ['hw_supported_disk_buses'] } },
    ],
  },
  reads: ['*'],
  check({ properties }, { cloud, report }) {
    for (const name in properties) {
      const fact = propertyFact(name);
      const place = { at: ['properties', name], onName: true } as const;
      if (fact !== undefined) {
        if (fact.readers.length === 0) report({ message: 'unread', ...place, data: { name }, severity: 'info' });
        continue;
      }
      if (isAttribute(name) || cloud.siteProperties.includes(name) || extraSpecOf(name) !== undefined) continue;
      const meant = meantProperty(name);
      const data = { name: clip(name), guess: meant?.name ?? '' };
      if (meant === undefined) {
        if (isNovaName(name)) report({ message: 'unknown', ...place, data, severity: 'info' });
        continue;
      }
      const canRename = propertyFact(meant.name) !== undefined && !(meant.name in properties);
      report({
        message: meant.isMisspelt ? 'misspelt' : 'misnomer',
        ...place,
        data,
        fix: canRename ? { safe: false, description: `Call it "${meant.name}"`, change: { rename: meant.name } } : undefined,
      });
    }
  },
});
