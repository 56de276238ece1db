import { defineRule } from '../../src/model/rule.js';
import { AGAINST_THE_TEXT, isProviderImage, NOT_CONFORMANT, scsDate } from '../../src/words/scs.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'scs-image-build-date',
  topic: 'policy',
  summary: 'image_build_date is a day, not after the day on which the image was registered',
  severity: 'error',
  consequence: NOT_CONFORMANT,
  presets: ['scs'],
  why: `The date says up to when patches are in the image. SCS-0102 writes it \`YYYY-MM-DD\` or \`YYYY-MM-DD hh:mm[:ss]\`, in UTC. The conformance
test fails when it cannot read it, and when it is later than \`created_at\`.`,
  source: ['SovereignCloudStack/standards Standards/scs-0102-v1-image-metadata.md', 'SovereignCloudStack/standards Tests/iaas/scs_0102_image_metadata/image_metadata.py'],
  messages: {
    unreadable: 'image_build_date is {value}, but SCS-0102 asks for a day of the calendar as YYYY-MM-DD, with the time as hh:mm or hh:mm:ss after a blank if you like.',
    form: 'image_build_date is {value}, which the conformance test takes, but SCS-0102 writes YYYY-MM-DD or YYYY-MM-DD hh:mm[:ss].',
    late: 'image_build_date is {value}, but Glance has had the image since {created}.',
  },
  examples: {
    bad: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nimage_build_date: "20260108"\n' },
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nimage_build_date: "2026-1-8"\n', note: 'passes the test' },
      {
        manifest: 'id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e\nname: Debian 12\nvisibility: public\nstatus: active\ncreated_at: "2026-01-08T06:00:00Z"\ndisk_format: qcow2\ncontainer_format: bare\nimage_build_date: "2026-01-09"\n',
        intent: 'record',
      },
    ],
    good: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nimage_build_date: "2026-01-08 14:30"\n' },
      {
        manifest: 'id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e\nname: Debian 12\nvisibility: public\nstatus: active\ncreated_at: "2026-01-08T06:00:00Z"\ndisk_format: qcow2\ncontainer_format: bare\nimage_build_date: "2026-01-08"\n',
        intent: 'record',
      },
    ],
  },
  reads: ['properties.image_build_date'],
  check(image, { report }) {
    const { image_build_date: value } = image.properties;
    if (!value || !isProviderImage(image)) return;
    const at = ['properties', 'image_build_date'];
    const date = scsDate(value);
    if (date === undefined) return report({ message: 'unreadable', at, data: { value: show(value) } });
    if (date.form === 'stamp' || !date.isPadded) {
      report({ message: 'form', at, data: { value: show(value) }, severity: 'warning', consequence: AGAINST_THE_TEXT });
    }
    const { created_at: created } = image;
    const since = created === undefined ? undefined : scsDate(created);
    if (since?.form === 'stamp' && date.time > since.time) report({ message: 'late', at, data: { value: show(value), created: show(created) } });
  },
});
