import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BIN } from '../support/cli.js';
import { folderWith } from '../support/folder.js';

/*
 * Pages that tell of a session at the command line: each command is run in one folder and must print what the page says.
 * `<!-- file: NAME -->` above a block writes it; `<!-- now: NAME -->` says what a file holds by then.
 */

const BLOCK = /(?:<!-- (file|now): (\S+) -->\n)?```(\w+)\n([^]*?)```/g;

for (const page of ['fixing.md', 'adopting.md']) {
  test(`docs/${page} is a session that goes as it says`, () => {
    const cwd = folderWith({});
    for (const [, kind, name = '', language, body = ''] of readFileSync(`docs/${page}`, 'utf8').matchAll(BLOCK)) {
      const file = path.join(cwd, name);
      if (kind === 'file') {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, body);
      } else if (kind === 'now') assert.is(readFileSync(file, 'utf8'), body);
      else if (language === 'console') run(body, cwd);
    }
  });
}

function run(session: string, cwd: string): void {
  for (const [, command = '', expected = ''] of session.matchAll(/^\$ (.*)\n([^]*?)(?=^\$ |$(?![^]))/gm)) {
    const script = `glance-lint() { "${process.execPath}" "${BIN}" "$@"; }\n${command}`;
    const { NODE_OPTIONS: _options, FORCE_COLOR: _color, GITHUB_ACTIONS: _actions, ...env } = process.env;
    const { stdout } = spawnSync('bash', ['-c', `exec 2>&1\n${script}`], { cwd, env, encoding: 'utf8' });
    assert.is(stdout, expected, command);
  }
}

test.run();
