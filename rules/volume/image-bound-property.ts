import { IMAGE_BOUND } from '../../src/facts/image-bound.js';
import { defineRule } from '../../src/model/rule.js';
import { oneOf } from '../../src/words/show.js';

export default defineRule({
  id: 'image-bound-property',
  topic: 'volume',
  summary: 'a manifest asks for no property that a service writes about one live image',
  severity: 'info',
  consequence: { by: 'reader', when: 'always', effect: 'unclear' },
  intents: ['create'],
  why: `A manifest that was exported from a snapshot brings along what Nova, Cinder and openstacksdk noted about that very
image: the server and the image it came from, whether its signature was verified, hashes of the uploaded file. On a new
image these notes are not true. openstacksdk compares its own hashes to tell whether a file is uploaded already.`,
  source: ['nova nova/compute/utils.py create_image', 'nova nova/virt/libvirt/driver.py _create_snapshot_metadata', 'openstacksdk openstack/image/v2/_proxy.py'],
  messages: { bound: '{writers} wrote {names} about one live image. On a new image this is not true, so leave it out.' },
  examples: {
    bad: [
      { manifest: 'name: web-snapshot\ndisk_format: qcow2\ncontainer_format: bare\nimage_type: snapshot\nimage_location: snapshot\nbase_image_ref: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e\n' },
      { manifest: 'name: web\ndisk_format: qcow2\ncontainer_format: bare\nowner_specified.openstack.sha256: 0f1a2b3c\n' },
    ],
    good: [
      { manifest: 'name: web\ndisk_format: qcow2\ncontainer_format: bare\nimage_type: golden\n', note: "somebody's own value" },
      { manifest: 'name: web\ndisk_format: qcow2\ncontainer_format: bare\nowner_specified.openstack.sha256: ""\n', note: 'openstacksdk without a hash' },
      {
        manifest: 'id: 6b7e6f3c-1d2a-4b5c-8d9e-0f1a2b3c4d5e\nname: web-snapshot\nstatus: active\ndisk_format: qcow2\ncontainer_format: bare\nimage_type: snapshot\n',
        intent: 'record',
      },
    ],
  },
  reads: IMAGE_BOUND.map(({ name }) => `properties.${name}`),
  check({ properties }, { report }) {
    const found = IMAGE_BOUND.filter(({ name, values }) => {
      const value = properties[name];
      return value !== undefined && value !== '' && (values === undefined || values.includes(value));
    });
    const [first, ...others] = found;
    if (first === undefined) return;
    report({
      message: 'bound',
      at: ['properties', first.name],
      onName: true,
      data: { names: oneOf(found.map(({ name }) => name)).replace(/ or ("[^"]*")$/, ' and $1'), writers: [...new Set(found.map(({ writtenBy }) => writtenBy))].join(' and ') },
      related: others.map(({ name }) => ({ message: `"${name}"`, at: ['properties', name] })),
    });
  },
});
