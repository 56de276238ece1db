import { RULES } from '../../rules/index.js';
import { DIALECTS } from '../dialects/index.js';
import { PRESETS } from '../engine/presets.js';
import { PROPERTIES } from '../facts/properties/index.js';
import { UsageError } from '../project/errors.js';
import { FORMATS } from '../reporters/index.js';
import { nearest } from '../words/nearest.js';
import { oneOf } from '../words/show.js';
import { ALL_OPTIONS, COMMAND_SPECS, COMMANDS, OPTIONS, type CommandName, type CommandSpec, type OptionName } from './options.js';

const SHELLS = { bash, zsh, fish } as const;

/** What an option or operand may be: words, a file, or something that nobody can guess. */
type Values = readonly string[] | 'file' | 'free';

const RULE_IDS = RULES.map(({ id }) => id);

const OPTION_VALUES: Partial<Record<OptionName, Values>> = {
  'format': FORMATS,
  'only': RULE_IDS,
  'rule': RULE_IDS.map((id) => `${id}=`),
  'preset': PRESETS,
  'dialect': DIALECTS.map(({ name }) => name),
  'config': 'file',
  'baseline': 'file',
  'plugin': 'file',
  'stdin-filename': 'file',
};

const OPERANDS: Record<CommandName, Values> = {
  init: 'free',
  rules: 'free',
  explain: RULE_IDS,
  properties: PROPERTIES.filter(({ pattern }) => pattern === undefined).map(({ name }) => name),
  baseline: ['update', 'prune'],
  merge: 'file',
  completion: Object.keys(SHELLS),
  lsp: 'free',
};

interface Option {
  readonly name: string;
  readonly alias: string | undefined;
  readonly describe: string;
  /** Undefined when it takes no value. */
  readonly values: Values | undefined;
}

/**
 * A script that completes command lines in a shell. It holds all words itself: completing runs nothing.
 *
 * @throws UsageError for a shell that is not known
 */
export function renderCompletion(shell: string): string {
  if (!Object.hasOwn(SHELLS, shell)) {
    const names = Object.keys(SHELLS);
    const guess = nearest(shell, names);
    throw new UsageError(`There is no completion for "${shell}". ${guess === undefined ? `Expected ${oneOf(names)}.` : `Did you mean "${guess}"?`}`);
  }
  return SHELLS[shell as keyof typeof SHELLS]();
}

/** The options of a command; of linting if none is named. */
function optionsOf(command: CommandName | undefined): readonly Option[] {
  const spec: CommandSpec | undefined = command && COMMAND_SPECS[command];
  const names = spec === undefined ? (Object.keys(OPTIONS) as OptionName[]) : (spec.options ?? []);
  const options = names.map((name): Option => {
    const { alias, describe, choices, type, isNegated } = ALL_OPTIONS[name];
    return { name: isNegated === true ? `no-${name}` : name, alias, describe, values: type === 'boolean' ? undefined : choices ?? OPTION_VALUES[name] ?? 'free' };
  });
  const off = options.filter(({ name }) => name === 'config' || name === 'baseline').map(({ name }): Option =>
    ({ name: `no-${name}`, alias: undefined, describe: `Go without a ${name}`, values: undefined }));
  return [...options, ...off, { name: 'help', alias: 'h', describe: 'Show help', values: undefined }];
}

function flagsOf({ name, alias }: Option): string[] {
  return [`--${name}`, ...(alias === undefined ? [] : [`-${alias}`])];
}

function bash(): string {
  const values = new Map<string, string[]>();
  for (const option of [undefined, ...COMMANDS].flatMap(optionsOf)) {
    if (Array.isArray(option.values)) values.set(flagsOf(option).join('|'), option.values as string[]);
  }
  const commands = COMMANDS.map((command) => {
    const operands = OPERANDS[command];
    const words = Array.isArray(operands) ? `words='${operands.join(' ')}'` : operands === 'file' ? 'files=yes' : ':';
    return `    ${command}) options='${optionsOf(command).flatMap(flagsOf).join(' ')}'; ${words} ;;`;
  });
  return `# Completion of glance-lint for bash. To try it: source <(glance-lint completion bash)
_glance_lint() {
  local IFS=$' \\t\\n' current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} options='' words='' files=''
  # bash takes --name=value apart at the equals sign.
  if [[ $current == = ]]; then current=''
  elif [[ $previous == = ]]; then
    previous=\${COMP_WORDS[COMP_CWORD-2]}
    if [[ $COMP_CWORD -gt 3 && \${COMP_WORDS[COMP_CWORD-3]} == --rule ]]; then previous=level; fi
  fi
  case $previous in
    level) words='off info warning error' ;;
${[...values].map(([flags, list]) => `    ${flags}) words='${list.join(' ')}' ;;`).join('\n')}
  esac
  if [[ -n $words ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    if [[ \${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2> /dev/null; fi
    return
  fi
  case \${COMP_WORDS[1]} in
${commands.join('\n')}
    *) options='${optionsOf(undefined).flatMap(flagsOf).join(' ')}'; files=yes ;;
  esac
  if [[ $COMP_CWORD -eq 1 ]]; then words='${COMMANDS.join(' ')}'; files=yes; fi
  if [[ $current == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$current")); return; fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [[ -n $files ]]; then
    IFS=$'\\n'
    COMPREPLY+=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _glance_lint glance-lint
`;
}

function zsh(): string {
  const quoted = (text: string): string => text.replaceAll("'", "'\\''").replaceAll('[', '\\[').replaceAll(']', '\\]');
  const action = (values: Values): string => (values === 'file' ? '_files' : values === 'free' ? ' ' : `(${values.join(' ')})`);
  const specs = (command: CommandName | undefined): string[] => optionsOf(command).map((option) => {
    const value = option.values === undefined ? '' : `:value:${action(option.values)}`;
    return flagsOf(option).map((flag) => `'*${flag}${value !== '' && flag.startsWith('--') ? '=' : ''}[${quoted(option.describe)}]${value}'`).join(' ');
  });
  const cases = COMMANDS.map((command) => {
    const operands = OPERANDS[command];
    return `    ${command}) _arguments -s ${[...specs(command), ...(operands === 'free' ? [] : [`'*:operand:${action(operands)}'`])].join(' \\\n      ')} ;;`;
  });
  return `#compdef glance-lint
# Completion of glance-lint for zsh: glance-lint completion zsh > "\${fpath[1]}/_glance-lint"
_glance_lint() {
  local -a commands=(
${COMMANDS.map((command) => `    '${command}:${quoted(COMMAND_SPECS[command].describe).replaceAll(':', '\\:')}'`).join('\n')}
  )
  if (( CURRENT == 2 )) && [[ $PREFIX != -* ]]; then
    _describe -t commands command commands
    _files
    return
  fi
  local command=$words[2]
  if (( $+commands[(r)$command:*] )); then
    shift words
    (( CURRENT-- ))
  fi
  case $command in
${cases.join('\n')}
    *) _arguments -s ${[...specs(undefined), "'*:manifest:_files'"].join(' \\\n      ')} ;;
  esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _glance_lint "$@"; else compdef _glance_lint glance-lint; fi
`;
}

function fish(): string {
  const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const lines = [undefined, ...COMMANDS].flatMap((command) => {
    const condition = `__glance_lint_is ${command ?? 'lint'}`;
    const options = optionsOf(command).map(({ name, alias, describe, values }) => {
      const value = values === undefined ? '' : values === 'file' ? ' -r' : values === 'free' ? ' -x' : ` -x -a ${quoted(values.join(' '))}`;
      return `complete -c glance-lint -n '${condition}' -l ${name}${alias === undefined ? '' : ` -s ${alias}`}${value} -d ${quoted(describe)}`;
    });
    const operands = command === undefined ? 'file' : OPERANDS[command];
    if (operands === 'file') return options;
    return [...options, `complete -c glance-lint -n '${condition}' -f${Array.isArray(operands) ? ` -a ${quoted((operands as string[]).join(' '))}` : ''}`];
  });
  return `# Completion of glance-lint for fish: glance-lint completion fish > ~/.config/fish/completions/glance-lint.fish
function __glance_lint_is
  set -l words (commandline -opc)
  set -l command lint
  if test (count $words) -ge 2; and contains -- $words[2] ${COMMANDS.join(' ')}
    set command $words[2]
  end
  test $command = $argv[1]
end
${COMMANDS.map((command) => `complete -c glance-lint -n 'test (count (commandline -opc)) -eq 1' -a ${command} -d ${quoted(COMMAND_SPECS[command].describe)}`).join('\n')}
${lines.join('\n')}
`;
}
