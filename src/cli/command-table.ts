import type { Command } from 'commander';
import type { Text } from '../messages';
import type { CliContext } from './context';

/** A file of src/cli/commands: adds arguments, flags, examples and the action to its command. */
export interface CommandModule {
  configure(command: Command, context: CliContext): void;
}

/** A command in the list. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: Text;
}

/** Commands by name: all of them, or those that one bundle of the program has. */
export type CommandModules = Readonly<Partial<Record<string, CommandModule>>>;
