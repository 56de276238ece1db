import { FORMAT_OF_ENDING } from '../../src/facts/file-names.js';
import { AMAZON_FORMATS } from '../../src/facts/formats.js';
import { defineRule } from '../../src/model/rule.js';
import { clip } from '../../src/words/show.js';

export default defineRule({
  id: 'name-contradicts-format',
  topic: 'format',
  summary: 'a name that ends like a file name agrees with disk_format',
  severity: 'info',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  presets: ['strict'],
  why: `Images that are named after their file keep its ending. If it contradicts \`disk_format\`, one of the two is wrong. If
it is \`disk_format\`, Glance or Nova refuses the image when it looks at the bytes; if it is the name, people are misled.`,
  source: ['glance glance/location.py', 'nova nova/virt/images.py'],
  messages: {
    contradiction: 'The name ends in ".{ending}", but disk_format is "{disk}": if the name is right, the image does not boot, and if '
      + 'disk_format is right, the name misleads.',
  },
  examples: {
    bad: [{ manifest: 'name: CentOS-Stream-9-aarch64.qcow2\ndisk_format: raw\ncontainer_format: bare\n' }],
    good: [
      { manifest: 'name: CentOS-Stream-9-aarch64.qcow2\ndisk_format: qcow2\ncontainer_format: bare\n' },
      { manifest: 'name: cirros-0.6.3-x86_64-disk.img\ndisk_format: qcow2\ncontainer_format: bare\n', note: '.img says nothing' },
    ],
  },
  reads: ['name'],
  check({ name, disk_format: disk }, { cloud, report }) {
    if (typeof name !== 'string' || typeof disk !== 'string' || AMAZON_FORMATS.has(disk) || !cloud.diskFormats.includes(disk)) return;
    const ending = /\.(\w+)\s*$/.exec(name)?.[1]?.toLowerCase();
    if (ending === undefined || !Object.hasOwn(FORMAT_OF_ENDING, ending) || FORMAT_OF_ENDING[ending] === disk) return;
    report({ message: 'contradiction', at: ['disk_format'], data: { ending: clip(ending), disk } });
  },
});
