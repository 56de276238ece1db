import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

const TRAIT = 'trait:HW_CPU_HYPERTHREADING';

export default defineRule({
  id: 'hyperthreading-trait-without-pinning',
  topic: 'compute',
  summary: 'an image that requires the hyperthreading trait pins its CPUs',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  why: `This trait is more than a wish about the host: Nova makes a CPU thread policy of it, and a thread policy needs pinned
CPUs. Without \`hw_cpu_policy=dedicated\` its API answers 400, unless the flavor pins them.`,
  source: ['nova nova/virt/hardware.py'],
  messages: {
    unpinned: 'trait:HW_CPU_HYPERTHREADING is "required", but the image does not pin CPUs: Nova refuses servers whose flavor does not either. Add hw_cpu_policy "dedicated".',
  },
  examples: {
    bad: [{ manifest: 'name: nfv\ndisk_format: qcow2\ncontainer_format: bare\n"trait:HW_CPU_HYPERTHREADING": required\n' }],
    good: [
      { manifest: 'name: nfv\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_policy: dedicated\n"trait:HW_CPU_HYPERTHREADING": required\n' },
      { manifest: 'name: nfv\ndisk_format: qcow2\ncontainer_format: bare\n"trait:HW_CPU_X86_AVX2": required\n' },
    ],
  },
  reads: [`properties.${TRAIT}`],
  check(image, context) {
    const nova = new NovaView(image, context);
    if (image.properties[TRAIT] !== 'required' || !nova.lacks('hw_cpu_thread_policy')) return;
    if (!nova.isNot('hw_cpu_policy', 'dedicated', 'mixed')) return;
    context.report({ message: 'unpinned', at: ['properties', TRAIT] });
  },
});
