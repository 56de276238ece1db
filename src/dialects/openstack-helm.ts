import type { Spelling } from '../model/spelling.js';
import { helmConversions } from './conversions.js';
import { imageMap } from './image-map.js';
import { traitsOf } from './read-spelling.js';

/** Source: openstack/openstack-helm glance/values.yaml, glance/templates/bin/_bootstrap.sh.tpl. */
const SPELLING: Spelling = {
  attributes: {
    id: 'id', name: 'name', disk_format: 'image_type', container_format: 'container_format', min_disk: 'min_disk',
    visibility: { key: 'private', whenTrue: 'private', whenFalse: 'public' },
  },
  bags: ['properties'],
  source: { url: { joined: ['source_url', 'image_file'] } },
  defaults: { visibility: 'public' },
};

/** Images that the charts of openstack-helm upload when they are installed. */
export const openstackHelm = imageMap({
  name: 'openstack-helm',
  title: 'openstack-helm (bootstrap.structured.images)',
  about: 'Values of the charts of openstack-helm, with images under `bootstrap.structured.images.<key>`. Each becomes arguments of '
    + '`openstack image create` in a shell script, so all values are text in the end.',
  spelling: SPELLING,
  nonStringProperty: 'converted',
  yaml: '1.1',
  ...traitsOf(SPELLING),
  markers: ['structured'],
  at: ['bootstrap', 'structured', 'images'],
  conversions: helmConversions,
  isImage: (value) => Object.hasOwn(value, 'image_type') || Object.hasOwn(value, 'image_file'),
});
