import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'thread-policy-without-pinning',
  topic: 'compute',
  summary: 'an image with a CPU thread policy pins its CPUs',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  why: `A thread policy says which sibling threads pinned CPUs may share. Without \`hw_cpu_policy=dedicated\` there are no pinned
CPUs, and Nova's API answers 400, unless the flavor pins them.`,
  source: ['nova nova/virt/hardware.py'],
  messages: {
    unpinned: 'hw_cpu_thread_policy is {policy}, but the image does not pin CPUs: Nova refuses servers whose flavor does not either. Add hw_cpu_policy "dedicated", or leave both to the flavor.',
  },
  examples: {
    bad: [
      { manifest: 'name: nfv\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_thread_policy: isolate\n' },
      { manifest: 'name: nfv\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_policy: shared\nhw_cpu_thread_policy: prefer\n' },
    ],
    good: [
      { manifest: 'name: nfv\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_policy: dedicated\nhw_cpu_thread_policy: isolate\n' },
      { manifest: 'name: nfv\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_policy: mixed\nhw_cpu_thread_policy: require\n' },
    ],
  },
  reads: ['properties.hw_cpu_thread_policy'],
  check(image, context) {
    const nova = new NovaView(image, context);
    const policy = nova.get('hw_cpu_thread_policy');
    if (policy === undefined || !nova.isNot('hw_cpu_policy', 'dedicated', 'mixed')) return;
    context.report({ message: 'unpinned', at: ['properties', policy.name], data: { policy: show(policy.value) } });
  },
});
