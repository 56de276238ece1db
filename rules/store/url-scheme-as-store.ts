import { STORE_DRIVERS } from '../../src/facts/stores.js';
import { defineRule } from '../../src/model/rule.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'url-scheme-as-store',
  topic: 'store',
  summary: 'a store is not named by the scheme of its URLs',
  severity: 'info',
  intents: ['create'],
  consequence: { by: 'glance', when: 'create', effect: 'ignored' },
  why: `Glance's v1 API named a store by the scheme of its URLs, and openstacksdk's documentation still lists
\`vsphere\`. The driver behind \`vsphere://\` is called \`vmware\` (deprecated since September 2023), the one behind
\`filesystem://\` is \`file\`. And what an upload names is neither: it is the store id that the operator made
up. Tell the ids in \`cloud.stores\` if one of them is called like a scheme.`,
  source: ['glance_store setup.cfg', 'glance_store glance_store/_drivers/vmware_datastore.py', 'openstacksdk openstack/image/v2/image.py'],
  messages: {
    scheme: 'store is {value}, which is the URL scheme of the driver "{driver}"; an upload names a store by the id that the operator chose.',
  },
  examples: {
    bad: [{ manifest: 'name: debian-12\ndisk_format: vmdk\ncontainer_format: bare\nstore: vsphere\n' }],
    good: [
      { manifest: 'name: debian-12\ndisk_format: vmdk\ncontainer_format: bare\nstore: vmware\n' },
      { manifest: 'name: debian-12\ndisk_format: vmdk\ncontainer_format: bare\nstore: vsphere\n', cloud: { stores: ['vsphere'] } },
    ],
  },
  reads: ['store'],
  check({ store }, { cloud, report }) {
    if (typeof store !== 'string' || cloud.stores?.includes(store) === true) return;
    const driver = STORE_DRIVERS.find(({ schemes, isReadOnly }) => isReadOnly !== true && schemes.includes(store));
    if (driver === undefined || driver.name === store) return;
    report({ message: 'scheme', at: ['store'], data: { value: show(store), driver: driver.name } });
  },
});
