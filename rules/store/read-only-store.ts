import { STORE_DRIVERS } from '../../src/facts/stores.js';
import { defineRule } from '../../src/model/rule.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'read-only-store',
  topic: 'store',
  summary: 'the store can be written to',
  severity: 'warning',
  intents: ['create'],
  consequence: { by: 'glance', when: 'create', effect: 'ignored' },
  why: `The driver \`http\` only reads: an image can point at a web server, but Glance cannot put data there. Asked
for such a store at upload it answers 410. To fetch an image from the web into a real store, import it with the method
\`web-download\`.`,
  source: ['glance_store glance_store/_drivers/http.py', 'glance glance/api/v2/image_data.py'],
  messages: {
    readOnly: 'store is {value}, but the driver "{driver}" only reads: nothing can be uploaded to it. To fetch an image from the web, import it with web-download.',
  },
  examples: {
    bad: [{ manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nstore: http\n' }],
    good: [
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nstore: swift\n' },
      {
        manifest: `id: 5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d
name: debian-12
disk_format: raw
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
stores: http
`,
        note: 'the image was registered by its address',
      },
    ],
  },
  reads: ['store'],
  check({ store }, { report }) {
    if (typeof store !== 'string') return;
    const driver = STORE_DRIVERS.find(({ name, schemes, isReadOnly }) => isReadOnly === true && (name === store || schemes.includes(store)));
    if (driver !== undefined) report({ message: 'readOnly', at: ['store'], data: { value: show(store), driver: driver.name } });
  },
});
