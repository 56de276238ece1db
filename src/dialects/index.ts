import type { Dialect, RecogniseHints } from '../model/dialect.js';
import { glance } from './glance.js';
import { openstackclientList } from './openstackclient-list.js';
import { openstacksdk } from './openstacksdk.js';

/** The built-in dialects, in the order in which they are tried. */
export const DIALECTS: readonly Dialect[] = [openstackclientList, openstacksdk, glance];

/** The dialect that a document is written in; undefined when it is none, or none for sure. */
export function recogniseDialect(dialects: readonly Dialect[], document: unknown, hints: RecogniseHints): Dialect | undefined {
  return dialects.find((dialect) => dialect.recognise(document, hints));
}
