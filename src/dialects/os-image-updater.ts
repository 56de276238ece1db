import type { Spelling } from '../model/spelling.js';
import { verbatimConversions } from './conversions.js';
import { imageMap } from './image-map.js';
import { traitsOf } from './read-spelling.js';

/** Source: jgraichen/os-image-updater main.go. */
const SPELLING: Spelling = {
  attributes: { name: { isOwnKey: true }, disk_format: 'disk_format', container_format: 'container_format', min_disk: 'min_disk', min_ram: 'min_ram' },
  bags: ['properties'],
  source: { url: 'image_url', digests_url: 'checksums_url' },
  defaults: { disk_format: 'qcow2', container_format: 'bare', visibility: 'public' },
};

/** `images.yml` of os-image-updater. */
export const osImageUpdater = imageMap({
  name: 'os-image-updater',
  title: 'os-image-updater',
  about: '`images.yml` with a map `images:` of `image_url` and `checksums_url`; the key is the name. The tool is written in Go and reads properties as '
    + 'text, with every character as it stands: `24.10` stays `24.10`.',
  spelling: SPELLING,
  nonStringProperty: 'converted',
  ...traitsOf(SPELLING, ['min_disk', 'min_ram']),
  markers: ['checksums_url'],
  at: ['images'],
  conversions: verbatimConversions,
  isFetched: true,
  isImage: (value) => typeof value['image_url'] === 'string' && typeof value['checksums_url'] === 'string',
});
