import { defineRule } from '../../src/model/rule.js';
import { AGAINST_THE_TEXT, isProviderImage, NOT_CONFORMANT, scsDate } from '../../src/words/scs.js';
import { show } from '../../src/words/show.js';

const WORDS = ['none', 'notice', 'forever'];

export default defineRule({
  id: 'scs-uuid-validity',
  topic: 'policy',
  summary: 'uuid_validity is none, last-N, a day, notice or forever',
  severity: 'error',
  consequence: NOT_CONFORMANT,
  presets: ['scs'],
  why: 'Users who keep the id of an image learn from this property how long it works. The conformance test fails when it cannot read the value.',
  source: ['SovereignCloudStack/standards Standards/scs-0102-v1-image-metadata.md', 'SovereignCloudStack/standards Tests/iaas/scs_0102_image_metadata/image_metadata.py'],
  messages: {
    unknown: 'uuid_validity is {value}, but SCS-0102 takes "none", "last-" with a number, a day as YYYY-MM-DD, "notice" or "forever" only.',
    form: 'uuid_validity is {value}, which the conformance test takes, but SCS-0102 writes days as YYYY-MM-DD.',
  },
  examples: {
    bad: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nuuid_validity: last 3\n' },
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nuuid_validity: 31.12.2028\n' },
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nuuid_validity: "2028-12-31 12:00"\n', note: 'passes the test' },
    ],
    good: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nuuid_validity: last-3\n' },
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nuuid_validity: forever\n' },
    ],
  },
  reads: ['properties.uuid_validity'],
  check(image, { report }) {
    const { uuid_validity: value } = image.properties;
    if (!value || !isProviderImage(image) || WORDS.includes(value) || /^last-\d+$/.test(value)) return;
    const date = scsDate(value);
    const at = ['properties', 'uuid_validity'];
    if (date === undefined) report({ message: 'unknown', at, data: { value: show(value) } });
    else if (date.form !== 'day' || !date.isPadded) report({ message: 'form', at, data: { value: show(value) }, severity: 'warning', consequence: AGAINST_THE_TEXT });
  },
});
