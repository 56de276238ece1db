import { DISTRIBUTIONS } from '../../src/facts/distributions.js';
import { defineRule } from '../../src/model/rule.js';
import { distributionNamed, distributionOfShortId, insteadOf, systemsIn } from '../../src/words/distribution.js';
import { lazy } from '../../src/words/lazy.js';
import { editDistance } from '../../src/words/nearest.js';
import { show } from '../../src/words/show.js';

/** Shorter names are near too many others. */
const SHORTEST_GUESSED = 5;
const NAMES = lazy(() => DISTRIBUTIONS.flatMap(({ name, synonyms = [] }) => [name, ...synonyms]));

export default defineRule({
  id: 'misspelt-os-distro',
  topic: 'catalogue',
  summary: 'os_distro is spelt as everybody spells it, without a version',
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  presets: ['recommended', 'strict', 'scs'],
  why: `The value is compared letter by letter wherever somebody looks for it: in filters, in dashboards that show a
logo, in Magnum. The names are in lower case, and the version has a property of its own, \`os_version\`.`,
  source: ['glance doc/source/admin/useful-image-properties.rst', 'magnum magnum/api/validation.py'],
  messages: {
    letterCase: 'os_distro is {value}, but the name is written "{name}".',
    misspelt: 'os_distro is {value}. Did you mean "{name}"?',
    kind: 'os_distro is {value}, which names no system in particular; the property for that is os_type.',
    withVersion: 'os_distro is {value}, but the name alone is "{name}"; the version belongs in os_version.',
  },
  examples: {
    bad: [
      { manifest: 'name: AlmaLinux 9\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: AlmaLinux\n' },
      { manifest: 'name: web\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubunut\n' },
      { manifest: 'name: web\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: open_suse\n' },
      { manifest: 'name: web\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: Ubuntu 22.04\n' },
      { manifest: 'name: web\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: debian-12\n' },
      { manifest: 'name: centos7.3.raw\ndisk_format: raw\ncontainer_format: bare\nos_distro: linux\n', note: 'only for your information' },
    ],
    good: [
      { manifest: 'name: desktop\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: kubuntu\n', note: 'one letter from ubuntu, and something else' },
      { manifest: 'name: web\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu22.04\n', note: 'a short id of libosinfo, which Nova understands' },
      { manifest: 'name: firewall\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: acmeos\n', note: 'not known, but not near anything either' },
      { manifest: 'name: fedora\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: http://fedoraproject.org/fedora/37\n', note: 'the long form of libosinfo' },
    ],
  },
  reads: ['properties.os_distro'],
  check({ properties: { os_distro: value } }, { report }) {
    if (value === undefined || value.trim() === '' || insteadOf(value).length > 0 || distributionOfShortId(value) !== undefined) return;
    const tell = (message: string, name: string): void => report({
      message,
      at: ['properties', 'os_distro'],
      data: { value: show(value), name },
      fix: { safe: false, description: `Write "${name}"`, change: { replace: name } },
    });
    const word = value.trim().toLowerCase();
    const known = distributionNamed(word);
    if (known !== undefined) {
      if (word !== value) tell('letterCase', NAMES().includes(word) ? word : known.name);
      return;
    }
    if (word === 'linux' || word === 'unix') return report({ message: 'kind', at: ['properties', 'os_distro'], data: { value: show(value) }, severity: 'info' });
    const [mention, ...others] = systemsIn(value);
    if (mention?.version !== undefined && mention.index === 0 && others.length === 0) return tell('withVersion', mention.fact.name);
    const near = word.includes('://') ? undefined : NAMES().find((name) => isNear(word, name));
    if (near !== undefined) tell('misspelt', near);
  },
});

function isNear(word: string, name: string): boolean {
  if (bare(word) === bare(name)) return true;
  return name.length >= SHORTEST_GUESSED && word.length >= SHORTEST_GUESSED && editDistance(word, name, 2) < 2;
}

function bare(word: string): string {
  return word.replace(/[\s_.-]/g, '');
}
