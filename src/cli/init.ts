import { readSync } from 'node:fs';
import { carryOut, planInit, type InitPlan } from '../project/init.js';
import { printable } from '../reporters/printable.js';
import { EXIT } from './exit.js';
import { writeAll } from './io.js';
import type { Arguments } from './options.js';
import { terminalOn } from './terminal.js';

/** Sets a repository up for linting: says what it would write, and writes it when it may. Returns the exit code. */
export async function init({ options }: Arguments): Promise<number> {
  const plan = await planInit(process.cwd());
  const mayWrite = options.yes === true;
  writeAll(1, render(plan, mayWrite));
  if (plan.files.length === 0) return EXIT.clean;
  if (!mayWrite) {
    if (!process.stdin.isTTY || terminalOn(2) === undefined) {
      writeAll(2, 'glance-lint: Nothing was written. To write these files: glance-lint init --yes\n');
      return EXIT.failed;
    }
    writeAll(2, `Write ${plan.files.length === 1 ? 'this file' : 'these files'}? [y/N] `);
    if (!/^y(es)?$/i.test(readLine())) {
      writeAll(2, 'Nothing was written.\n');
      return EXIT.clean;
    }
  }
  const written = carryOut(plan);
  writeAll(1, written.map((file) => `Wrote ${file}\n`).join(''));
  writeAll(1, nextStep(plan));
  return EXIT.clean;
}

function render({ root, dialects, files, additions, notes }: InitPlan, isBrief: boolean): string {
  const images = dialects.reduce((sum, one) => sum + one.images, 0);
  return [
    `${printable(root)}: ${images === 0 ? 'no image manifest yet.' : `${images === 1 ? '1 image' : `${images} images`}.`}`,
    ...dialects.map(({ dialect, files: count }) => `  ${count === 1 ? '1 file' : `${count} files`}: ${dialect.title}`),
    '',
    ...(isBrief ? [] : files.flatMap(({ file, text }) => [`${file} (new)`, ...indented(text), ''])),
    ...additions.flatMap(({ file, where, text }) => [`${file} is there already and stays as it is. Add ${where}:`, ...indented(text), '']),
    ...notes.flatMap((note) => [note, '']),
  ].join('\n');
}

function indented(text: string): string[] {
  return text.trimEnd().split('\n').map((line) => `  | ${line}`.trimEnd());
}

function nextStep({ dialects, files }: InitPlan): string {
  const hook = files.some(({ file }) => file.startsWith('.pre-commit')) ? 'Then switch the hook on with "pre-commit install". ' : '';
  if (dialects.length === 0) return `${hook}As soon as there is a manifest, "glance-lint" lints it.\n`;
  return `Now run "glance-lint". ${hook}To begin with what is there today, see "glance-lint baseline --help".\n`;
}

/** One line from the terminal. */
function readLine(): string {
  const bytes = Buffer.alloc(1024);
  return bytes.toString('utf8', 0, readSync(0, bytes)).trim();
}
