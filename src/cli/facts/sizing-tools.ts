import { type SizingTools, withSizingTools } from '../../app/facts/sizing-tools';
import { loadSettings } from '../config/settings';
import type { CliContext } from '../context';
import { FlagReader } from '../flag-reader';
import { REGISTER_FLAGS, type RegisterFlags, readRegisterFlags } from '../register/register-flags';

/** Names of the flags of every command that works on sizings. */
export const SIZING_FLAGS = [...REGISTER_FLAGS, 'rates', 'exclude', 'db'] as const;

/** Reads the flags of such a command and does its work. */
export async function withSizingFlags<T>(
  flags: RegisterFlags,
  context: CliContext,
  work: (tools: SizingTools) => T | Promise<T>,
): Promise<T> {
  const settings = loadSettings(flags, context.terminal);
  const reader = new FlagReader();
  const grantYear = flags.year === undefined ? undefined : reader.year('--year', flags.year);
  const request = { ...readRegisterFlags(flags, settings, reader, context.terminal.cwd), grantYear };
  reader.finish(context.commandName);
  return withSizingTools(settings, request, work);
}
