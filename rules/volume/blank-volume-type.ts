import { defineRule } from '../../src/model/rule.js';
import { show } from '../../src/words/show.js';

const TYPE = 'cinder_img_volume_type';

export default defineRule({
  id: 'blank-volume-type',
  topic: 'volume',
  summary: 'cinder_img_volume_type names a volume type',
  severity: 'warning',
  consequence: { by: 'cinder', when: 'volume', effect: 'ignored' },
  why: `Cinder makes volumes of the type that the image names, unless the request names one. An empty value counts as
none, and the volume gets the default type. A value that names no type makes the request fail; blanks belong to the name.`,
  source: ['cinder cinder/volume/flows/api/create_volume.py _get_volume_type'],
  messages: {
    empty: 'cinder_img_volume_type is empty, so Cinder uses its default volume type. Name a volume type, or leave the property out.',
    padded: 'cinder_img_volume_type is {value}, with blanks around the name: Cinder looks for a volume type that is called so and finds none.',
  },
  examples: {
    bad: [
      { manifest: `name: db\ndisk_format: raw\ncontainer_format: bare\n${TYPE}: ""\n` },
      { manifest: `name: db\ndisk_format: raw\ncontainer_format: bare\n${TYPE}: " fast-ssd"\n` },
    ],
    good: [
      { manifest: `name: db\ndisk_format: raw\ncontainer_format: bare\n${TYPE}: fast ssd\n` },
      { manifest: `name: db\ndisk_format: raw\ncontainer_format: bare\n${TYPE}: 3f2b1c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d\n`, note: 'an id will do' },
    ],
  },
  reads: [`properties.${TYPE}`],
  check({ properties: { [TYPE]: value } }, { report }) {
    if (value === undefined || (value !== '' && value.trim() === value)) return;
    const trimmed = value.trim();
    if (value === '') report({ message: 'empty', at: ['properties', TYPE] });
    else {
      report({
        message: 'padded',
        at: ['properties', TYPE],
        data: { value: show(value) },
        consequence: { by: 'cinder', when: 'volume', effect: 'fails' },
        fix: trimmed === '' ? undefined : { safe: true, description: `Write ${show(trimmed)}`, change: { replace: trimmed } },
      });
    }
  },
});
