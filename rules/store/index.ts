import type { Rule } from '../../src/model/rule.js';
import malformedStoreList from './malformed-store-list.js';
import readOnlyStore from './read-only-store.js';
import removedStoreDriver from './removed-store-driver.js';
import storeNotAnAttribute from './store-not-an-attribute.js';
import unknownLocationScheme from './unknown-location-scheme.js';
import unknownStore from './unknown-store.js';
import urlSchemeAsStore from './url-scheme-as-store.js';

export const STORE_RULES: readonly Rule[] = [
  malformedStoreList, readOnlyStore, removedStoreDriver, storeNotAnAttribute, unknownLocationScheme, unknownStore, urlSchemeAsStore,
];
