import { defineRule } from '../../src/model/rule.js';
import { AGAINST_THE_TEXT, isProviderImage, isRotatedOut, rotationDay, SCS_OPTIONS, scsDate, type ScsOptions } from '../../src/words/scs.js';
import { show } from '../../src/words/show.js';

export default defineRule<ScsOptions>({
  id: 'scs-rotated-image',
  topic: 'policy',
  summary: 'an image that was rotated out is named after its build date and is no longer the generic one',
  severity: 'warning',
  consequence: AGAINST_THE_TEXT,
  presets: ['scs'],
  why: `When a newer image takes over the name, SCS-0102 recommends to hide the old one or to attach its build date, as in
"Ubuntu 24.04 20260108". In the draft of v2 an old image that stays visible has to be \`oldgeneric\` instead of \`generic\`.`,
  source: ['SovereignCloudStack/standards Standards/scs-0102-v1-image-metadata.md', 'SovereignCloudStack/standards Standards/scs-0102-v2-image-metadata.md'],
  messages: {
    otherDay: 'The name ends in the day {named}, but image_build_date is {built}; SCS-0102 attaches the build date.',
    generic: 'The name says that this image was rotated out, but os_purpose is still "generic"; SCS-0102 v2 calls it "oldgeneric", unless it is hidden.',
  },
  options: SCS_OPTIONS,
  examples: {
    bad: [
      { manifest: 'name: Ubuntu 24.04 20260108\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nimage_build_date: "2025-12-08"\n' },
      { manifest: 'name: Ubuntu 24.04 old\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nos_purpose: generic\n', options: { version: 'v2' } },
    ],
    good: [
      { manifest: 'name: Ubuntu 24.04 20260108\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nimage_build_date: "2026-01-08 04:00"\nos_purpose: generic\n' },
      { manifest: 'name: Ubuntu 24.04 old\nvisibility: public\nos_hidden: true\ndisk_format: qcow2\ncontainer_format: bare\nos_purpose: generic\n', options: { version: 'v2' } },
    ],
  },
  reads: ['name'],
  check(image, { options, isAbsent, report }) {
    const { name, os_hidden: isHidden, properties: { image_build_date: built, os_purpose: purpose } } = image;
    if (typeof name !== 'string' || !isProviderImage(image)) return;
    const [named, day] = [rotationDay(name), built === undefined ? undefined : scsDate(built)?.day];
    if (named !== undefined && day !== undefined && named !== day) report({ message: 'otherDay', at: ['name'], data: { named, built: show(built) } });
    const isVisible = isHidden === false || isAbsent('os_hidden');
    if (options.version === 'v2' && purpose === 'generic' && isVisible && isRotatedOut(name)) report({ message: 'generic', at: ['properties', 'os_purpose'] });
  },
});
