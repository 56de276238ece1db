import type { Rule } from '../../src/model/rule.js';
import activeWithoutFormats from './active-without-formats.js';
import activeWithoutSize from './active-without-size.js';
import hiddenAtCreation from './hidden-at-creation.js';
import legacyStatus from './legacy-status.js';
import malformedTimestamp from './malformed-timestamp.js';
import maskedAttribute from './masked-attribute.js';
import publicWithoutAdmin from './public-without-admin.js';
import queuedWithData from './queued-with-data.js';
import readOnlyAttribute from './read-only-attribute.js';
import sharedWithNobody from './shared-with-nobody.js';
import unknownStatus from './unknown-status.js';
import unknownVisibility from './unknown-visibility.js';
import updatedBeforeCreated from './updated-before-created.js';

export const LIFECYCLE_RULES: readonly Rule[] = [
  activeWithoutFormats,
  activeWithoutSize,
  hiddenAtCreation,
  legacyStatus,
  malformedTimestamp,
  maskedAttribute,
  publicWithoutAdmin,
  queuedWithData,
  readOnlyAttribute,
  sharedWithNobody,
  unknownStatus,
  unknownVisibility,
  updatedBeforeCreated,
];
