import { join } from 'node:path';
import type { RuleSet } from '../../../rules';
import { aYearBefore } from '../../analysis';
import { asDay, type Component, type Day, formatDay, NorsktilskuddError } from '../../domain';
import { cutOffDate } from '../../engine';
import type { Snapshot } from '../../register';
import { sheetsOfYear } from '../init/year-sheet';
import type { Installation } from '../installation';
import { type KnownProtection, shelfBeside } from '../privacy/known-protection';
import { openPlace, type RegisterPlace, type RegisterReading } from '../register/open-place';
import { resolveAsOf } from '../run/as-of';
import { type RuleInputs, readRuleInputs } from '../run/rule-inputs';

/** What an analysis is asked for. */
export interface AnalysisRequest {
  readonly place: RegisterPlace;
  readonly grantYear: number;
  readonly asOf: Day | undefined;
  readonly excluded: readonly Component[];
  readonly rejectLimitPercent: number | null;
  /** Folder of an extract of a year before, for estimates. */
  readonly earlier?: string | undefined;
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

/**
 * Opens the register of an analysis, works on it and closes it. D is the one given, else the earlier of the last day of
 * the grant year and the day on which the extract was taken.
 */
export function withAnalysis<T>(
  { db, rates, columns, readingLimits }: Pick<Installation, 'db' | 'rates' | 'columns' | 'readingLimits'>,
  request: AnalysisRequest,
  work: (analysis: Analysis) => T,
): T {
  const { place, grantYear, excluded, rejectLimitPercent, earlier } = request;
  const ruleInputs = readRuleInputs(sheetsOfYear(rates, grantYear));
  const snapshotFolder = join(`${db}.d`, 'snapshots');
  const reading = { ruleInputs, snapshotFolder, columns, readingLimits, rejectLimitPercent };
  const snapshot = openPlace(place, reading);
  const shelf = shelfBeside(db);
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
