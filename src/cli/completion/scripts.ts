import { Command } from 'commander';
import { COMMAND_NAMES, commandText } from '../../messages';
import type { CliContext } from '../context';
import { type CommandModules, OfferedArgument, OfferedOption } from '../declare/command';
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
  readonly flags: readonly (Said & Offering)[];
  /** Words that may stand as its first argument. */
  readonly offers: readonly string[];
}

interface Offering {
  readonly offers: readonly string[];
}

/**
 * Every place of the command tree, the program itself first.
 *
 * @param topics what may be asked of `help`
 */
export function commandTree(modules: CommandModules, topics: readonly string[], context: CliContext): Place[] {
  const program = new Command('norsktilskudd');
  prepareCommand(program, context);
  for (const name of COMMAND_NAMES) {
    const command = program.command(name).summary(commandText(`command.${name}.summary`, context.language));
    prepareCommand(command, context);
    modules[name]?.configure(command, context);
  }
  return placesOf(program, []).map((place) => (key(place.path) === HELP ? { ...place, offers: topics } : place));
}

function placesOf(command: Command, path: readonly string[]): Place[] {
  const help = command.createHelp();
  const place = {
    path,
    commands: command.commands.map((inner) => ({ name: inner.name(), says: help.subcommandDescription(inner) })),
    flags: help.visibleOptions(command).map((option) => ({
      name: option.long ?? '',
      says: option.description,
      offers: option instanceof OfferedOption ? option.offers : [],
    })),
    offers: command.registeredArguments.flatMap((one) => (one instanceof OfferedArgument ? one.offers : [])),
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
/** The place whose words are topics. */
const HELP = '" help"';
const key = (path: readonly string[]): string => `"${path.map((word) => ` ${word}`).join('')}"`;

/** Which words are commands, and what each offers, as branches of `case`. */
function branches(places: readonly Place[]): string {
  const known = places.filter(({ path }) => path.length > 0).map(({ path }) => key(path));
  const offers = places.map(
    ({ path, commands, flags, offers: words }) =>
      `    ${key(path)}) commands="${[...commands.map(({ name }) => name), ...words].join(' ')}" flags="${names(flags)}" ;;`,
  );
  return `    case "$place $word" in ${known.join('|')}) place="$place $word" ;; esac
  done
  case "$place" in
${offers.join('\n')}
  esac
  case "$place $before" in
${valueBranches(places)}
  esac`;
}

/** What a flag offers after it, as branches of `case`: of each set of values all the places and flags that have it. */
function valueBranches(places: readonly Place[]): string {
  const byValues = new Map<string, string[]>();
  for (const { path, flags } of places)
    for (const { name, offers } of flags.filter((one) => one.offers.length > 0)) {
      const values = offers.join(' ');
      byValues.set(values, [...(byValues.get(values) ?? []), key([...path, name])]);
    }
  return [...byValues].map(([values, of]) => `    ${of.join('|')}) values="${values}" ;;`).join('\n');
}

function bashScript(places: readonly Place[]): string {
  return `_norsktilskudd() {
  local place="" word commands="" flags="" values="" current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
${branches(places)}
  case "$current" in -*) commands="$flags" ;; esac
  if [ -n "$values" ]; then commands="$values"; fi
  COMPREPLY=($(compgen -W "$commands" -- "$current"))
}
complete -o default -F _norsktilskudd norsktilskudd
`;
}

function zshScript(places: readonly Place[]): string {
  return `#compdef norsktilskudd
_norsktilskudd() {
  local place="" word commands="" flags="" values="" before="\${words[CURRENT-1]}"
  for word in "\${(@)words[2,CURRENT-1]}"; do
${branches(places)}
  case "\${words[CURRENT]}" in -*) commands="$flags" ;; esac
  if [[ -n "$values" ]]; then commands="$values"; fi
  if [[ -n "$commands" ]]; then compadd -- \${=commands}; else _files; fi
}
if [[ "$funcstack[1]" = _norsktilskudd ]]; then _norsktilskudd "$@"; else compdef _norsktilskudd norsktilskudd; fi
`;
}

function fishScript(places: readonly Place[]): string {
  const lines = places.flatMap(({ path, commands, flags, offers }) => {
    const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
    const further =
      commands.length > 0 && path.length > 0 ? `; and not __fish_seen_subcommand_from ${names(commands)}` : '';
    const when = path.length === 0 ? '__fish_use_subcommand' : `${seen}${further}`;
    return [
      ...commands.map(({ name, says }) => `complete -c norsktilskudd -n '${when}' -f -a ${name} -d ${quoted(says)}`),
      ...(offers.length > 0 ? [`complete -c norsktilskudd -n '${when}' -f -a ${quoted(offers.join(' '))}`] : []),
      ...flags.map(({ name, says, offers: values }) => {
        const after = values.length > 0 ? ` -x -a ${quoted(values.join(' '))}` : '';
        return `complete -c norsktilskudd -n '${when}' -l ${name.slice(2)}${after} -d ${quoted(says)}`;
      }),
    ];
  });
  return `${lines.join('\n')}\n`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
