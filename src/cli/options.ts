import { FORMATS } from '../reporters/index.js';

/** One option of the command line. */
export interface OptionSpec {
  readonly type: 'string' | 'number' | 'boolean' | 'list';
  readonly describe: string;
  readonly alias?: string;
  readonly choices?: readonly string[];
  /** On by default: it is written `--no-…`. */
  readonly isNegated?: true;
  /** What stands for the value in the help. */
  readonly placeholder?: string;
  readonly group: 'Manifests' | 'Rules' | 'Fixes' | 'Known findings' | 'Configuration' | 'Output' | 'Setup';
}

/** The options of linting: the one table that every way of reading the command line goes by. */
export const OPTIONS = {
  'stdin': { group: 'Manifests', type: 'boolean', describe: 'Lint standard input (like the path "-")' },
  'stdin-filename': { group: 'Manifests', type: 'string', placeholder: 'PATH', describe: 'Name of what stands on standard input' },
  'intent': { group: 'Manifests', type: 'string', choices: ['create', 'record'], describe: 'Sent to Glance, or exported from it' },
  'dialect': { group: 'Manifests', type: 'string', placeholder: 'NAME', describe: 'How the manifests are written' },
  'gitignore': { group: 'Manifests', type: 'boolean', isNegated: true, describe: 'Search also what .gitignore names' },
  'allow-empty': { group: 'Manifests', type: 'boolean', describe: 'Finding no manifest is fine' },
  'ignore-unrecognised': { group: 'Manifests', type: 'boolean', describe: 'Pass by named files that hold no image' },
  'cache': { group: 'Manifests', type: 'boolean', describe: 'Pass by unchanged files that were clean' },
  'shard': { group: 'Manifests', type: 'string', placeholder: 'I/N', describe: 'Lint part I of N only; see the command merge' },
  'preset': { group: 'Rules', type: 'string', placeholder: 'NAME', describe: 'Start from this preset: recommended, strict, scs' },
  'rule': { group: 'Rules', type: 'list', placeholder: 'ID=LEVEL', describe: 'Set a rule to off, info, warning or error' },
  'only': { group: 'Rules', type: 'list', placeholder: 'ID', describe: 'Run only this rule' },
  'fix': { group: 'Fixes', type: 'boolean', describe: 'Make the safe fixes, and report what remains' },
  'fix-unsafe': { group: 'Fixes', type: 'boolean', describe: 'Make all fixes, also those that have to guess' },
  'diff': { group: 'Fixes', type: 'boolean', describe: 'Show what fixes would change, and change nothing' },
  'baseline': { group: 'Known findings', type: 'string', placeholder: 'FILE', describe: 'Hold back what this file lists (--no-baseline)' },
  'ignore-suppressions': { group: 'Known findings', type: 'boolean', describe: 'Report also what comments hold back' },
  'config': { group: 'Configuration', type: 'string', alias: 'c', placeholder: 'FILE', describe: 'Use this config file (--no-config: none)' },
  'print-config': { group: 'Configuration', type: 'boolean', describe: 'Show the settings that hold for a file' },
  'plugin': { group: 'Configuration', type: 'list', placeholder: 'MODULE', describe: 'Load a plugin; this runs its code' },
  'allow-plugins': { group: 'Configuration', type: 'boolean', describe: 'Load the plugins that the config names' },
  'plugins': { group: 'Configuration', type: 'boolean', isNegated: true, describe: 'Go on without the plugins of the config' },
  'format': { group: 'Output', type: 'list', alias: 'f', placeholder: 'NAME[=FILE]', describe: `Report as ${FORMATS.join(', ')}` },
  'fail-on': { group: 'Output', type: 'string', choices: ['error', 'warning', 'info', 'never'], describe: 'Fail on this or worse' },
  'max-warnings': { group: 'Output', type: 'number', placeholder: 'N', describe: 'Exit with 1 when there are more warnings' },
  'quiet': { group: 'Output', type: 'boolean', alias: 'q', describe: 'Report errors only' },
  'color': { group: 'Output', type: 'string', choices: ['auto', 'always', 'never'], describe: 'Colour text' },
  'timing': { group: 'Output', type: 'boolean', describe: 'Show on standard error where the time went' },
  'sarif-category': { group: 'Output', type: 'string', placeholder: 'NAME', describe: 'Tells several SARIF runs of one commit apart' },
  'sarif-suppressed': { group: 'Output', type: 'boolean', describe: 'Put into SARIF also what is held back' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** Options of other commands only. */
export const COMMAND_OPTIONS = {
  'yes': { group: 'Setup', type: 'boolean', alias: 'y', describe: 'Write without asking' },
  'stdio': { group: 'Configuration', type: 'boolean', describe: 'Speak on standard input and output, as editors ask for; there is no other way' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type OptionName = keyof typeof OPTIONS | keyof typeof COMMAND_OPTIONS;

export const ALL_OPTIONS: Readonly<Record<OptionName, OptionSpec>> = { ...OPTIONS, ...COMMAND_OPTIONS };

/** A command beside linting. */
export interface CommandSpec {
  readonly describe: string;
  /** The operands, as yargs writes them. */
  readonly operand?: string;
  /** More, for its own help. */
  readonly details?: string;
  /** Said when a needed operand is missing. */
  readonly missing?: string;
  readonly options?: readonly OptionName[];
}

const REPORT_OPTIONS = ['format', 'fail-on', 'max-warnings', 'quiet', 'color', 'sarif-category', 'sarif-suppressed'] as const;

/** Words that are commands when they come first; a file of such a name is written `./rules`. */
export const COMMAND_SPECS = {
  'init': {
    describe: 'Set a repository up: config, hook, CI',
    details: 'Writes a config file, a pre-commit hook and a CI job, as they fit what is here. Files that exist stay as they are.',
    options: ['yes'],
  },
  'rules': { describe: 'List the rules' },
  'explain': { operand: '<rule>', describe: 'Explain a rule', missing: 'Say which rule: glance-lint explain RULE. "glance-lint rules" lists them.' },
  'properties': { operand: '[name]', describe: 'Show the image properties that are known' },
  'baseline': {
    operand: '<action> [path..]', describe: 'Keep the file of known findings: update, prune',
    details: 'update writes down all that is found. prune only takes out what fits nothing any more. Both leave alone what is not linted this time.',
    missing: 'Say what to do: glance-lint baseline update [PATH...], or glance-lint baseline prune [PATH...].',
    options: [
      'baseline', 'stdin', 'stdin-filename', 'intent', 'dialect', 'gitignore', 'allow-empty', 'preset', 'rule', 'only', 'ignore-suppressions', 'config',
      'plugin', 'allow-plugins', 'plugins',
    ],
  },
  'merge': {
    operand: '<report..>', describe: 'Make one report of several',
    details: 'Of JSON reports, made with --shard, all formats can be made, and images of all parts are compared. SARIF reports make a SARIF report.',
    missing: 'Say which reports: glance-lint merge part-1.json part-2.json.',
    options: [...REPORT_OPTIONS, 'allow-empty', 'baseline', 'config', 'plugin', 'allow-plugins'],
  },
  'completion': {
    operand: '<shell>', describe: 'Print what completes command lines: bash, zsh, fish',
    details: 'For bash: source <(glance-lint completion bash). For zsh: glance-lint completion zsh > "${fpath[1]}/_glance-lint". For fish: glance-lint completion fish > ~/.config/fish/completions/glance-lint.fish',
    missing: 'Say for which shell: glance-lint completion bash, zsh or fish.',
  },
  'lsp': {
    describe: 'Serve an editor (language server protocol)',
    options: [
      'stdio', 'intent', 'dialect', 'preset', 'rule', 'only', 'baseline', 'ignore-suppressions', 'config', 'plugin', 'allow-plugins', 'plugins',
    ],
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;

export type CommandName = keyof typeof COMMAND_SPECS;

export const COMMANDS = Object.keys(COMMAND_SPECS) as readonly CommandName[];

/** What the command line says. */
export interface Arguments {
  readonly command: 'lint' | CommandName;
  /** Paths for `lint`; what the others are about. */
  readonly operands: readonly string[];
  readonly options: Partial<Record<OptionName, string | number | boolean | readonly string[]>>;
}
