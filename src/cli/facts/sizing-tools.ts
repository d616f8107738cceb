import { join } from 'node:path';
import { FactShelf } from '../../app/facts/fact-shelf';
import type { CaseDefaults } from '../../app/facts/size-case';
import { factFolderOf } from '../../app/facts/stored-facts';
import { shelfBeside } from '../../app/privacy/known-protection';
import { type RuleInputs, readRuleInputs } from '../../app/run/rule-inputs';
import { loadSettings, type Settings } from '../config/settings';
import type { CliContext } from '../context';
import { FlagReader } from '../flag-reader';
import { REGISTER_FLAGS, type RegisterFlags, readRegisterFlags } from '../register/register-flags';

/** Names of the flags of every command that works on sizings. */
export const SIZING_FLAGS = [...REGISTER_FLAGS, 'rates', 'exclude', 'db'] as const;

/** What such a command works with. */
export interface SizingTools {
  readonly settings: Settings;
  readonly ruleInputs: RuleInputs;
  readonly defaults: CaseDefaults;
  readonly shelf: FactShelf;
}

/** Reads the flags, opens the tools, and puts them away however the work ends. */
export async function withSizingTools<T>(
  flags: RegisterFlags,
  context: CliContext,
  work: (tools: SizingTools) => T | Promise<T>,
): Promise<T> {
  const { cwd } = context.terminal;
  const settings = loadSettings(flags, context.terminal);
  const reader = new FlagReader();
  const grantYear = flags.year === undefined ? undefined : reader.year('--year', flags.year);
  const { place, asOf, excluded, rejectLimitPercent } = readRegisterFlags(flags, settings, reader, cwd);
  reader.finish(context.commandName);
  const ruleInputs = readRuleInputs(settings.rates);
  const folder = `${settings.db}.d`;
  const shelf = new FactShelf({
    ruleInputs,
    snapshotFolder: join(folder, 'snapshots'),
    factFolder: factFolderOf(settings.db),
    columns: settings.columns,
    readingLimits: settings.readingLimits,
    rejectLimitPercent,
    shelf: shelfBeside(settings.db),
  });
  try {
    const defaults = { place, grantYear, asOf, excluded, rules: ruleInputs.rules, ratesFiles: ruleInputs.ratesFiles };
    return await work({ settings, ruleInputs, defaults, shelf });
  } finally {
    shelf.close();
  }
}
