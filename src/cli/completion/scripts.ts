import { Command } from 'commander';
import { COMMAND_NAMES, commandText } from '../../messages';
import type { CliContext } from '../context';
import type { CommandModules } from '../declare/command';
import { prepareCommand } from '../prepare-command';

/** Shells that complete commands and flags. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof SHELLS)[number];

interface Said {
  readonly name: string;
  readonly says: string;
}

/** What may follow the words of a command: `rules show`. */
interface Place {
  readonly path: readonly string[];
  readonly commands: readonly Said[];
  readonly flags: readonly Said[];
}

/** Every place of the command tree, the program itself first. */
export function commandTree(modules: CommandModules, context: CliContext): Place[] {
  const program = new Command('norsktilskudd');
  prepareCommand(program, context);
  for (const name of COMMAND_NAMES) {
    const command = program.command(name).summary(commandText(`command.${name}.summary`, context.language));
    prepareCommand(command, context);
    modules[name]?.configure(command, context);
  }
  return placesOf(program, []);
}

function placesOf(command: Command, path: readonly string[]): Place[] {
  const help = command.createHelp();
  const place = {
    path,
    commands: command.commands.map((inner) => ({ name: inner.name(), says: help.subcommandDescription(inner) })),
    flags: help.visibleOptions(command).map((option) => ({ name: option.long ?? '', says: option.description })),
  };
  return [place, ...command.commands.flatMap((inner) => placesOf(inner, [...path, inner.name()]))];
}

/** The lines that a shell reads. */
export function scriptFor(shell: Shell, places: readonly Place[]): string {
  switch (shell) {
    case 'bash':
      return bashScript(places);
    case 'zsh':
      return zshScript(places);
    case 'fish':
      return fishScript(places);
  }
}

const names = (said: readonly Said[]): string => said.map(({ name }) => name).join(' ');
const key = (path: readonly string[]): string => `"${path.map((word) => ` ${word}`).join('')}"`;

/** Which words are commands, and what each offers, as branches of `case`. */
function branches(places: readonly Place[]): string {
  const known = places.filter(({ path }) => path.length > 0).map(({ path }) => key(path));
  const offers = places.map(
    ({ path, commands, flags }) => `    ${key(path)}) commands="${names(commands)}" flags="${names(flags)}" ;;`,
  );
  return `    case "$place $word" in ${known.join('|')}) place="$place $word" ;; esac
  done
  case "$place" in
${offers.join('\n')}
  esac`;
}

function bashScript(places: readonly Place[]): string {
  return `_norsktilskudd() {
  local place="" word commands="" flags="" current="\${COMP_WORDS[COMP_CWORD]}"
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
${branches(places)}
  case "$current" in -*) commands="$flags" ;; esac
  COMPREPLY=($(compgen -W "$commands" -- "$current"))
}
complete -o default -F _norsktilskudd norsktilskudd
`;
}

function zshScript(places: readonly Place[]): string {
  return `#compdef norsktilskudd
_norsktilskudd() {
  local place="" word commands="" flags=""
  for word in "\${(@)words[2,CURRENT-1]}"; do
${branches(places)}
  case "\${words[CURRENT]}" in -*) commands="$flags" ;; esac
  if [[ -n "$commands" ]]; then compadd -- \${=commands}; else _files; fi
}
if [[ "$funcstack[1]" = _norsktilskudd ]]; then _norsktilskudd "$@"; else compdef _norsktilskudd norsktilskudd; fi
`;
}

function fishScript(places: readonly Place[]): string {
  const lines = places.flatMap(({ path, commands, flags }) => {
    const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
    const further =
      commands.length > 0 && path.length > 0 ? `; and not __fish_seen_subcommand_from ${names(commands)}` : '';
    const when = path.length === 0 ? '__fish_use_subcommand' : `${seen}${further}`;
    return [
      ...commands.map(({ name, says }) => `complete -c norsktilskudd -n '${when}' -f -a ${name} -d ${quoted(says)}`),
      ...flags.map(({ name, says }) => `complete -c norsktilskudd -n '${when}' -l ${name.slice(2)} -d ${quoted(says)}`),
    ];
  });
  return `${lines.join('\n')}\n`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
