import { defineRule } from '../../src/model/rule.js';
import { addressesOf } from '../../src/words/address.js';
import { architectureIn, architectureMeant } from '../../src/words/architecture.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'source-contradicts-architecture',
  topic: 'source',
  summary: 'the source is built for the architecture that the image names',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  why: `The address tells what the file is built for, \`architecture\` tells Nova's scheduler which hosts to choose, and nobody
compares the two. If the address is right, servers come up on a processor that cannot run the image.`,
  source: ['nova nova/scheduler/filters/image_props_filter.py'],
  messages: { differs: '{property} is {value}, but {what} leads to a file for {architecture}.' },
  examples: {
    bad: [{ manifest: 'name: Ubuntu 24.04\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: x86_64\nimage_source: https://cloud-images.ubuntu.com/noble/current/noble-server-cloudimg-arm64.img\n' }],
    good: [
      { manifest: 'name: Ubuntu 24.04\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: aarch64\nimage_source: https://cloud-images.ubuntu.com/noble/current/noble-server-cloudimg-arm64.img\n' },
      { manifest: 'name: Flatcar\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: x86_64\nimage_source: https://stable.release.flatcar-linux.net/amd64-usr/current/flatcar_production_openstack_image.img\n' },
      { manifest: 'name: Debian\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: x86_64\nimage_source: https://arm64.acme.dev/debian/x86_64/debian.qcow2\n', note: 'names of machines do not count' },
      {
        manifest: `images:
  - name: Ubuntu 24.04
    format: qcow2
    login: ubuntu
    min_disk: 8
    meta: {architecture: x86_64}
    versions:
      - version: "20260108"
        url: https://cloud-images.ubuntu.com/noble/20260108/noble-server-cloudimg-amd64.img
`,
      },
    ],
  },
  reads: ['properties.image_source', 'source.url', 'source.origin_url', 'source.file'],
  check(image, { report }) {
    const { properties, source } = image;
    const property = properties['hw_architecture'] === undefined ? 'architecture' : 'hw_architecture';
    const value = properties[property];
    if (value === undefined || value === '') return;
    const files = [
      ...(source?.file === undefined ? [] : [{ path: source.file, at: ['source', 'file'], what: 'The file' }]),
      ...addressesOf(image).map(({ url, at, what }) => ({ path: url?.path ?? '', at, what })),
    ];
    for (const { path, at, what } of files) {
      const architecture = architectureIn(path);
      if (architecture === undefined || architecture === architectureMeant(value)) continue;
      return report({
        message: 'differs',
        at,
        data: { property, value: show(value), what: what.replace(/^The/, 'the'), architecture },
        related: [{ message: property, at: ['properties', property] }],
      });
    }
  },
});
