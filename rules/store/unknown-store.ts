import { STORE_DRIVERS } from '../../src/facts/stores.js';
import { defineRule, type RuleReport } from '../../src/model/rule.js';
import { nearest } from '../../src/words/nearest.js';
import { oneOf, show } from '../../src/words/show.js';

const DRIVERS: readonly string[] = STORE_DRIVERS.map(({ name }) => name);
const SCHEMES: readonly string[] = STORE_DRIVERS.flatMap(({ schemes }) => schemes);

export default defineRule({
  id: 'unknown-store',
  topic: 'store',
  summary: 'named stores are stores of the cloud',
  severity: 'warning',
  consequence: { by: 'glance', when: 'create', effect: 'ignored' },
  why: `A store is named by an id that the operator made up in \`enabled_backends\`, so only \`cloud.stores\` can say
which ids are right; Glance answers 400 when an upload names another one. Without \`cloud.stores\` the rule only
points out what reads like a slip of a driver's name.`,
  source: ['glance glance/api/v2/image_data.py', 'glance glance/common/utils.py'],
  messages: {
    unknown: '{attribute} names {value}, but the stores of this cloud are {stores}.',
    misspelt: '{attribute} names {value}, but this cloud calls its store "{guess}".',
    slip: 'store is {value}, which reads like a slip of "{guess}".',
  },
  examples: {
    bad: [
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nstore: rbd\n', cloud: { stores: ['fast', 'cheap'] } },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nstore: cehp\n', cloud: { stores: ['ceph', 'web'] } },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nstore: swfit\n' },
      {
        manifest: `id: 5a4c6b8e-2f0d-4a7b-9c3e-8d1f6a5b4c3d
name: debian-12
disk_format: raw
container_format: bare
status: active
created_at: "2026-03-02T10:15:00Z"
stores: fast,retired
`,
        cloud: { stores: ['fast', 'cheap'] },
      },
    ],
    good: [
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nstore: swift2\n', note: 'any id may be right' },
      { manifest: 'name: debian-12\ndisk_format: raw\ncontainer_format: bare\nstore: fast\n', cloud: { stores: ['fast', 'cheap'] } },
    ],
  },
  reads: ['store', 'stores'],
  check({ store, stores }, { cloud, intent, report }) {
    const inRecord: Partial<RuleReport> = intent === 'record' ? { consequence: { by: 'reader', when: 'always', effect: 'unclear' } } : {};
    if (cloud.stores === null) {
      const guess = typeof store === 'string' ? slipOf(store) : undefined;
      if (guess !== undefined) {
        report({ message: 'slip', at: ['store'], data: { value: show(store), guess }, severity: 'info', ...inRecord });
      }
      return;
    }
    for (const [attribute, ids] of [['store', store], ['stores', stores]] as const) {
      for (const id of typeof ids === 'string' ? idsIn(attribute, ids) : []) {
        if (cloud.stores.includes(id)) continue;
        const guess = nearest(id, cloud.stores);
        const at = [attribute];
        if (guess === undefined) report({ message: 'unknown', at, data: { attribute, value: show(id), stores: oneOf(cloud.stores) }, ...inRecord });
        else report({ message: 'misspelt', at, data: { attribute, value: show(id), guess }, ...inRecord });
      }
    }
  },
});

/** Blanks and empty ids are another rule's business. */
function idsIn(attribute: 'store' | 'stores', text: string): string[] {
  return attribute === 'store' ? [text] : text.split(',').map((id) => id.trim()).filter((id) => id !== '');
}

/** The driver that was meant. `rdb` and `cindr` are slips; `rbd2` and `five` are ids like any other. */
function slipOf(store: string): string | undefined {
  if (SCHEMES.includes(store) || DRIVERS.some((name) => store.includes(name))) return undefined;
  const guess = nearest(store, DRIVERS);
  const isSwap = guess !== undefined && [...guess].sort().join('') === [...store.toLowerCase()].sort().join('');
  return isSwap || (guess?.length ?? 0) >= 5 ? guess : undefined;
}
