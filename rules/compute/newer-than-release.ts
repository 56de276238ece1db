import { PROPERTIES, propertyFact } from '../../src/facts/properties/index.js';
import { isOlderThan, releaseOrder } from '../../src/facts/releases.js';
import { defineRule } from '../../src/model/rule.js';
import { wordRead } from '../../src/words/property-value.js';
import { clip, show } from '../../src/words/show.js';

const DATED = PROPERTIES.filter(({ since, value }) => since !== undefined || (value.kind === 'enum' && value.newer !== undefined));

export default defineRule({
  id: 'newer-than-release',
  topic: 'compute',
  summary: 'the cloud\'s release knows all properties and values that the image uses',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: `Nova learns new properties and new values with each release. A release that does not know a property ignores it;
one that knows the property but not the value answers 400 when a server is to be made. The rule needs to know what the
cloud runs: set \`cloud.release\`, to a name such as \`zed\` or a number such as \`2025.1\`.`,
  source: ['nova nova/objects/image_meta.py ImageMetaProps version history', 'nova releasenotes/notes'],
  messages: {
    name: 'Nova reads {name} since {since}; {release} ignores it.',
    value: '{name} is {value}, which Nova accepts since {since}; {release} refuses to make servers from the image.',
  },
  examples: {
    bad: [
      { manifest: 'name: desktop\ndisk_format: qcow2\ncontainer_format: bare\nhw_sound_model: ich9\n', cloud: { release: 'zed' } },
      { manifest: 'name: node\ndisk_format: qcow2\ncontainer_format: bare\nhw_vif_model: igb\nhw_video_model: bochs\n', cloud: { release: 'Caracal' } },
    ],
    good: [
      { manifest: 'name: desktop\ndisk_format: qcow2\ncontainer_format: bare\nhw_sound_model: ich9\n', cloud: { release: '2025.1' } },
      { manifest: 'name: desktop\ndisk_format: qcow2\ncontainer_format: bare\nhw_sound_model: ich9\nhw_vif_model: igb\n', note: 'no release told, so the newest' },
    ],
  },
  reads: DATED.map(({ name }) => `properties.${name}`),
  check({ properties }, { cloud: { release }, intent, report }) {
    if (release === null || releaseOrder(release) === undefined) return;
    for (const name in properties) {
      const fact = propertyFact(name);
      if (fact === undefined) continue;
      const { since, value } = fact;
      const text = properties[name] as string;
      if (since !== undefined && isOlderThan(release, since)) {
        report({ message: 'name', at: ['properties', name], onName: true, data: { name: clip(name), since, release: clip(release) } });
        continue;
      }
      const word = value.kind === 'enum' ? wordRead(value, text) : undefined;
      const wordSince = value.kind === 'enum' && word !== undefined ? value.newer?.[word] : undefined;
      if (wordSince === undefined || !isOlderThan(release, wordSince)) continue;
      report({
        message: 'value',
        at: ['properties', name],
        data: { name, value: show(text), since: wordSince, release: clip(release) },
        ...(intent === 'create' ? { severity: 'error' } : {}),
        consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
      });
    }
  },
});
