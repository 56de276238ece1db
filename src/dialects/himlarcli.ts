import type { Spelling } from '../model/spelling.js';
import { imageMap } from './image-map.js';
import { traitsOf } from './read-spelling.js';

/** Source: norcams/himlarcli image.py, himlarcli/glance.py. */
const SPELLING: Spelling = {
  attributes: {
    name: 'name', disk_format: 'disk_format', container_format: 'container_format', min_disk: 'min_disk', min_ram: 'min_ram',
    visibility: 'visibility', tags: 'tags',
  },
  bags: ['properties'],
  source: { url: { joined: ['url', 'latest'] } },
  defaults: { disk_format: 'qcow2', container_format: 'bare', visibility: 'private' },
};

/** The images of NREC's `himlarcli`. Retired ones have neither `url` nor `latest`. */
export const himlarcli = imageMap({
  name: 'himlarcli',
  title: 'himlarcli (NREC)',
  about: 'Files in `config/images/`: `type:` and a map `images:`. Entries without `latest` are retired images, about which nothing is said. The '
    + 'client refuses properties that are not text.',
  spelling: SPELLING,
  nonStringProperty: 'rejected',
  onWrongType: { by: 'client', when: 'create', effect: 'rejected' },
  yaml: '1.1',
  // The tool adds tags of its own.
  ...traitsOf(SPELLING, ['tags']),
  markers: ['depricated', 'builder_checksum'],
  at: ['images'],
  isImage: (value, document) => typeof document['type'] === 'string' && ['name', 'url', 'latest', 'depricated'].every((key) => typeof value[key] === 'string'),
});
