import type { Command } from 'commander';
import type { CliContext } from '../context';
import type { JsonSchema } from '../declare/answer';

/** Every command of the program in the order in which the help lists them. */
export const COMMANDS = [
  'init',
  'generate',
  'doctor',
  'import',
  'run',
  'sign',
  'attest',
  'preview',
  'approve',
  'withdraw',
  'annul',
  'case',
  'open-ledger',
  'explain',
  'status',
  'continue',
  'outcome',
  'payout',
  'receipt',
  'reconcile',
  'verify',
  'scenario',
  'size',
  'hours',
  'rate-model',
  'statistics',
  'reveal',
  'access',
  'prune',
  'forget',
  'keys',
  'lists',
  'recipients',
  'compare',
  'export-trace',
  'advice',
  'impact',
  'sample',
  'dossier',
  'rules',
] as const;

/** Name of a command. */
export type CommandName = (typeof COMMANDS)[number];

/** A command as the parser is told of it. */
export interface CommandModule {
  /** Schemas of what it answers under --json, by the name of the command (`lists.sign`). */
  readonly answers: Readonly<Record<string, JsonSchema>>;
  configure(parser: Command, context: CliContext): void;
}

/** Commands by name: all of them, or those that one bundle of the program has. */
export type CommandModules = Readonly<Partial<Record<CommandName, CommandModule>>>;
