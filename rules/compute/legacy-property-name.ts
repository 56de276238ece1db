import { NOVA_LEGACY } from '../../src/facts/properties/nova-legacy.js';
import { defineRule } from '../../src/model/rule.js';

const OUTDATED = NOVA_LEGACY.filter(({ isOutdated }) => isOutdated === true);

export default defineRule({
  id: 'legacy-property-name',
  topic: 'compute',
  summary: 'properties have the names that Nova documents',
  severity: 'info',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  presets: ['strict'],
  why: `Nova still reads some properties by names from before 2015. Nobody documents them any more, and those for XenAPI
have had no effect since that driver left Nova in Victoria. Names such as \`architecture\` or \`hypervisor_type\` are old as
well, but they are the documented ones.`,
  source: ['nova nova/objects/image_meta.py _legacy_property_map'],
  messages: {
    renamed: 'Nova calls {name} "{current}" today.',
    unused: '{name} was for XenAPI, which Nova has not had since Victoria; it has no effect.',
  },
  examples: {
    bad: [
      { manifest: 'name: esxi\ndisk_format: vmdk\ncontainer_format: bare\nvmware_linked_clone: "true"\n' },
      { manifest: 'name: xen\ndisk_format: vhd\ncontainer_format: bare\nxenapi_use_agent: "true"\n' },
    ],
    good: [
      { manifest: 'name: esxi\ndisk_format: vmdk\ncontainer_format: bare\nimg_linked_clone: "true"\narchitecture: x86_64\nvm_mode: hvm\n' },
    ],
  },
  reads: OUTDATED.map(({ name }) => `properties.${name}`),
  check({ properties }, { report }) {
    for (const { name, storedAs, until } of OUTDATED) {
      if (!(name in properties)) continue;
      if (until !== undefined) {
        report({ message: 'unused', at: ['properties', name], onName: true, data: { name }, consequence: { by: 'nova', when: 'boot', effect: 'ignored' } });
        continue;
      }
      const current = storedAs as string;
      report({
        message: 'renamed',
        at: ['properties', name],
        onName: true,
        data: { name, current },
        fix: current in properties ? undefined : { safe: true, description: `Call it "${current}"`, change: { rename: current } },
      });
    }
  },
});
