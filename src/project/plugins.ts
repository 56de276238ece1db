import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from '../model/config.js';
import { UsageError } from './errors.js';

/**
 * Loads a plugin: this runs its code. `name` is a path (it starts with `.` or `/`) or a package, looked for
 * from `folder`.
 *
 * @throws UsageError when it cannot be found, fails to load, or exports no plugin.
 */
export async function loadPlugin(name: string, folder: string): Promise<Plugin> {
  const file = resolvePlugin(name, folder);
  if (file === undefined) {
    const isOnDisk = isPath(name);
    throw new UsageError(`Plugin "${name}" was not found from ${folder}. ${isOnDisk ? 'Check the path.' : `Install it there: npm install --save-dev ${name}`}`);
  }
  let loaded: { default?: unknown };
  try {
    loaded = (await import(pathToFileURL(file).href)) as { default?: unknown };
  } catch (error) {
    throw new UsageError(`Plugin "${name}" failed to load: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof loaded.default !== 'object' || loaded.default === null) {
    throw new UsageError(`Plugin "${name}" exports nothing as its default. Export definePlugin({ name, rules }).`);
  }
  return loaded.default as Plugin;
}

function isPath(name: string): boolean {
  return name.startsWith('.') || path.isAbsolute(name);
}

function resolvePlugin(name: string, folder: string): string | undefined {
  if (isPath(name)) {
    const file = path.resolve(folder, name);
    return existsSync(file) ? file : undefined;
  }
  try {
    return createRequire(path.join(folder, 'noop.js')).resolve(name);
  } catch {
    return resolveModuleOnly(name, folder);
  }
}

/** A package whose `exports` know only `import`: `require.resolve` does not find its entry. */
function resolveModuleOnly(name: string, folder: string): string | undefined {
  for (let current = folder; ; current = path.dirname(current)) {
    const root = path.join(current, 'node_modules', name);
    if (existsSync(path.join(root, 'package.json'))) {
      const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { exports?: unknown; main?: string };
      const entry = importEntry(manifest.exports) ?? manifest.main ?? 'index.js';
      return path.join(root, entry);
    }
    if (path.dirname(current) === current) return undefined;
  }
}

function importEntry(exported: unknown): string | undefined {
  if (typeof exported === 'string') return exported;
  if (typeof exported !== 'object' || exported === null) return undefined;
  const conditions = exported as Readonly<Record<string, unknown>>;
  return importEntry(conditions['.'] ?? conditions['import'] ?? conditions['node'] ?? conditions['default']);
}
