import { defineRule } from '../../src/model/rule.js';
import { locationsOf, schemeOf } from '../../src/words/location.js';

/** A name and a password before the host. */
const CREDENTIALS = /^[^:]+:\/\/[^/?#@:]*:[^/?#@]+@/;
/** Secret keys of S3 may have slashes in them, and Glance writes them as they are. */
const S3_CREDENTIALS = /^[^:]+:\/\/[^/?#@:]+:[^?#@]+@/;

export default defineRule({
  id: 'credentials-in-location',
  topic: 'source',
  summary: 'locations do not tell the passwords of the storage',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unsafe' },
  why: `The drivers \`s3\` and \`swift\` (with one account for all) write the account's name and password into the location of
every image. Glance shows locations only where the operator switched on \`show_multiple_locations\` or
\`show_image_direct_url\`; whoever reads such an exported record can read, change and delete the data of all images. Take
the locations out of the file, change the password if the file was shared, and use \`swift+config\` references.`,
  source: ['glance_store glance_store/_drivers/s3.py', 'glance_store glance_store/_drivers/swift/store.py', 'glance glance/common/config.py'],
  messages: {
    // Neither name nor password: reports get published.
    found: 'The location contains a user name and a password of the storage ({scheme}); remove it from the file, and change the password if the file was shared.',
  },
  examples: {
    bad: [
      {
        manifest: `name: debian-12
disk_format: raw
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
direct_url: swift+https://service%3Aglance:example@identity.example.org:5000/v3/glance/5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d
locations:
- url: s3+https://examplekey:example/secret@s3.example.org/glance/5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d
  metadata: {store: s3}
`,
        count: 2,
      },
    ],
    good: [{
      manifest: `name: debian-12
disk_format: raw
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
direct_url: swift+config://ref1/glance/5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d
locations:
- url: http://images.example.org:8080/debian-12@2026-03.raw
  metadata: {store: web}
- url: https://mirror@images.example.org/debian-12.raw
  metadata: {store: web}
`,
      note: 'a port, and a name without a password',
    }],
  },
  reads: ['direct_url', 'locations'],
  check(image, { report }) {
    for (const { url, at } of locationsOf(image)) {
      const scheme = schemeOf(url);
      if (scheme === undefined || !(scheme.startsWith('s3') ? S3_CREDENTIALS : CREDENTIALS).test(url)) continue;
      report({ message: 'found', at, data: { scheme } });
    }
  },
});
