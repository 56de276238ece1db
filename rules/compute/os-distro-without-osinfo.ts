import { OSINFO_EXAMPLES } from '../../src/facts/osinfo.js';
import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'os-distro-without-osinfo',
  topic: 'compute',
  summary: 'Nova knows which disk bus and network card suit the guest',
  severity: 'info',
  presets: ['strict'],
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: `Nova looks \`os_distro\` up in libosinfo to choose disk bus and network card for the guest. libosinfo knows versions, not
families: \`ubuntu24.04\`, but not \`ubuntu\`, which Glance's documents want. So the lookup finds nothing, Nova writes a warning to its
log and takes virtio. Set \`hw_disk_bus\` and \`hw_vif_model\` to say it yourself.`,
  source: ['nova nova/virt/osinfo.py', 'glance doc/source/admin/useful-image-properties.rst'],
  messages: { family: 'os_distro {distro} is no short id of libosinfo (such as {example}), so Nova cannot choose disk bus and network card by it. Set hw_disk_bus and hw_vif_model.' },
  examples: {
    bad: [{ manifest: 'name: ubuntu\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\n' }],
    good: [
      { manifest: 'name: ubuntu\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\nhw_disk_bus: virtio\nhw_vif_model: virtio\n' },
      { manifest: 'name: ubuntu\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu24.04\n' },
      { manifest: 'name: gentoo\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: gentoo\n' },
    ],
  },
  reads: ['properties.os_distro'],
  check(image, context) {
    const nova = new NovaView(image, context);
    const distro = nova.get('os_distro');
    if (distro === undefined || !nova.mayUseQemu || !Object.hasOwn(OSINFO_EXAMPLES, distro.value)) return;
    if (!nova.lacks('hw_disk_bus') && !nova.lacks('hw_vif_model')) return;
    context.report({ message: 'family', at: ['properties', distro.name], data: { distro: show(distro.value), example: show(OSINFO_EXAMPLES[distro.value]) } });
  },
});
