import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A new folder with these files in it. The system's temporary folder is emptied by the system. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'glance-lint-')));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

/** A manifest without findings. */
export const GOOD = `name: Debian 13
disk_format: qcow2
container_format: bare
min_disk: 4
min_ram: 512
`;

/** A manifest with one error: line 2, column 14. */
export const BAD = GOOD.replace('qcow2', 'QCOW2');
