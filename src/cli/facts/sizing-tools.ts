import { join, resolve } from 'node:path';
import { loadSettings, type SettingFlags, type Settings } from '../config/settings';
import type { CliContext } from '../context';
import { FlagReader } from '../flag-reader';
import { type RuleInputs, readRuleInputs } from '../run/rule-inputs';
import { FactShelf } from './fact-shelf';
import type { CaseDefaults } from './size-case';
import { factFolderOf } from './stored-facts';

/** Flags of every command that works on sizings. */
export interface SizingFlags extends SettingFlags {
  readonly extract?: string;
  readonly snapshot?: string;
  readonly year?: string;
  readonly asOf?: string;
  readonly exclude?: readonly string[];
}

/** What such a command works with. */
export interface SizingTools {
  readonly settings: Settings;
  readonly ruleInputs: RuleInputs;
  readonly defaults: CaseDefaults;
  readonly shelf: FactShelf;
}

/** Reads the flags, opens the tools, and puts them away however the work ends. */
export async function withSizingTools<T>(
  flags: SizingFlags,
  context: CliContext,
  work: (tools: SizingTools) => T | Promise<T>,
): Promise<T> {
  const { cwd } = context.terminal;
  const settings = loadSettings(flags, context.terminal);
  const reader = new FlagReader();
  const grantYear = flags.year === undefined ? undefined : reader.year('--year', flags.year);
  const asOf = reader.day('--as-of', flags.asOf);
  const excluded = reader.components('--exclude', flags.exclude);
  const rejectLimitPercent = reader.percent('--reject-limit', settings.rejectLimit) ?? null;
  reader.finish(context.commandName);
  const extract = flags.extract === undefined ? undefined : { extract: resolve(cwd, flags.extract) };
  const place = flags.snapshot === undefined ? extract : { snapshotId: flags.snapshot };
  const ruleInputs = readRuleInputs(settings.rates);
  const folder = `${settings.db}.d`;
  const shelf = new FactShelf({
    ruleInputs,
    snapshotFolder: join(folder, 'snapshots'),
    factFolder: factFolderOf(settings.db),
    columns: settings.columns,
    rejectLimitPercent,
  });
  try {
    const defaults = { place, grantYear, asOf, excluded, rules: ruleInputs.rules };
    return await work({ settings, ruleInputs, defaults, shelf });
  } finally {
    shelf.close();
  }
}
