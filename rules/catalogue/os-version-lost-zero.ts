import { defineRule } from '../../src/model/rule.js';
import { distributionNamed } from '../../src/words/distribution.js';
import { show } from '../../src/words/show.js';

/** What is left of Ubuntu's versions, `YY.04` and `YY.10`, when a zero goes missing. */
const CRIPPLED = /^(\d{1,2})\.([14])$/;
const WHOLE: Readonly<Record<string, string>> = { 1: '10', 4: '04' };

export default defineRule({
  id: 'os-version-lost-zero',
  topic: 'catalogue',
  summary: 'the Ubuntu version has both digits of its month',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  why: `Ubuntu's versions are a year and a month, \`22.04\` or \`22.10\`; there is no 22.1. YAML reads an unquoted
\`22.10\` as the number 22.1, and the zero stays lost when a tool makes text of it again.`,
  source: ['osinfo-db data/os/ubuntu.com', 'yaml 1.2 core schema, float'],
  messages: { lost: 'os_version is {value}, but Ubuntu has no such version. Did you mean "{version}"?' },
  examples: {
    bad: [
      { manifest: 'name: Ubuntu 22.10\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\nos_version: "22.1"\n' },
      { manifest: 'name: Ubuntu 24.04\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\nos_version: "24.4"\n' },
    ],
    good: [
      { manifest: 'name: Ubuntu 22.04\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\nos_version: "22.04.1"\n' },
      { manifest: 'name: FreeBSD 13.1\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: freebsd\nos_version: "13.1"\n' },
    ],
  },
  reads: ['properties.os_version'],
  check({ properties: { os_distro: distro, os_version: value } }, { report }) {
    if (value === undefined || distro === undefined || distributionNamed(distro)?.name !== 'ubuntu') return;
    const [, year, month] = CRIPPLED.exec(value) ?? [];
    if (year === undefined || month === undefined) return;
    const version = `${year}.${WHOLE[month]}`;
    report({
      message: 'lost',
      at: ['properties', 'os_version'],
      data: { value: show(value), version },
      fix: { safe: false, description: `Write "${version}"`, change: { replace: version } },
    });
  },
});
