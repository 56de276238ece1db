import { SCS_FREQUENCIES } from '../../src/facts/scs.js';
import { defineRule } from '../../src/model/rule.js';
import { nearest } from '../../src/words/nearest.js';
import { isProviderImage, NOT_CONFORMANT } from '../../src/words/scs.js';
import { oneOf, show } from '../../src/words/show.js';

export default defineRule({
  id: 'scs-replace-frequency',
  topic: 'policy',
  summary: 'replace_frequency is a word that SCS knows',
  severity: 'error',
  consequence: NOT_CONFORMANT,
  presets: ['scs'],
  why: 'The word promises how often the image is replaced at least, and the conformance test holds the age of the image against it. It fails with any other word.',
  source: ['SovereignCloudStack/standards Standards/scs-0102-v1-image-metadata.md', 'SovereignCloudStack/standards Tests/iaas/scs_0102_image_metadata/image_metadata.py'],
  messages: {
    unknown: 'replace_frequency is {value}, but SCS-0102 knows only {allowed}.',
    misspelt: 'replace_frequency is {value}, which SCS-0102 does not know. Did you mean "{guess}"?',
  },
  examples: {
    bad: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nreplace_frequency: montly\n' },
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nreplace_frequency: biannual\n' },
    ],
    good: [{ manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nreplace_frequency: critical_bug\n' }],
  },
  reads: ['properties.replace_frequency'],
  check(image, { report }) {
    const { replace_frequency: value } = image.properties;
    if (!value || !isProviderImage(image) || SCS_FREQUENCIES.includes(value)) return;
    const guess = nearest(value, SCS_FREQUENCIES);
    const at = ['properties', 'replace_frequency'];
    if (guess === undefined) report({ message: 'unknown', at, data: { value: show(value), allowed: oneOf(SCS_FREQUENCIES) } });
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
