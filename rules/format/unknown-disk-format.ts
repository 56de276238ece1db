import { DISK_FORMAT_ALIASES } from '../../src/facts/formats.js';
import { defineRule } from '../../src/model/rule.js';
import { nearest } from '../../src/words/nearest.js';
import { oneOf, show } from '../../src/words/show.js';

export default defineRule({
  id: 'unknown-disk-format',
  topic: 'format',
  summary: 'disk_format is one that the cloud allows',
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'reader', when: 'always', effect: 'unclear' } },
  why: `Glance compares \`disk_format\`, letter by letter, with the list \`[image_format] disk_formats\` of its
configuration and answers 400 for anything else. Tools around OpenStack use other words: qemu-img says \`vpc\` for
what Glance calls \`vhd\`, and people say \`img\` for \`raw\`. Set \`cloud.diskFormats\` if your cloud allows others.`,
  source: ['glance glance/common/config.py', 'glance glance/api/v2/images.py'],
  messages: {
    unknown: 'disk_format is {value}, but this cloud allows {allowed}.',
    misspelt: 'disk_format is {value}, but Glance calls this format "{guess}".',
    unsure: 'disk_format is {value}, which this cloud does not allow; "{guess}" seems to be meant.',
  },
  examples: {
    bad: [
      { manifest: 'name: cirros\ndisk_format: QCOW2\ncontainer_format: bare\n' },
      { manifest: 'name: windows\ndisk_format: vpc\ncontainer_format: bare\n', note: 'the name that qemu-img uses' },
      { manifest: 'name: cirros\ndisk_format: qcwo2\ncontainer_format: bare\n' },
      { manifest: 'name: cirros\ndisk_format: squashfs\ncontainer_format: bare\n' },
    ],
    good: [
      { manifest: 'name: cirros\ndisk_format: qcow2\ncontainer_format: bare\n' },
      { manifest: 'name: cirros\ndisk_format: gpt\ncontainer_format: bare\n', cloud: { diskFormats: ['raw', 'gpt'] } },
    ],
  },
  reads: ['disk_format'],
  check({ disk_format: format }, { cloud, report }) {
    if (typeof format !== 'string' || cloud.diskFormats.includes(format)) return;
    const guess = nearest(format, cloud.diskFormats, DISK_FORMAT_ALIASES);
    if (guess === undefined) {
      report({ message: 'unknown', at: ['disk_format'], data: { value: show(format), allowed: oneOf(cloud.diskFormats) } });
    } else {
      const word = format.trim().toLowerCase();
      const isSure = word === guess || Object.hasOwn(DISK_FORMAT_ALIASES, word);
      report({
        message: isSure ? 'misspelt' : 'unsure',
        at: ['disk_format'],
        data: { value: show(format), guess },
        fix: { safe: isSure, description: `Write "${guess}"`, change: { replace: guess } },
      });
    }
  },
});
