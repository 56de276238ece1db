import { RESERVED_PREFIX } from '../../src/facts/reserved-names.js';
import { defineRule } from '../../src/model/rule.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'reserved-prefix',
  topic: 'identity',
  summary: `no custom property's name begins with "${RESERVED_PREFIX}"`,
  severity: 'error',
  consequence: { by: 'glance', when: 'create', effect: 'rejected' },
  intents: ['create'],
  why: `Glance keeps notes of its own in properties whose names begin with \`${RESERVED_PREFIX}\`, such as
\`os_glance_importing_to_stores\`, and answers 403 to anyone else who writes them. A manifest made from a live image
has to drop them. Other names that begin with \`os_\` are free.`,
  source: ['glance glance/api/common.py GLANCE_RESERVED_NS', 'glance glance/api/v2/images.py RequestDeserializer'],
  messages: { reserved: 'The property name {name} begins with "{prefix}", which Glance keeps for itself.' },
  examples: {
    bad: [
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nos_glance_importing_to_stores: ""\nos_glance_failed_import: ""\n', count: 2 },
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nos_glancey: "1"\n', note: 'the prefix alone counts' },
    ],
    good: [
      { manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nos_distro: cirros\nmy_os_glance_note: x\n' },
      { manifest: 'name: cirros\nstatus: active\nschema: /v2/schemas/image\nfile: /v2/images/x/file\nos_glance_failed_import: ""\n', note: 'a live image may show them' },
    ],
  },
  reads: ['*'],
  check({ properties }, { report }) {
    for (const name in properties) {
      if (!name.startsWith(RESERVED_PREFIX)) continue;
      report({
        message: 'reserved',
        at: ['properties', name],
        onName: true,
        data: { name: show(name), prefix: RESERVED_PREFIX },
        fix: { safe: false, description: 'Remove it', change: { remove: true } },
      });
    }
  },
});
