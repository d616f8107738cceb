import { type Command, Option } from 'commander';
import { type CliContext, say } from './context';
import { ANALYSIS_FLAGS } from './flags/analysis-flags';
import { AUDIT_FLAGS } from './flags/audit-flags';
import { COMMON_FLAGS } from './flags/common-flags';
import type { Flag, FlagGroup } from './flags/flag';
import { GENERATE_FLAGS } from './flags/generate-flags';
import { LEDGER_FLAGS } from './flags/ledger-flags';
import { RUN_FLAGS } from './flags/run-flags';
import { SIGNING_FLAGS } from './flags/signing-flags';

/** Every flag of the program, described once. */
const FLAGS = {
  ...ANALYSIS_FLAGS,
  ...AUDIT_FLAGS,
  ...COMMON_FLAGS,
  ...GENERATE_FLAGS,
  ...LEDGER_FLAGS,
  ...RUN_FLAGS,
  ...SIGNING_FLAGS,
} satisfies FlagGroup;

export type FlagName = keyof typeof FLAGS;

/** Adds flags to a command; --config, --lang and --no-color come with every one. */
export function addFlags(command: Command, context: CliContext, ...names: readonly FlagName[]): Command {
  const all: readonly FlagName[] = [...names, 'config', 'lang', 'noColor'];
  for (const name of all) {
    const flag: Flag = FLAGS[name];
    const option = new Option(flag.syntax, say(context, flag.text));
    if (flag.repeated) option.argParser((value: string, earlier: string[] | undefined) => [...(earlier ?? []), value]);
    command.addOption(option);
  }
  return command;
}
