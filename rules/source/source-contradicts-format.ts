import { COMPRESSED_ENDINGS, FORMAT_OF_ENDING } from '../../src/facts/file-names.js';
import { isOlderThan } from '../../src/facts/releases.js';
import { defineRule } from '../../src/model/rule.js';
import { endingOf, urlParts } from '../../src/words/url.js';

export default defineRule({
  id: 'source-contradicts-format',
  topic: 'source',
  summary: 'disk_format is that of the file that is uploaded',
  severity: 'warning',
  consequence: { by: 'glance', when: 'upload', effect: 'rejected' },
  intents: ['create'],
  why: `The end of a file's name is what its publisher says about the format. Since 2025.1 Glance looks at the bytes and refuses
what is not in the declared format, except when that is \`raw\`: then it takes anything, and Nova refuses the image when the first
server is built from it. Older releases take everything.`,
  source: ['glance glance/location.py', 'nova nova/virt/images.py'],
  messages: { differs: 'The source ends in ".{ending}", but disk_format is "{disk}". Write "{format}", unless the tool converts the file.' },
  examples: {
    bad: [
      {
        manifest: `images:
  - name: Cloud router
    format: qcow2
    login: admin
    min_disk: 1
    versions:
      - version: "7.15"
        url: https://images.acme.dev/router-7.15.raw
`,
      },
      {
        manifest: `images:
  - name: Oracle Linux 9
    format: raw
    login: cloud-user
    min_disk: 10
    versions:
      - version: "9.4"
        url: https://yum.oracle.com/ISOS/OracleLinux/OL9/u4/x86_64/OracleLinux-R9-U4-x86_64-dvd.iso
`,
        note: 'Glance takes it, Nova does not',
      },
    ],
    good: [{
      manifest: `images:
  - name: Ubuntu 24.04
    format: qcow2
    login: ubuntu
    min_disk: 8
    versions:
      - version: "20260108"
        url: https://cloud-images.ubuntu.com/noble/20260108/noble-server-cloudimg-amd64.img
`,
      note: '.img says nothing',
    }],
  },
  reads: ['source.url', 'source.file'],
  check({ disk_format: disk, container_format: container, source = {} }, { cloud, report }) {
    if (typeof disk !== 'string' || (container !== undefined && container !== 'bare')) return;
    const { url, file, decompress, converts } = source;
    if (converts === true) return;
    const path = (url === undefined ? file : urlParts(url)?.path) ?? '';
    const last = endingOf(path) ?? '';
    const isPacked = COMPRESSED_ENDINGS.has(last);
    // Packed and not unpacked: that is another finding, and the more urgent one.
    if (isPacked && decompress !== true) return;
    const ending = isPacked ? endingOf(path.slice(0, -last.length - 1)) : last;
    if (ending === undefined || !Object.hasOwn(FORMAT_OF_ENDING, ending)) return;
    const format = FORMAT_OF_ENDING[ending] as string;
    if (format === disk || !Object.values(FORMAT_OF_ENDING).includes(disk)) return;
    report({
      message: 'differs',
      at: ['disk_format'],
      data: { ending, disk, format },
      related: [{ message: 'the source', at: ['source', url === undefined ? 'file' : 'url'] }],
      ...(disk === 'raw' || isOlderThan(cloud.release, '2025.1') ? { consequence: { by: 'nova', when: 'boot', effect: 'fails' } } as const : {}),
      fix: { safe: false, description: `Write "${format}"`, change: { replace: format } },
    });
  },
});
