import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HOME, TOOL } from '../tool.js';
import { wrap } from '../words/wrap.js';
import { findConfigFile } from './config-file.js';
import { repositoryRoot, shownPath } from './discover.js';
import { UsageError } from './errors.js';
import { codeOf, inWords } from './read-file.js';
import { surveyDialects, type DialectCount } from './survey.js';

/** A file that is to be made. */
export interface NewFile {
  /** Relative to the root. */
  readonly file: string;
  readonly text: string;
}

/** Lines that people may add to a file that exists. */
export interface Addition extends NewFile {
  /** Where in the file: "under \"repos\"". */
  readonly where: string;
}

/** What it takes to lint a repository from now on. */
export interface InitPlan {
  /** The repository's root, or else the folder. */
  readonly root: string;
  readonly dialects: readonly DialectCount[];
  readonly files: readonly NewFile[];
  readonly additions: readonly Addition[];
  /** What is there already, or was not recognised: whole sentences. */
  readonly notes: readonly string[];
}

const VERSION = `v${TOOL.version}`;
const RAW = HOME.replace('github.com', 'raw.githubusercontent.com');
const PRE_COMMIT = '.pre-commit-config.yaml';
const GITLAB = '.gitlab-ci.yml';
const WORKFLOWS = '.github/workflows';

/** Looks at a repository, and changes nothing. */
export async function planInit(cwd: string): Promise<InitPlan> {
  const repository = repositoryRoot(cwd);
  const root = repository ?? cwd;
  const dialects = await surveyDialects(root);
  const files: NewFile[] = [];
  const additions: Addition[] = [];
  const notes: string[] = [];
  const config = findConfigFile(root);
  if (config === undefined) files.push({ file: 'glance-lint.config.yaml', text: configText(dialects) });
  else notes.push(`The configuration is there already: ${shownPath(config, root)}.`);
  if (repository === undefined) notes.push('This is no git repository, so there is nothing to do for commits and for continuous integration.');
  else {
    const propose = (file: string, where: string, whole: string, lines: string): void => {
      const text = readText(path.join(root, file));
      if (text === undefined) files.push({ file, text: whole });
      else if (text.includes('glance-lint')) notes.push(`${file} speaks of glance-lint already.`);
      else additions.push({ file, where, text: lines });
    };
    propose(PRE_COMMIT, 'under "repos"', `repos:\n${HOOK}`, HOOK);
    const hosts = hostsOf(root);
    if (hosts.includes('github')) {
      const known = workflowOf(root);
      if (known === undefined) files.push({ file: `${WORKFLOWS}/glance-lint.yml`, text: WORKFLOW });
      else notes.push(`${known} speaks of glance-lint already.`);
    }
    if (hosts.includes('gitlab')) propose(GITLAB, 'under "include"', `include:\n${GITLAB_INCLUDE}`, GITLAB_INCLUDE);
    if (hosts.length === 0) notes.push(`Neither ${path.dirname(WORKFLOWS)} nor ${GITLAB} is here, so continuous integration is left to you: see docs/ci.md.`);
  }
  return { root, dialects, files, additions, notes };
}

/**
 * Makes the files of a plan. What came into being since is left alone.
 *
 * @returns the files that were made
 * @throws UsageError when a file cannot be written
 */
export function carryOut({ root, files }: InitPlan): readonly string[] {
  return files.filter(({ file, text }) => {
    const target = path.join(root, file);
    try {
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, text, { flag: 'wx' });
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw new UsageError(`${file} cannot be written: ${inWords(error)}.`);
    }
  }).map(({ file }) => file);
}

function configText(dialects: readonly DialectCount[]): string {
  const found = dialects.map(({ dialect, files }) => `${dialect.name} in ${files === 1 ? '1 file' : `${files} files`}`);
  const about = found.length === 0 ? 'No image manifest was here when this was written.' : `Found here: ${found.join(', ')}.`;
  return `# yaml-language-server: $schema=${RAW}/${VERSION}/schemas/config.schema.json
${wrap(about, 100).map((line) => `# ${line}`).join('\n')}

extends: recommended    # strict adds matters of taste; scs adds the Sovereign Cloud Stack standard
failOn: error           # what makes a run fail: error, warning, info or never

# Where your cloud is not as upstream ships it. docs/cloud.md shows how to export what it says of itself.
# cloud:
#   from: exported/
#   release: "2025.1"

# Settings for some files, and files to leave out.
# overrides:
#   - files: ["exports/**"]
#     intent: record      # exported from Glance, not to be sent to it
# ignores: ["vendor/"]
`;
}

const HOOK = `  - repo: ${HOME}
    rev: ${VERSION}
    hooks:
      - id: glance-lint
`;

const WORKFLOW = `name: image manifests
on: [push, pull_request]
permissions:
  contents: read
jobs:
  glance-lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: ${HOME.replace('https://github.com/', '')}@${VERSION}
`;

const GITLAB_INCLUDE = `  - remote: ${RAW}/${VERSION}/docs/ci/gitlab.yml
`;

/** Who runs continuous integration: as files say, or else the address that the repository comes from. */
function hostsOf(root: string): readonly ('github' | 'gitlab')[] {
  const hosts: ('github' | 'gitlab')[] = [];
  if (existsSync(path.join(root, path.dirname(WORKFLOWS)))) hosts.push('github');
  if (existsSync(path.join(root, GITLAB))) hosts.push('gitlab');
  if (hosts.length > 0) return hosts;
  const origin = /\[remote "origin"\][^[]*?\n\s*url\s*=\s*(\S+)/.exec(readText(path.join(root, '.git/config')) ?? '')?.[1] ?? '';
  const host = /^(?:\w+:\/\/)?(?:[^/@]*@)?([^/:]+)/.exec(origin)?.[1] ?? '';
  return host === 'github.com' ? ['github'] : host.includes('gitlab') ? ['gitlab'] : [];
}

/** A workflow that runs the linter already. */
function workflowOf(root: string): string | undefined {
  const folder = path.join(root, WORKFLOWS);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const known = names.find((name) => /\.ya?ml$/.test(name) && (readText(path.join(folder, name)) ?? '').includes('glance-lint'));
  return known === undefined ? undefined : `${WORKFLOWS}/${known}`;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
