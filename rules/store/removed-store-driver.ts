import { STORE_DRIVERS, type StoreDriverFact } from '../../src/facts/stores.js';
import { defineRule } from '../../src/model/rule.js';
import { locationsOf, schemeOf } from '../../src/words/location.js';
import { isDriverGone } from '../../src/words/store-driver.js';

export default defineRule({
  id: 'removed-store-driver',
  topic: 'store',
  summary: 'images are in stores whose driver still exists',
  severity: 'warning',
  consequence: { by: 'glance', when: 'create', effect: 'ignored' },
  why: `Glance reaches stored data by the drivers of glance_store, and some of them are gone: \`gridfs\` since
Mitaka, \`sheepdog\` since Ussuri. \`s3\` was missing from Newton to Train and came back with Ussuri. openstacksdk's
documentation still lists all of them. An image whose location belongs to a driver that is gone cannot be downloaded or
booted any more; as a wish for an upload, such a name is refused.`,
  source: ['glance_store setup.cfg', 'glance_store releasenotes/notes', 'openstacksdk openstack/image/v2/image.py'],
  messages: {
    gone: '{what} names the driver "{driver}", which left glance_store with version {version} ({release}).',
    pause: '{what} names the driver "{driver}", which glance_store lacked from version {version} ({release}) until {back} ({backRelease}), and so does this cloud.',
  },
  examples: {
    bad: [
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nstore: gridfs\n' },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nstore: s3\n', cloud: { release: 'stein' } },
      {
        manifest: `id: 5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d
name: ubuntu-14.04
disk_format: raw
container_format: bare
status: active
created_at: "2015-03-02T10:15:00Z"
direct_url: sheepdog://127.0.0.1:7000:5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d
locations:
- url: sheepdog://127.0.0.1:7000:5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d
  metadata: {}
`,
        count: 2,
      },
    ],
    good: [
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nstore: s3\n', note: 'gone once, but back' },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nstore: sheepdog\n', cloud: { release: 'queens' } },
      {
        manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nstore: sheepdog\n',
        cloud: { stores: ['sheepdog', 'goat'] },
        note: 'an id that the operator chose',
      },
    ],
  },
  reads: ['store', 'direct_url', 'locations'],
  check(image, { cloud, intent, report }) {
    const gone = (driver: StoreDriverFact | undefined): driver is StoreDriverFact => driver !== undefined && isDriverGone(driver, cloud.release);
    const { store } = image;
    const named = STORE_DRIVERS.find(({ name }) => name === store);
    if (gone(named) && cloud.stores?.includes(named.name) !== true) {
      const message = named.gone?.until === undefined ? 'gone' : 'pause';
      const recorded = { by: 'reader', when: 'always', effect: 'unclear' } as const;
      report({ message, at: ['store'], data: wordsFor('store', named), ...(intent === 'record' && { consequence: recorded }) });
    }
    // To a create request Glance refuses locations of any kind.
    for (const { url, at } of intent === 'record' ? locationsOf(image) : []) {
      const scheme = schemeOf(url);
      const driver = STORE_DRIVERS.find(({ schemes }) => scheme !== undefined && schemes.includes(scheme));
      if (!gone(driver)) continue;
      const message = driver.gone?.until === undefined ? 'gone' : 'pause';
      report({ message, at, data: wordsFor('The URL', driver), consequence: { by: 'glance', when: 'always', effect: 'fails' } });
    }
  },
});

function wordsFor(what: string, { name, gone }: StoreDriverFact): Readonly<Record<string, string>> {
  const { from = '', fromVersion = '', until = '', untilVersion = '' } = gone ?? {};
  return { what, driver: name, version: fromVersion, release: titled(from), back: untilVersion, backRelease: titled(until) };
}

function titled(release: string): string {
  return release.slice(0, 1).toUpperCase() + release.slice(1);
}
