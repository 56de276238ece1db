import { FORMATS } from '../reporters/index.js';

/** One option of the command line. */
export interface OptionSpec {
  readonly type: 'string' | 'number' | 'boolean' | 'list';
  readonly describe: string;
  readonly alias?: string;
  readonly choices?: readonly string[];
  /** What stands for the value in the help. */
  readonly placeholder?: string;
  readonly group: 'Manifests' | 'Rules' | 'Configuration' | 'Output';
}

/** The options of linting: the one table that every way of reading the command line goes by. */
export const OPTIONS = {
  'stdin': { group: 'Manifests', type: 'boolean', describe: 'Lint standard input (like the path "-")' },
  'stdin-filename': { group: 'Manifests', type: 'string', placeholder: 'PATH', describe: 'The name of what stands on standard input' },
  'intent': { group: 'Manifests', type: 'string', choices: ['create', 'record'], describe: 'What the manifests are: sent to Glance, or exported from it' },
  'dialect': { group: 'Manifests', type: 'string', placeholder: 'NAME', describe: 'How the manifests are written, when it is not recognised' },
  'gitignore': { group: 'Manifests', type: 'boolean', describe: 'In searches, leave out what .gitignore names (--no-gitignore)' },
  'allow-empty': { group: 'Manifests', type: 'boolean', describe: 'Finding no manifest is fine' },
  'ignore-unrecognised': { group: 'Manifests', type: 'boolean', describe: 'Pass by named files that hold no image' },
  'preset': { group: 'Rules', type: 'string', placeholder: 'NAME', describe: 'Start from this preset: recommended, strict, scs' },
  'rule': { group: 'Rules', type: 'list', placeholder: 'ID=LEVEL', describe: 'Set a rule to off, info, warning or error' },
  'only': { group: 'Rules', type: 'list', placeholder: 'ID', describe: 'Run only this rule' },
  'config': { group: 'Configuration', type: 'string', alias: 'c', placeholder: 'FILE', describe: 'Use this config file (--no-config: none)' },
  'print-config': { group: 'Configuration', type: 'boolean', describe: 'Show the settings that hold for a file, and stop' },
  'plugin': { group: 'Configuration', type: 'list', placeholder: 'MODULE', describe: 'Load a plugin; this runs its code' },
  'allow-plugins': { group: 'Configuration', type: 'boolean', describe: 'Load the plugins that the config names' },
  'plugins': { group: 'Configuration', type: 'boolean', describe: 'Go on without the plugins of the config (--no-plugins)' },
  'format': { group: 'Output', type: 'list', alias: 'f', placeholder: 'NAME[=FILE]', describe: `Report as ${FORMATS.join(', ')}; may be repeated` },
  'fail-on': { group: 'Output', type: 'string', choices: ['error', 'warning', 'info', 'never'], describe: 'Exit with 1 from this severity on (default: error)' },
  'max-warnings': { group: 'Output', type: 'number', placeholder: 'N', describe: 'Exit with 1 when there are more warnings' },
  'quiet': { group: 'Output', type: 'boolean', alias: 'q', describe: 'Report errors only' },
  'color': { group: 'Output', type: 'string', choices: ['auto', 'always', 'never'], describe: 'Colours in text (default: auto)' },
  'sarif-category': { group: 'Output', type: 'string', placeholder: 'NAME', describe: 'Category of the SARIF run, where one commit has several' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** Words that are commands when they come first; a file of such a name is written `./rules`. */
export const COMMANDS = ['rules', 'explain', 'properties'] as const;

export type OptionName = keyof typeof OPTIONS;

/** What the command line says. */
export interface Arguments {
  readonly command: 'lint' | (typeof COMMANDS)[number];
  /** Paths for `lint`, the name for the others. */
  readonly operands: readonly string[];
  readonly options: Partial<Record<OptionName, string | number | boolean | readonly string[]>>;
}
