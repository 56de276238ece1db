import { defineSetRule, type Member } from '../../src/model/rule.js';
import { show } from '../../src/words/show.js';

interface Named {
  readonly name: string;
  readonly owner: string | null | undefined;
  readonly version: string | undefined;
  readonly [key: string]: string | null | undefined;
}

export default defineSetRule<Named>({
  id: 'duplicate-name',
  topic: 'identity',
  summary: 'no two images that people choose from have the same name',
  severity: 'warning',
  consequence: { by: 'client', when: 'boot', effect: 'rejected' },
  why: `Glance does not mind, but the command line and most tools refuse a name that more than one image has, or take
whichever comes first. Hide the older image (\`os_hidden\`), rename it, or give a new one another version in its name.
The rule compares images of one file: those that are to be created, and in records the public, active ones.`,
  source: ['openstacksdk openstack/resource.py Resource.find', 'glance glance/db/sqlalchemy/models.py'],
  messages: { twice: 'Another image in this file has the same name {name}: nobody can ask for either by name.' },
  examples: {
    bad: [
      {
        manifest: `- {name: ubuntu 24.04, disk_format: raw, container_format: bare}
- {name: ubuntu 24.04, disk_format: qcow2, container_format: bare}
`,
      },
      {
        manifest: `- {name: ubuntu 24.04, status: active, visibility: public, disk_format: raw, created_at: "2024-05-01T10:00:00Z"}
- {name: ubuntu 24.04, status: active, visibility: public, disk_format: raw, created_at: "2024-06-01T10:00:00Z"}
`,
      },
    ],
    good: [
      {
        manifest: `- {name: ubuntu 24.04, os_hidden: true, disk_format: raw, container_format: bare}
- {name: ubuntu 24.04, disk_format: raw, container_format: bare}
`,
        note: 'hidden images do not count',
      },
      {
        manifest: `- {name: ubuntu 24.04, status: deactivated, visibility: public, disk_format: raw, created_at: "2024-05-01T10:00:00Z"}
- {name: ubuntu 24.04, status: active, visibility: public, disk_format: raw, created_at: "2024-06-01T10:00:00Z"}
- {name: ubuntu 24.04, status: active, visibility: private, disk_format: raw, created_at: "2024-06-01T10:00:00Z"}
`,
      },
    ],
  },
  within: 'file',
  reads: ['name'],
  keys({ name, owner, status, visibility, os_hidden: isHidden, release }, { intent }) {
    if (typeof name !== 'string' || name === '' || isHidden === true) return [];
    if (intent === 'record') return status === 'active' && visibility === 'public' ? [name] : [];
    // Tools that know versions put them into the name.
    return [JSON.stringify([name, owner, release?.version])];
  },
  extract({ name, owner, release }, { intent }) {
    return intent === 'record' ? { name: name ?? '', owner: undefined, version: undefined } : { name: name ?? '', owner, version: release?.version };
  },
  checkSet(members, { report }) {
    const first = new Map<string, Member<Named>>();
    for (const member of members) {
      const { name, owner, version } = member.extract;
      const key = JSON.stringify([member.file, name, owner, version]);
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, member);
      else {
        report({
          message: 'twice',
          member,
          at: ['name'],
          data: { name: show(name) },
          related: [{ message: 'the other one', at: ['name'], member: earlier }],
        });
      }
    }
  },
});
