import { join, resolve } from 'node:path';
import type { RuleSet } from '../../../rules';
import { aYearBefore } from '../../analysis/forecast/forecast-looks';
import { asDay, type Component, type Day, formatDay, NorsktilskuddError } from '../../domain';
import { pathExists } from '../../effects';
import { cutOffDate } from '../../engine';
import { importAndOpen, openSnapshot, type Snapshot } from '../../register';
import type { SettingFlags, Settings } from '../config/settings';
import type { CliContext } from '../context';
import type { FlagReader } from '../flag-reader';
import { readColumns } from '../import/read-columns';
import { resolveAsOf } from '../run/as-of';
import { registerHashOf } from '../run/open-register';
import { type RuleInputs, readRuleInputs } from '../run/rule-inputs';

/** Flags by which every analysis is told what to read. */
export interface AnalysisFlags extends SettingFlags {
  readonly extract?: string;
  readonly snapshot?: string;
  readonly year?: string;
  readonly asOf?: string;
  readonly exclude?: readonly string[];
  readonly out?: string;
}

/** What an analysis is asked for, read and checked. */
export interface AnalysisRequest {
  readonly register: { readonly extract: string } | { readonly snapshotId: string };
  readonly grantYear: number;
  readonly asOf: Day | undefined;
  readonly excluded: readonly Component[];
  readonly rejectLimitPercent: number | null;
  /** Folder of an extract of a year before, for estimates. */
  readonly earlier?: string | undefined;
  /** Folder for tables; undefined: none are written. */
  readonly out: string | undefined;
}

/** A register with the rules to read it by. */
export interface Analysis {
  readonly rules: RuleSet;
  readonly ruleInputs: RuleInputs;
  readonly snapshot: Snapshot;
  /** The extract of a year before, where one was given. */
  readonly earlier?: Snapshot | undefined;
  readonly grantYear: number;
  /** D */
  readonly asOf: Day;
  readonly excluded: readonly Component[];
}

/** Reads the flags that all analyses have; faults go to the reader. */
export function readAnalysisFlags(
  flags: AnalysisFlags,
  settings: Settings,
  reader: FlagReader,
  context: CliContext,
): AnalysisRequest {
  const { cwd } = context.terminal;
  if (flags.extract !== undefined && flags.snapshot !== undefined) {
    reader.problem('FLAGS_EXCLUDE', { flags: '--extract, --snapshot' });
  }
  return {
    register:
      flags.snapshot === undefined
        ? { extract: resolve(cwd, reader.required('--extract', flags.extract)) }
        : { snapshotId: flags.snapshot },
    grantYear: reader.year('--year', flags.year),
    asOf: reader.day('--as-of', flags.asOf),
    excluded: reader.components('--exclude', flags.exclude),
    rejectLimitPercent: reader.percent('--reject-limit', settings.rejectLimit) ?? null,
    out: flags.out === undefined ? undefined : resolve(cwd, flags.out),
  };
}

/**
 * Opens the register of an analysis, works on it and closes it. D is the one given, else the earlier of the last day of
 * the grant year and the day on which the extract was taken.
 */
export function withAnalysis<T>(request: AnalysisRequest, settings: Settings, work: (analysis: Analysis) => T): T {
  const { grantYear, excluded } = request;
  const ruleInputs = readRuleInputs(settings.rates);
  const snapshot = openRegister(request, settings, ruleInputs);
  try {
    const takenAt = snapshot.takenAt ?? undefined;
    const asOf = resolveAsOf(
      request.asOf,
      cutOffDate(grantYear, 4),
      takenAt === undefined ? undefined : asDay(takenAt),
    );
    const analysis = { rules: ruleInputs.rules, ruleInputs, snapshot, grantYear, asOf, excluded };
    if (request.earlier === undefined) return work(analysis);
    return withEarlier(request.earlier, request, settings, analysis, work);
  } finally {
    snapshot.close();
  }
}

/** Days by which the extract of a year before may be off. */
const DAYS_OFF_MAX = 31;

function withEarlier<T>(
  folder: string,
  request: AnalysisRequest,
  settings: Settings,
  analysis: Analysis,
  work: (analysis: Analysis) => T,
): T {
  const earlier = openRegister({ ...request, register: { extract: folder } }, settings, analysis.ruleInputs);
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

function openRegister(request: AnalysisRequest, settings: Settings, ruleInputs: RuleInputs): Snapshot {
  const snapshotFolder = join(`${settings.db}.d`, 'snapshots');
  const registerHash = registerHashOf(ruleInputs);
  const { register, rejectLimitPercent } = request;
  if ('snapshotId' in register) return storedSnapshot(register.snapshotId, snapshotFolder, registerHash);
  const { places } = ruleInputs.rules;
  const options = { folder: register.extract, snapshotFolder, places, registerHash, rejectLimitPercent };
  if (settings.columns === undefined) return importAndOpen(options).snapshot;
  return importAndOpen({ ...options, columnMapping: readColumns(settings.columns) }).snapshot;
}

function storedSnapshot(snapshotId: string, folder: string, registerHash: string): Snapshot {
  const path = join(folder, `${snapshotId}.db`);
  if (!/^[0-9a-f]+$/.test(snapshotId) || !pathExists(path)) {
    throw new NorsktilskuddError('usage', 'SNAPSHOT_UNKNOWN', { snapshot: snapshotId, folder });
  }
  const snapshot = openSnapshot(path);
  if (snapshot.meta.registerHash === registerHash) return snapshot;
  snapshot.close();
  throw new NorsktilskuddError('refused', 'SNAPSHOT_OTHER_REGISTERS', { snapshot: snapshotId });
}
