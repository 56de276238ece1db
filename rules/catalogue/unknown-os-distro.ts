import { defineRule } from '../../src/model/rule.js';
import { distributionNamed, distributionOfShortId } from '../../src/words/distribution.js';
import { isGuestId } from '../../src/words/guest-id.js';
import { show } from '../../src/words/show.js';

export default defineRule<{ readonly allowed: readonly string[] }>({
  id: 'unknown-os-distro',
  topic: 'catalogue',
  summary: 'os_distro is a name that others use, too',
  severity: 'info',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  presets: ['strict'],
  why: `A filter finds only the names that its author thought of. Glance's documentation lists the recognised ones;
several that it lacks, such as \`almalinux\` or \`flatcar\`, are used everywhere alike. Nova looks the value up in
libosinfo, but by short ids that contain a version, such as \`ubuntu22.04\`: with \`ubuntu\` it chooses its default
devices. Set \`allowed\` to the names that your catalogue uses.`,
  source: ['glance doc/source/admin/useful-image-properties.rst', 'nova nova/virt/osinfo.py'],
  messages: {
    unknown: "os_distro is {value}, which is neither in the list of Glance's documentation nor in common use.",
    shortId: "os_distro is {value}, a name of libosinfo's. Nova chooses devices by it, but filters ask for \"{name}\".",
  },
  options: {
    type: 'object',
    properties: { allowed: { type: 'array', items: { type: 'string' }, default: [], description: 'Further names that are right in your catalogue.' } },
    additionalProperties: false,
  },
  examples: {
    bad: [
      { manifest: 'name: appliance\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: acmeos\n' },
      { manifest: 'name: web\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu22.04\n' },
    ],
    good: [
      { manifest: 'name: web\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: talos\n' },
      { manifest: 'name: appliance\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: acmeos\n', options: { allowed: ['acmeos'] } },
    ],
  },
  reads: ['properties.os_distro'],
  check({ properties: { os_distro: value } }, { options, report }) {
    if (value === undefined || value.trim() === '' || options.allowed.includes(value) || isGuestId(value)) return;
    const shortId = distributionOfShortId(value);
    if (shortId !== undefined) {
      report({ message: 'shortId', at: ['properties', 'os_distro'], data: { value: show(value), name: shortId.name } });
    } else if (distributionNamed(value) === undefined) {
      report({ message: 'unknown', at: ['properties', 'os_distro'], data: { value: show(value) } });
    }
  },
});
