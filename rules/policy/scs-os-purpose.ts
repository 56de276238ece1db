import { SCS_OLD_PURPOSE, SCS_PURPOSES } from '../../src/facts/scs.js';
import { defineRule } from '../../src/model/rule.js';
import { nearest } from '../../src/words/nearest.js';
import { AGAINST_THE_TEXT, isProviderImage, NOT_CONFORMANT, SCS_OPTIONS, type ScsOptions } from '../../src/words/scs.js';
import { oneOf, show } from '../../src/words/show.js';

export default defineRule<ScsOptions>({
  id: 'scs-os-purpose',
  topic: 'policy',
  summary: 'os_purpose is a purpose that SCS knows',
  severity: 'warning',
  consequence: AGAINST_THE_TEXT,
  presets: ['scs'],
  why: `By \`os_purpose\` users find the one image of a release that is for everything, \`generic\`. SCS-0102 v1 recommends it; in
the draft of v2 it is mandatory, the test fails without a known value, and \`oldgeneric\` joins for images that were rotated out.`,
  source: ['SovereignCloudStack/standards Standards/scs-0102-v2-image-metadata.md', 'SovereignCloudStack/standards Tests/iaas/scs_0102_image_metadata/image_metadata.py'],
  messages: {
    unknown: 'os_purpose is {value}; SCS-0102 knows {allowed}.',
    old: 'os_purpose is "oldgeneric", which only the draft of SCS-0102 v2 has in its text; the test takes it in v1 as well.',
  },
  options: SCS_OPTIONS,
  examples: {
    bad: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nos_purpose: Generic\n' },
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nos_purpose: server\n', options: { version: 'v2' }, note: 'an error in v2' },
      { manifest: 'name: Debian 12 20250101\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nos_purpose: oldgeneric\n' },
    ],
    good: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nos_purpose: minimal\n' },
      { manifest: 'name: Debian 12 20250101\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nos_purpose: oldgeneric\n', options: { version: 'v2' } },
    ],
  },
  reads: ['properties.os_purpose'],
  check(image, { options, report }) {
    const { os_purpose: value } = image.properties;
    if (!value || !isProviderImage(image)) return;
    const at = ['properties', 'os_purpose'];
    const isDraft = options.version === 'v2';
    if (value === SCS_OLD_PURPOSE && !isDraft) report({ message: 'old', at, severity: 'info' });
    if (SCS_PURPOSES.includes(value)) return;
    const guess = nearest(value, SCS_PURPOSES);
    report({
      message: 'unknown',
      at,
      data: { value: show(value), allowed: oneOf(SCS_PURPOSES.filter((purpose) => isDraft || purpose !== SCS_OLD_PURPOSE)) },
      fix: guess === undefined ? undefined : { safe: false, description: `Write "${guess}"`, change: { replace: guess } },
      ...(isDraft ? { severity: 'error', consequence: NOT_CONFORMANT } as const : {}),
    });
  },
});
