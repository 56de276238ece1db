import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { show } from '../../src/words/show.js';

const TRAIT = 'trait:HW_CPU_HYPERTHREADING';

export default defineRule({
  id: 'thread-policy-with-hyperthreading-trait',
  topic: 'compute',
  summary: 'an image has a CPU thread policy or the hyperthreading trait, not both',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'rejected' } },
  why: `\`trait:HW_CPU_HYPERTHREADING=required\` means the same as \`hw_cpu_thread_policy=require\`. Nova's API refuses an image that
uses both, even when they agree.`,
  source: ['nova nova/virt/hardware.py'],
  messages: { both: 'hw_cpu_thread_policy is {policy} and trait:HW_CPU_HYPERTHREADING is "required": Nova takes one or the other and refuses every server. Remove one.' },
  examples: {
    bad: [{ manifest: 'name: nfv\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_policy: dedicated\nhw_cpu_thread_policy: require\n"trait:HW_CPU_HYPERTHREADING": required\n' }],
    good: [
      { manifest: 'name: nfv\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_policy: dedicated\n"trait:HW_CPU_HYPERTHREADING": required\n' },
      { manifest: 'name: nfv\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_policy: dedicated\nhw_cpu_thread_policy: require\n"trait:HW_CPU_HYPERTHREADING": forbidden\n', note: 'Nova passes over a trait that is not "required"' },
    ],
  },
  reads: ['properties.hw_cpu_thread_policy'],
  check(image, context) {
    const policy = new NovaView(image, context).get('hw_cpu_thread_policy');
    if (policy === undefined || image.properties[TRAIT] !== 'required') return;
    context.report({
      message: 'both',
      at: ['properties', policy.name],
      data: { policy: show(policy.value) },
      related: [{ message: 'the trait is required here', at: ['properties', TRAIT] }],
    });
  },
});
