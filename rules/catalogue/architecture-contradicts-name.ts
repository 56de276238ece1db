import { defineRule } from '../../src/model/rule.js';
import { architectureIn, architectureMeant } from '../../src/words/architecture.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'architecture-contradicts-name',
  topic: 'catalogue',
  summary: 'architecture is the one that the name tells',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  why: `Nova's scheduler chooses hosts by \`architecture\` and does not look into the image: if the name is right, the
server comes up on a processor that cannot run it.`,
  source: ['nova nova/scheduler/filters/image_props_filter.py'],
  messages: { differs: '{property} is {value}, but the name {name} says {architecture}.' },
  examples: {
    bad: [
      { manifest: 'name: AlmaLinux-9-GenericCloud-latest.aarch64\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: x86_64\n' },
      { manifest: 'name: debian-12-amd64\ndisk_format: qcow2\ncontainer_format: bare\nhw_architecture: aarch64\n', note: 'the same property under its newer name' },
    ],
    good: [
      { manifest: 'name: debian-12-amd64\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: x86_64\n' },
      { manifest: 'name: FreeBSD-14.2-STABLE-arm64-aarch64\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: aarch64\n', note: 'one architecture, twice' },
      { manifest: 'name: debian-12-i386\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: x86_64\n', note: 'runs on such hosts' },
      { manifest: 'name: boot-amd64-arm64\ndisk_format: iso\ncontainer_format: bare\narchitecture: x86_64\n', note: 'speaks of two' },
    ],
  },
  reads: ['properties.architecture', 'properties.hw_architecture'],
  check({ name, properties }, { report }) {
    const property = properties['hw_architecture'] === undefined ? 'architecture' : 'hw_architecture';
    const value = properties[property];
    if (typeof name !== 'string' || value === undefined || value === '') return;
    const architecture = architectureIn(name);
    if (architecture === undefined || architecture === architectureMeant(value)) return;
    report({
      message: 'differs',
      at: ['properties', property],
      data: { property, value: show(value), name: show(name), architecture },
      related: [{ message: 'name', at: ['name'] }],
    });
  },
});
