import { join, resolve } from 'node:path';
import type { RuleSet } from '../../../rules';
import { aYearBefore } from '../../analysis/forecast/forecast-looks';
import { leftOutWarnings } from '../../app/facts/left-out';
import { type KnownProtection, shelfBeside } from '../../app/privacy/known-protection';
import { openPlace, type RegisterPlace, type RegisterReading } from '../../app/register/open-place';
import { resolveAsOf } from '../../app/run/as-of';
import { type RuleInputs, readRuleInputs } from '../../app/run/rule-inputs';
import { asDay, type Component, type Day, formatDay, NorsktilskuddError } from '../../domain';
import { cutOffDate } from '../../engine';
import type { Snapshot } from '../../register';
import { loadSettings, type Settings } from '../config/settings';
import type { CliContext } from '../context';
import { FlagReader } from '../flag-reader';
import { needRegisterFlags, type RegisterFlags, type RegisterRequest } from '../register/register-flags';
import { tellWarnings } from '../tell-warnings';

/** Flags by which every analysis is told what to read. */
export interface AnalysisFlags extends RegisterFlags {
  /** Folder of an extract of a year before, for estimates. */
  readonly earlier?: string;
  /** Folder for tables; none are written without it. */
  readonly out?: string;
}

/** What an analysis is asked for, read and checked. */
export interface AnalysisRequest extends RegisterRequest {
  readonly place: RegisterPlace;
  readonly grantYear: number;
}

/** A register with the rules to read it by. */
export interface Analysis {
  readonly rules: RuleSet;
  readonly ruleInputs: RuleInputs;
  readonly snapshot: Snapshot;
  /** Whose address is protected, by all that stands beside the ledger. */
  readonly protection: KnownProtection;
  /** The extract of a year before, where one was given. */
  readonly earlier?: Snapshot | undefined;
  readonly grantYear: number;
  /** D */
  readonly asOf: Day;
  readonly excluded: readonly Component[];
}

/** Reads what else a command is asked for, its faults into the reader, and returns the work. */
export type AnalysisPlan<T> = (
  reader: FlagReader,
  request: AnalysisRequest,
  settings: Settings,
) => (analysis: Analysis) => T;

/**
 * Reads the flags of an analysis, opens its register, works on it and closes it. D is the one given, else the earlier of
 * the last day of the grant year and the day on which the extract was taken.
 *
 * @returns what came out, and the folder that tables are wanted in
 * @throws NorsktilskuddError kind `usage`: USAGE_REFUSED
 */
export function analyse<T>(
  flags: AnalysisFlags,
  context: CliContext,
  plan: AnalysisPlan<T>,
): { readonly report: T; readonly out: string | undefined } {
  const { cwd } = context.terminal;
  const settings = loadSettings(flags, context.terminal);
  const reader = new FlagReader();
  const grantYear = reader.year('--year', flags.year);
  const request = { ...needRegisterFlags(flags, settings, reader, cwd), grantYear };
  const work = plan(reader, request, settings);
  reader.finish(context.commandName);
  const earlier = flags.earlier === undefined ? undefined : resolve(cwd, flags.earlier);
  const out = flags.out === undefined ? undefined : resolve(cwd, flags.out);
  const told = (analysis: Analysis): T => {
    tellWarnings(leftOutWarnings(analysis.snapshot), context);
    return work(analysis);
  };
  return { report: withRegister(request, earlier, settings, told), out };
}

function withRegister<T>(
  request: AnalysisRequest,
  earlier: string | undefined,
  settings: Settings,
  work: (analysis: Analysis) => T,
): T {
  const { place, grantYear, excluded, rejectLimitPercent } = request;
  const ruleInputs = readRuleInputs(settings.rates);
  const snapshotFolder = join(`${settings.db}.d`, 'snapshots');
  const { columns, readingLimits } = settings;
  const reading = { ruleInputs, snapshotFolder, columns, readingLimits, rejectLimitPercent };
  const snapshot = openPlace(place, reading);
  const shelf = shelfBeside(settings.db);
  try {
    shelf.protect(snapshot);
    const takenAt = snapshot.takenAt ?? undefined;
    const asOf = resolveAsOf(
      request.asOf,
      cutOffDate(grantYear, 4),
      takenAt === undefined ? undefined : asDay(takenAt),
    );
    const { protection } = shelf;
    const analysis = { rules: ruleInputs.rules, ruleInputs, snapshot, protection, grantYear, asOf, excluded };
    return earlier === undefined ? work(analysis) : withEarlier(earlier, reading, analysis, work);
  } finally {
    shelf.close();
    snapshot.close();
  }
}

/** Days by which the extract of a year before may be off. */
const DAYS_OFF_MAX = 31;

function withEarlier<T>(
  folder: string,
  reading: RegisterReading,
  analysis: Analysis,
  work: (analysis: Analysis) => T,
): T {
  const earlier = openPlace({ extract: folder }, reading);
  try {
    const wanted = aYearBefore(analysis.asOf);
    const takenAt = earlier.takenAt ?? wanted;
    if (Math.abs(takenAt - wanted) > DAYS_OFF_MAX) {
      const params = { takenAt: formatDay(takenAt), wanted: formatDay(wanted), days: DAYS_OFF_MAX };
      throw new NorsktilskuddError('usage', 'EARLIER_EXTRACT_OFF', params);
    }
    return work({ ...analysis, earlier });
  } finally {
    earlier.close();
  }
}
