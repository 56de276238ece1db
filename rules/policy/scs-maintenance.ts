import { defineRule } from '../../src/model/rule.js';
import { AGAINST_THE_TEXT, isProviderImage, scsDate } from '../../src/words/scs.js';
import { show } from '../../src/words/show.js';

/** A scheme and something behind it. */
const URI = /^[a-z][a-z0-9+.-]*:\S+$/i;

export default defineRule({
  id: 'scs-maintenance',
  topic: 'policy',
  summary: 'maintained_until is a day and l1_support_contact an address',
  severity: 'warning',
  consequence: AGAINST_THE_TEXT,
  presets: ['scs'],
  why: 'Both properties are optional in SCS-0102. Programs that show when maintenance ends, or whom to ask, need a day as `YYYY-MM-DD` and a URI.',
  source: ['SovereignCloudStack/standards Standards/scs-0102-v1-image-metadata.md'],
  messages: {
    day: 'maintained_until is {value}, but SCS-0102 asks for a day of the calendar as YYYY-MM-DD.',
    uri: 'l1_support_contact is {value}, but SCS-0102 asks for a URI, such as "mailto:support@example.com" or "https://…".',
  },
  examples: {
    bad: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nmaintained_until: "June 2028"\n' },
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nl1_support_contact: support@acme.dev\n' },
    ],
    good: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nmaintained_until: "2028-06-30"\nl1_support_contact: mailto:support@acme.dev\n' },
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nl1_support_contact: tel:+49-30-1234567\n' },
    ],
  },
  reads: ['properties.maintained_until', 'properties.l1_support_contact'],
  check(image, { report }) {
    if (!isProviderImage(image)) return;
    const { maintained_until: until, l1_support_contact: contact } = image.properties;
    const date = until === undefined ? undefined : scsDate(until);
    if (until !== undefined && (date?.form !== 'day' || !date.isPadded)) report({ message: 'day', at: ['properties', 'maintained_until'], data: { value: show(until) } });
    if (contact !== undefined && !URI.test(contact)) report({ message: 'uri', at: ['properties', 'l1_support_contact'], data: { value: show(contact) } });
  },
});
