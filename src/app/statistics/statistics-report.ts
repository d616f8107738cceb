import {
  COLUMN_NAMES,
  collectStatistics,
  type Dimension,
  NO_KOMMUNE,
  publishStatistics,
  START_NAMES,
  type StatisticsTable,
} from '../../analysis';
import { asRecipientCode, formatRecipientCode } from '../../domain';
import { type AnalysisHead, analysisHead } from '../analysis/analysis-head';
import type { Analysis } from '../analysis/open-analysis';
import { type NameOf, namesOfYear } from '../recipient-text';

/** What `statistics` shows: nothing in it leads to a small group. */
export interface StatisticsReport extends AnalysisHead {
  readonly threshold: number;
  readonly tables: readonly StatisticsTable[];
  /** Names on the last day of the grant year. */
  readonly nameOf: NameOf;
}

export function statisticsReport(analysis: Analysis, threshold: number): StatisticsReport {
  const { snapshot, rules, grantYear, asOf } = analysis;
  const tables = publishStatistics(collectStatistics(snapshot, rules, grantYear, asOf), threshold);
  return { ...analysisHead(analysis), threshold, tables, nameOf: namesOfYear(rules.places, grantYear) };
}

/** `0301`, `none` for no or a protected kommune; `within_3_months`. */
export function rowName(dimension: Dimension, key: number): string {
  if (dimension !== 'kommune') return START_NAMES[key] ?? '';
  return key === NO_KOMMUNE ? 'none' : formatRecipientCode(asRecipientCode(key));
}

export function columnNames(dimension: Exclude<Dimension, 'kommune'>): readonly string[] {
  return COLUMN_NAMES[dimension];
}
