import { existsSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { COMMAND_SPECS } from '../../src/cli/options.js';
import { FIX_ALL } from '../../src/lsp/quick-fixes.js';

const PAGE = readFileSync('docs/editors.md', 'utf8');

/** The blocks of a language. */
function blocks(language: string): string[] {
  return Array.from(PAGE.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g')), ([, text = '']) => text);
}

test('the settings for VS Code are JSON, and start the server', () => {
  const settings = JSON.parse(blocks('json')[0] ?? '') as Record<string, unknown>;
  assert.equal(settings['glspc.server.commandArguments'], ['--no', 'glance-lint', 'lsp', '--stdio']);
  assert.equal(Object.keys(settings['editor.codeActionsOnSave'] as object), [FIX_ALL]);
});

test('every recipe starts the same command', () => {
  for (const language of ['json', 'lua', 'toml', 'elisp']) {
    assert.match(blocks(language).join('\n').replaceAll("'", '"'), /"npx"[^]*"--no",? "glance-lint",? "lsp",? "--stdio"/, language);
  }
});

test('every option that is named is one of the command', () => {
  const text = PAGE.replace(/```[^]*?```/g, '').replace(/`npm [^`]*`/g, '');
  const known: readonly string[] = COMMAND_SPECS.lsp.options;
  for (const [, option = ''] of text.matchAll(/`[^`|\n]*--([a-z][a-z-]+)/g)) assert.ok(known.includes(option) || option === 'help', option);
});

test('every page and every schema that is named is there', () => {
  for (const [, file = ''] of PAGE.matchAll(/\]\(([\w./-]+)/g)) if (!file.startsWith('http')) assert.ok(existsSync(`docs/${file}`), file);
  for (const [, name = ''] of PAGE.matchAll(/`(\w+\.schema\.json)`/g)) assert.ok(existsSync(`schemas/${name}`), name);
});

test.run();
