import type { Dialect, RecogniseHints } from '../model/dialect.js';
import { ansibleTask } from './ansible-task.js';
import { ansibleVars } from './ansible-vars.js';
import { glance } from './glance.js';
import { heat } from './heat.js';
import { himlarcli } from './himlarcli.js';
import { openstackHelm } from './openstack-helm.js';
import { openstackclientList } from './openstackclient-list.js';
import { openstacksdk } from './openstacksdk.js';
import { orc } from './orc.js';
import { osImageUpdater } from './os-image-updater.js';
import { osism } from './osism.js';
import { terraform } from './terraform.js';

/** The built-in dialects, in the order in which they are tried. */
export const DIALECTS: readonly Dialect[] = [
  orc, terraform, heat, osism, himlarcli, osImageUpdater, openstackHelm, ansibleTask, ansibleVars, openstackclientList, openstacksdk, glance,
];

/** The dialect that a document is written in; undefined when it is none, or none for sure. */
export function recogniseDialect(dialects: readonly Dialect[], document: unknown, hints: RecogniseHints): Dialect | undefined {
  return dialects.find((dialect) => dialect.recognise(document, hints));
}
