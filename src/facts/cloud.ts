import type { Cloud } from '../model/cloud.js';
import { CONTAINER_FORMATS, DISK_FORMATS } from './formats.js';

/** A cloud as upstream ships it. Source: glance glance/common/config.py. */
export const DEFAULT_CLOUD: Cloud = {
  diskFormats: DISK_FORMATS.map(({ name }) => name),
  containerFormats: CONTAINER_FORMATS.map(({ name }) => name),
  stores: null,
  importMethods: null,
  admin: null,
  propertyQuota: 128,
  tagQuota: 128,
  sizeCap: 2 ** 40,
  release: null,
  hypervisor: null,
  siteProperties: [],
  metadefs: {},
  checkSite: null,
};
