import { NOVA_LEGACY } from '../../src/facts/properties/nova-legacy.js';
import { propertyFact } from '../../src/facts/properties/index.js';
import { defineRule } from '../../src/model/rule.js';
import { wordRead } from '../../src/words/property-value.js';
import { flexibleBoolean, pythonInt } from '../../src/words/python.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'legacy-and-current-name',
  topic: 'compute',
  summary: 'a property is not set twice, by an old and a current name, with different values',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: `Nova reads many properties by two names: \`architecture\` and \`hw_architecture\`, \`hypervisor_type\` and
\`img_hv_type\`, \`vmware_ostype\` and \`os_distro\`. It takes the old name first and the current one after it, so the
current one wins and the other value has no effect.`,
  source: ['nova nova/objects/image_meta.py _legacy_property_map', 'nova nova/virt/vmwareapi/images.py'],
  messages: {
    twice: '{legacy} is {lost}, but {current} is {used}, and Nova uses only the latter.',
    guestId: '{legacy} {lost} has no effect beside {current} {used}: Nova reads one value from both names and prefers {current}, so vSphere gets {used} as the guest\'s type.',
  },
  examples: {
    bad: [
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: x86_64\nhw_architecture: aarch64\n' },
      { manifest: 'name: debian\ndisk_format: vmdk\ncontainer_format: bare\nvmware_adaptertype: ide\nhw_disk_bus: scsi\n' },
      { manifest: 'name: debian\ndisk_format: vmdk\ncontainer_format: bare\nvmware_ostype: debian10_64Guest\nos_distro: debian\n' },
    ],
    good: [
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: amd64\nhw_architecture: x86_64\n', note: 'two words for the same' },
      { manifest: 'name: debian\ndisk_format: vmdk\ncontainer_format: bare\nvmware_adaptertype: paraVirtual\nhw_disk_bus: scsi\nhw_scsi_model: vmpvscsi\n' },
    ],
  },
  reads: NOVA_LEGACY.map(({ name }) => `properties.${name}`),
  check({ properties }, { report }) {
    for (const { name: legacy, storedAs } of NOVA_LEGACY) {
      const lost = properties[legacy];
      if (lost === undefined || storedAs === undefined) continue;
      for (const [current, value] of legacy === 'vmware_adaptertype' ? adapterSettings(lost) : [[storedAs, lost] as const]) {
        const used = properties[current];
        if (used === undefined || propertyFact(current)?.value.kind === 'never' || meaning(current, used) === meaning(current, value)) continue;
        report({
          message: legacy === 'vmware_ostype' ? 'guestId' : 'twice',
          at: ['properties', legacy],
          data: { legacy, lost: show(lost), current, used: show(used) },
          related: [{ message: 'this one counts', at: ['properties', current] }],
          // Most such images are for KVM and only carry the other along.
          ...(legacy === 'vmware_ostype' ? { severity: 'info' } : {}),
        });
      }
    }
  },
});

/** The one name that sets two properties. */
function adapterSettings(value: string): readonly (readonly [string, string])[] {
  if (value === '') return [];
  return value === 'ide' ? [['hw_disk_bus', 'ide']] : [['hw_disk_bus', 'scsi'], ['hw_scsi_model', value]];
}

/** Equal for texts that Nova reads as the same. */
function meaning(name: string, text: string): string {
  const value = propertyFact(name)?.value;
  switch (value?.kind) {
    case 'enum': return wordRead(value, text) ?? text;
    case 'boolean': return String(flexibleBoolean(text).value);
    case 'integer': return String(pythonInt(text) ?? text);
    default: return text;
  }
}
