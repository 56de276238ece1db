import { defineRule } from '../../src/model/rule.js';
import { clip } from '../../src/words/show.js';

export default defineRule({
  id: 'case-only-property-names',
  topic: 'identity',
  summary: 'no two custom properties differ only in letter case',
  severity: 'warning',
  consequence: { by: 'operator', when: 'always', effect: 'unclear' },
  why: `Nova and the other services read the name in the one spelling they know, small letters as a rule; the other one is
dead weight with another value. Glance itself keeps both apart only as long as its database does: the usual collations
of MySQL and MariaDB do not tell the letter case, and there (image, property name) is unique.`,
  source: ['glance glance/db/sqlalchemy/models.py ImageProperty', 'nova nova/objects/image_meta.py'],
  messages: { twice: 'The properties "{first}" and "{second}" differ only in letter case.' },
  examples: {
    bad: [{ manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nhw_disk_bus: virtio\nHW_disk_bus: scsi\n' }],
    good: [{ manifest: 'name: cirros\ndisk_format: raw\ncontainer_format: bare\nhw_disk_bus: virtio\nDescription: tiny\n' }],
  },
  reads: ['*'],
  check({ properties }, { report }) {
    let hasCapitals = false;
    for (const name in properties) hasCapitals ||= name !== name.toLowerCase();
    if (!hasCapitals) return;
    const first = new Map<string, string>();
    for (const name in properties) {
      const folded = name.toLowerCase();
      const earlier = first.get(folded);
      if (earlier === undefined) first.set(folded, name);
      else {
        report({
          message: 'twice',
          at: ['properties', name],
          onName: true,
          data: { first: clip(earlier), second: clip(name) },
          related: [{ message: 'the other one', at: ['properties', earlier] }],
        });
      }
    }
  },
});
