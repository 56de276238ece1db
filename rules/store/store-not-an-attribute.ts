import { defineRule } from '../../src/model/rule.js';

export default defineRule({
  id: 'store-not-an-attribute',
  topic: 'store',
  summary: 'the store is chosen at upload, not by an attribute of the image',
  severity: 'warning',
  consequence: { by: 'glance', when: 'create', effect: 'ignored' },
  why: `openstacksdk's \`Image\` has a \`store\`, and Glance's v1 API had one; the v2 API has not. Glance keeps the value
as a custom property that nobody reads, and the data goes to the operator's default store. On a cloud with several
stores a store is chosen when the data is sent: by the header \`X-Image-Meta-Store\` of an upload
(\`glance image-upload --store\`), or by \`stores\` in the body of an import. What is named there is the
store id that the operator made up, not the kind of storage.`,
  source: ['glance glance/api/v2/images.py', 'glance glance/api/v2/image_data.py', 'openstacksdk openstack/image/v2/image.py'],
  messages: {
    custom: 'Glance has no attribute "store": it becomes a custom property, and the data goes to the default store. Choose the store when you upload (header X-Image-Meta-Store) or import (stores).',
    refused: 'Glance has no attribute "store", and as a custom property it must not be null. Leave it out; without a choice the data goes to the default store.',
    recorded: 'This "store" is a custom property without effect; where the data is, Glance tells in "stores".',
  },
  examples: {
    bad: [
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nstore: rbd\n' },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nstore: null\n' },
      {
        manifest: `id: 5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d
name: debian-12
disk_format: raw
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
store: rbd
stores: fast
`,
      },
    ],
    good: [
      {
        manifest: `id: 5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d
name: debian-12
disk_format: raw
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
stores: fast,cheap
`,
        note: 'Glance tells in which stores the data is',
      },
      {
        manifest: `id: 5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d
name: debian-12
disk_format: raw
container_format: bare
is_hidden: false
status: active
created_at: "2026-03-02T10:15:00Z"
store: null
properties: {}
`,
        note: 'openstacksdk writes null for what Glance did not tell',
      },
    ],
  },
  reads: ['store'],
  check({ store }, { intent, dialect, report }) {
    const at = ['store'];
    if (intent === 'record') {
      const consequence = { by: 'reader', when: 'always', effect: 'unclear' } as const;
      if (typeof store === 'string') report({ message: 'recorded', at, onName: true, severity: 'info', consequence });
      return;
    }
    const fix = { safe: false, description: 'Remove it', change: { remove: true } } as const;
    if (typeof store === 'string') report({ message: 'custom', at, onName: true, fix });
    else if (store === null && dialect.nonStringProperty === 'rejected') {
      report({
        message: 'refused',
        at,
        onName: true,
        severity: 'error',
        consequence: { by: 'glance', when: 'create', effect: 'rejected' },
        fix: { ...fix, safe: true },
      });
    }
  },
});
