import {
  COLUMN_NAMES,
  collectStatistics,
  type Dimension,
  NO_KOMMUNE,
  publishStatistics,
  START_NAMES,
  type StatisticsTable,
} from '../../analysis';
import { asRecipientCode, type Day, type ErrorDetail, formatRecipientCode } from '../../domain';
import type { Analysis } from '../analysis/open-analysis';
import { type LeftOut, leftOutOf } from '../facts/left-out';
import { snapshotWarnings } from '../register/snapshot-warnings';

/** What `statistics` shows: nothing in it leads to a small group. */
export interface StatisticsReport {
  readonly grantYear: number;
  readonly asOf: Day;
  readonly snapshot: string;
  readonly leftOut: LeftOut;
  readonly threshold: number;
  readonly tables: readonly StatisticsTable[];
  /** That a damaged snapshot was put aside and its extract read anew. */
  readonly warnings: readonly ErrorDetail[];
}

export function statisticsReport(analysis: Analysis, threshold: number): StatisticsReport {
  const { snapshot, rules, grantYear, asOf } = analysis;
  const tables = publishStatistics(collectStatistics(snapshot, rules, grantYear, asOf), threshold);
  const warnings = snapshotWarnings(snapshot);
  return {
    grantYear,
    asOf,
    snapshot: snapshot.snapshotId,
    leftOut: leftOutOf(snapshot, asOf),
    threshold,
    tables,
    warnings,
  };
}

/** `0301`, `none` for no or a protected kommune; `within_3_months`. */
export function rowName(dimension: Dimension, key: number): string {
  if (dimension !== 'kommune') return START_NAMES[key] ?? '';
  return key === NO_KOMMUNE ? 'none' : formatRecipientCode(asRecipientCode(key));
}

export function columnNames(dimension: Exclude<Dimension, 'kommune'>): readonly string[] {
  return COLUMN_NAMES[dimension];
}
