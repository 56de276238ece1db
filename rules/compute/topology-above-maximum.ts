import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

const PARTS = ['sockets', 'cores', 'threads'] as const;
/** What Nova takes for no maximum. */
const NO_MAXIMUM = 65_536;

export default defineRule({
  id: 'topology-above-maximum',
  topic: 'compute',
  summary: 'preferred CPU sockets, cores and threads are within the image\'s own maximum',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'rejected' } },
  why: `Nova's API compares \`hw_cpu_sockets\`, \`hw_cpu_cores\` and \`hw_cpu_threads\` with the maximum of the same image and answers
400 when one is above it. No flavor can help. A negative maximum is below everything.`,
  source: ['nova nova/virt/hardware.py'],
  messages: {
    above: 'hw_cpu_{part} is {wanted}, but hw_cpu_max_{part} allows {limit} at most: Nova refuses every server.',
    tooMany: 'hw_cpu_{part} is {wanted}, but Nova allows {limit} at most.',
    negative: 'hw_cpu_max_{part} is {limit}: no server has so few {part}, so none can be made. Write a positive number, or 0 for no maximum.',
  },
  examples: {
    bad: [
      { manifest: 'name: win\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_sockets: "4"\nhw_cpu_max_sockets: "2"\n' },
      { manifest: 'name: win\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_max_threads: "-1"\n' },
    ],
    good: [
      { manifest: 'name: win\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_sockets: "2"\nhw_cpu_max_sockets: "2"\nhw_cpu_cores: "8"\n' },
      { manifest: 'name: win\ndisk_format: qcow2\ncontainer_format: bare\nhw_cpu_sockets: "2"\nhw_cpu_max_sockets: "0"\n', note: '0 is no maximum' },
    ],
  },
  reads: PARTS.flatMap((part) => [`properties.hw_cpu_${part}`, `properties.hw_cpu_max_${part}`]),
  check(image, context) {
    const nova = new NovaView(image, context);
    for (const part of PARTS) {
      const wanted = nova.integer(`hw_cpu_${part}`);
      const maximum = nova.integer(`hw_cpu_max_${part}`);
      const limit = maximum?.value || NO_MAXIMUM;
      if (maximum !== undefined && limit < 0) {
        const report = { message: 'negative', at: ['properties', maximum.name], data: { part, limit } };
        // The API compares only; the host finds that there is nothing to choose from.
        context.report((wanted?.value ?? 0) > limit ? report : { ...report, consequence: { by: 'nova', when: 'boot', effect: 'fails' } });
      } else if (wanted !== undefined && wanted.value > limit && (maximum !== undefined || nova.lacks(`hw_cpu_max_${part}`))) {
        context.report({
          message: limit === NO_MAXIMUM ? 'tooMany' : 'above',
          at: ['properties', wanted.name],
          data: { part, wanted: wanted.value, limit },
          related: maximum === undefined ? [] : [{ message: 'the maximum is set here', at: ['properties', maximum.name] }],
        });
      }
    }
  },
});
