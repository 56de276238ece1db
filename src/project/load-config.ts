import { statSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../model/config.js';
import { findConfigFile, readConfigFile } from './config-file.js';
import { shownPath } from './discover.js';

/**
 * Reads the configuration that holds for a folder, or a config file that is named. What it extends is not read in.
 *
 * @returns the configuration with the absolute path of its file; undefined when a folder has none.
 * @throws ConfigError with line and column when the file cannot be used.
 */
export async function loadConfig(where = '.'): Promise<{ readonly config: Config; readonly file: string } | undefined> {
  const start = path.resolve(where);
  const isFolder = statSync(start, { throwIfNoEntry: false })?.isDirectory() === true;
  const file = isFolder ? findConfigFile(start) : start;
  if (file === undefined) return undefined;
  const { config } = await readConfigFile(file, shownPath(file, process.cwd()));
  return { config, file };
}
