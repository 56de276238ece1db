import { defineRule } from '../../src/model/rule.js';
import { AGAINST_THE_TEXT, isProviderImage, scsDate } from '../../src/words/scs.js';
import { show } from '../../src/words/show.js';

const WORDS = ['none', 'notice'];

export default defineRule({
  id: 'scs-provided-until',
  topic: 'policy',
  summary: 'provided_until is a day, "none" or "notice"',
  severity: 'warning',
  consequence: AGAINST_THE_TEXT,
  presets: ['scs'],
  why: `The property promises until when an image of this name is kept up to date. The conformance test asks only that there is
something, but when the image gets older than \`replace_frequency\` allows, a value that it cannot read makes it fail.`,
  source: ['SovereignCloudStack/standards Standards/scs-0102-v1-image-metadata.md', 'SovereignCloudStack/standards Tests/iaas/scs_0102_image_metadata/image_metadata.py is_outdated'],
  messages: {
    unknown: 'provided_until is {value}, but SCS-0102 asks for a day as YYYY-MM-DD, "none" or "notice".',
    forUuid: 'provided_until is {value}, which SCS-0102 allows for uuid_validity only; here it asks for a day as YYYY-MM-DD, "none" or "notice".',
    noDay: 'provided_until is {value}, which is no day of the calendar as YYYY-MM-DD.',
  },
  examples: {
    bad: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nprovided_until: forever\n' },
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nprovided_until: "2028-02-30"\n' },
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nprovided_until: end of life\n' },
    ],
    good: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nprovided_until: "2028-02-29"\n' },
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nprovided_until: notice\n' },
    ],
  },
  reads: ['properties.provided_until'],
  check(image, { report }) {
    const { provided_until: value } = image.properties;
    if (!value || !isProviderImage(image) || WORDS.includes(value)) return;
    const date = scsDate(value);
    if (date?.form === 'day' && date.isPadded) return;
    const message = /^forever$|^last-/.test(value) ? 'forUuid' : /^\d{4}-\d/.test(value) ? 'noDay' : 'unknown';
    report({ message, at: ['properties', 'provided_until'], data: { value: show(value) } });
  },
});
