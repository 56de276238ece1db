import { CONTAINER_FORMAT_ALIASES } from '../../src/facts/formats.js';
import { defineRule } from '../../src/model/rule.js';
import { nearest } from '../../src/words/nearest.js';
import { oneOf, show } from '../../src/words/show.js';

export default defineRule({
  id: 'unknown-container-format',
  topic: 'format',
  summary: 'container_format is one that the cloud allows',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  why: `Glance compares \`container_format\`, letter by letter, with the list \`[image_format] container_formats\` of its
configuration and answers 400 for anything else. A disk that is not wrapped in anything, whatever its format, is \`bare\`.
Set \`cloud.containerFormats\` if your cloud allows others.`,
  source: ['glance glance/common/config.py', 'glance glance/api/v2/images.py'],
  messages: {
    unknown: 'container_format is {value}, but this cloud allows {allowed}.',
    misspelt: 'container_format is {value}, which this cloud does not allow; "{guess}" seems to be meant.',
  },
  examples: {
    bad: [
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: Bare\n' },
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: qcow2\n', note: 'a disk format, where "bare" is meant' },
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: squashfs\n' },
    ],
    good: [
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\n' },
      { manifest: 'name: alpine\ndisk_format: raw\ncontainer_format: lxc\n', cloud: { containerFormats: ['bare', 'lxc'] } },
    ],
  },
  reads: ['container_format'],
  check({ container_format: format }, { cloud, report }) {
    if (typeof format !== 'string' || cloud.containerFormats.includes(format)) return;
    const at = ['container_format'];
    const guess = nearest(format, cloud.containerFormats, CONTAINER_FORMAT_ALIASES);
    if (guess === undefined) {
      report({ message: 'unknown', at, data: { value: show(format), allowed: oneOf(cloud.containerFormats) } });
    } else {
      report({
        message: 'misspelt',
        at,
        data: { value: show(format), guess },
        // What else stands there may be a guess too many: the names are short.
        fix: { safe: format.trim().toLowerCase() === guess, description: `Write "${guess}"`, change: { replace: guess } },
      });
    }
  },
});
