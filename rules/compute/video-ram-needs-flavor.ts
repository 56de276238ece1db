import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'video-ram-needs-flavor',
  topic: 'compute',
  summary: 'an image does not ask for video memory, which only some flavors allow',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  why: `The flavor says with \`hw_video:ram_max_mb\` how much video memory an image may ask for. Ordinary flavors say nothing, which
means 0: any \`hw_video_ram\` is too much then, and the server ends in ERROR on a cloud with VNC or SPICE consoles.`,
  source: ['nova nova/virt/libvirt/driver.py', 'nova nova/virt/vmwareapi/vmops.py'],
  messages: { needsFlavor: 'hw_video_ram asks for {ram} MiB: servers fail to start unless the flavor sets hw_video:ram_max_mb to {ram} or more.' },
  examples: {
    bad: [{ manifest: 'name: desktop\ndisk_format: qcow2\ncontainer_format: bare\nhw_video_model: qxl\nhw_video_ram: "64"\n' }],
    good: [{ manifest: 'name: desktop\ndisk_format: qcow2\ncontainer_format: bare\nhw_video_model: qxl\nhw_video_ram: "0"\n' }],
  },
  reads: ['properties.hw_video_ram'],
  check(image, context) {
    const ram = new NovaView(image, context).integer('hw_video_ram')?.value ?? 0;
    if (ram > 0) context.report({ message: 'needsFlavor', at: ['properties', 'hw_video_ram'], data: { ram } });
  },
});
