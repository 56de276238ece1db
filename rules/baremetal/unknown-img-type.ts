import { defineRule } from '../../src/model/rule.js';
import { nearest } from '../../src/words/nearest.js';
import { show } from '../../src/words/show.js';

const TYPES = ['whole-disk', 'partition'];
const WORDS: Readonly<Record<string, string>> = { disk: 'whole-disk', whole: 'whole-disk', 'full-disk': 'whole-disk', part: 'partition' };

export default defineRule({
  id: 'unknown-img-type',
  topic: 'baremetal',
  summary: 'img_type is "whole-disk" or "partition"',
  severity: 'warning',
  consequence: { by: 'ironic', when: 'boot', effect: 'altered' },
  why: `Ironic compares \`img_type\` with \`partition\`, letter by letter, and takes every other value for a whole disk. A
misspelt \`partition\` is written over the node's disk from its first sector on, and the node does not boot.`,
  source: ['ironic ironic/common/images.py is_whole_disk_image'],
  messages: {
    unknown: 'img_type is {value}, which Ironic takes for a whole disk; it knows "whole-disk" and "partition".',
    misspelt: 'img_type is {value}, which Ironic takes for a whole disk. Did you mean "{guess}"?',
  },
  examples: {
    bad: [
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nimg_type: Partition\n' },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nimg_type: whole_disk\n' },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nimg_type: server\n' },
    ],
    good: [
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nimg_type: whole-disk\n' },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nimg_type: ""\n', note: 'an empty value counts as none' },
    ],
  },
  reads: ['properties.img_type'],
  check({ properties: { img_type: value } }, { report }) {
    if (value === undefined || value === '' || TYPES.includes(value)) return;
    const guess = nearest(value, TYPES, WORDS);
    const at = ['properties', 'img_type'];
    if (guess === undefined) report({ message: 'unknown', at, data: { value: show(value) } });
    else {
      report({
        message: 'misspelt',
        at,
        data: { value: show(value), guess },
        fix: { safe: true, description: `Write "${guess}"`, change: { replace: guess } },
      });
    }
  },
});
