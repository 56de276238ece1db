import { STORE_DRIVERS } from '../../src/facts/stores.js';
import { defineRule } from '../../src/model/rule.js';
import { locationsOf, schemeOf } from '../../src/words/location.js';
import { clip } from '../../src/words/show.js';

const SCHEMES: ReadonlySet<string> = new Set(STORE_DRIVERS.flatMap(({ schemes }) => schemes));

export default defineRule({
  id: 'unknown-location-scheme',
  topic: 'store',
  summary: 'locations are URLs that a driver of glance_store can read',
  severity: 'info',
  intents: ['record'],
  consequence: { by: 'glance', when: 'always', effect: 'fails' },
  why: `Glance chooses the driver for an image's data by the scheme of its location. A scheme that no driver claims
makes every download fail. Drivers from outside of glance_store can bring schemes of their own, so an unknown
one is only a hint; a location without any scheme is surely broken.`,
  source: ['glance_store glance_store/location.py', 'glance_store glance_store/_drivers'],
  messages: {
    unknown: 'The location begins with "{scheme}://", which no driver of glance_store reads.',
    none: 'The location has no scheme such as "file://", so Glance cannot tell which store holds the data.',
  },
  examples: {
    bad: [
      {
        manifest: `id: 5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d
name: debian-12
disk_format: raw
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
locations:
- url: ceph://images/5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d
  metadata: {}
`,
      },
      {
        manifest: `id: 5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d
name: debian-12
disk_format: raw
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
direct_url: /var/lib/glance/images/5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d
`,
      },
    ],
    good: [{
      manifest: `id: 5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d
name: debian-12
disk_format: raw
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
direct_url: rbd://9d2a3b1c-7e6f-4a5b-8c9d-0e1f2a3b4c5d/images/5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d/snap
locations:
- url: swift+config://ref1/glance/5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d
  metadata: {store: fast}
- url: vsphere://vcenter.example.org/folder/openstack_glance/5a4c6b8e?dcPath=dc1&dsName=ds1
  metadata: {store: vm}
`,
    }],
  },
  reads: ['direct_url', 'locations'],
  check(image, { report }) {
    for (const { url, at } of locationsOf(image)) {
      const scheme = schemeOf(url);
      if (scheme === undefined) report({ message: 'none', at, severity: 'warning' });
      else if (!SCHEMES.has(scheme)) report({ message: 'unknown', at, data: { scheme: clip(scheme) } });
    }
  },
});
