import type { CommanderError } from 'commander';
import { InvariantError, NorsktilskuddError, withoutIds } from '../domain';

/** What the argument parser found wrong, as one of our own failures (kind usage, exit 2). */
export function usageError(cause: CommanderError, commandName: string): NorsktilskuddError {
  const quoted = /'([^']*)'/.exec(cause.message)?.[1] ?? '';
  const suggestion = /\(Did you mean (?:one of )?([^?)]*)\?\)/.exec(cause.message)?.[1];
  const near: Record<string, string> = suggestion === undefined ? {} : { suggestion };
  switch (cause.code) {
    case 'commander.unknownOption':
      // Every other question of an analyst has it, so it is told what takes its place.
      if (quoted === '--only' && commandName.endsWith(' forecast'))
        return new NorsktilskuddError('usage', 'FORECAST_SHOWS_ALL', {});
      return new NorsktilskuddError('usage', 'USAGE_UNKNOWN_FLAG', { flag: quoted, command: commandName, ...near });
    case 'commander.unknownCommand':
      return new NorsktilskuddError('usage', 'USAGE_UNKNOWN_COMMAND', { word: quoted, command: commandName, ...near });
    case 'commander.missingArgument':
      return new NorsktilskuddError('usage', 'USAGE_MISSING_ARGUMENT', { argument: quoted, command: commandName });
    case 'commander.optionMissingArgument':
      return new NorsktilskuddError('usage', 'USAGE_FLAG_WITHOUT_VALUE', { flag: quoted, command: commandName });
    default:
      throw new InvariantError(`the argument parser says ${cause.code}: ${cause.message}`);
  }
}

/** Words that a command has no use for. */
export function tooManyWords(superfluous: readonly string[], commandName: string): NorsktilskuddError {
  const words = superfluous.map(withoutIds).join(' ');
  return new NorsktilskuddError('usage', 'USAGE_TOO_MANY_ARGUMENTS', { command: commandName, words });
}
