import { defineRule } from '../../src/model/rule.js';
import { insteadOf } from '../../src/words/distribution.js';
import { oneOf, show } from '../../src/words/show.js';

export default defineRule({
  id: 'discouraged-os-distro',
  topic: 'catalogue',
  summary: "os_distro is none of the forms that Glance's documentation says not to use",
  severity: 'warning',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  presets: ['recommended', 'strict', 'scs'],
  why: `Glance's documentation gives one name for each system and lists the forms not to use, such as \`Ubuntu\`,
\`archlinux\` or \`rockylinux\`. Nothing refuses them, but whoever looks for \`os_distro=ubuntu\` compares letter by
letter and misses the image: users' filters, Terraform data sources, and Magnum, which chooses its driver by this word.`,
  source: ['glance doc/source/admin/useful-image-properties.rst', 'magnum magnum/api/validation.py'],
  messages: { discouraged: "os_distro is {value}, a form that Glance's documentation says not to use; the name to use is {names}." },
  examples: {
    bad: [
      { manifest: 'name: Ubuntu 24.04\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: Ubuntu\nos_version: "24.04"\n' },
      { manifest: 'name: Rocky 9\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: rockylinux\n' },
      { manifest: 'name: sles-15-sp5\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: suse\n', note: 'may mean openSUSE or SLES' },
    ],
    good: [
      { manifest: 'name: Ubuntu 24.04\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: ubuntu\n' },
      { manifest: 'name: AlmaLinux 9\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: almalinux\n', note: 'no list has it, and nobody advises against it' },
      { manifest: 'name: k8s-node\ndisk_format: qcow2\ncontainer_format: bare\nos_distro: fedora-coreos\n', note: 'what Magnum asks for' },
    ],
  },
  reads: ['properties.os_distro'],
  check({ properties: { os_distro: value } }, { report }) {
    if (value === undefined) return;
    const names = insteadOf(value);
    const [name] = names;
    if (name === undefined) return;
    report({
      message: 'discouraged',
      at: ['properties', 'os_distro'],
      data: { value: show(value), names: oneOf(names) },
      // Not safe: somebody's filter may ask for the form that stands there.
      fix: names.length > 1 ? undefined : { safe: false, description: `Write "${name}"`, change: { replace: name } },
    });
  },
});
