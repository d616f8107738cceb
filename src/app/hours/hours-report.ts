import { hoursCharts, hoursOfRegister } from '../../analysis';
import {
  asRecipientCode,
  formatRecipientCode,
  type HoursBasisRow,
  LAWS,
  lastDayOfYear,
  NO_RECIPIENT,
} from '../../domain';
import { type AnalysisHead, analysisHead } from '../analysis/analysis-head';
import type { Analysis } from '../analysis/open-analysis';

/** What `hours` shows. */
export interface HoursReport extends AnalysisHead {
  /** As hours_basis.csv, ascending by kommune, law and year number. */
  readonly rows: readonly HoursBasisRow[];
  readonly charts: ReturnType<typeof hoursCharts>;
  /** Name of a kommune on the last day of the year; its code where it has none. */
  readonly nameOf: (kommune: number) => string;
}

export function hoursReport(analysis: Analysis): HoursReport {
  const { snapshot, rules, grantYear, asOf } = analysis;
  const rows = hoursOfRegister(snapshot, rules, grantYear, asOf).sort(
    (a, b) => a.kommune - b.kommune || a.law - b.law || a.yearNumber - b.yearNumber,
  );
  const lastDay = lastDayOfYear(grantYear);
  const nameOf = (kommune: number): string => {
    const code = asRecipientCode(kommune);
    return `${formatRecipientCode(code)} ${rules.places.nameOn(code, lastDay)}`.trimEnd();
  };
  return { ...analysisHead(analysis), rows, charts: hoursCharts(rows), nameOf };
}

/** `all`, `introduksjonsloven` or `integreringsloven`. */
export function lawName(law: number): string {
  return LAWS[law]?.[0] ?? 'all';
}

/** `all`, `other`, `1` to `3`. */
export function yearNumberName(yearNumber: number): string {
  return ['all', 'other'][yearNumber + 1] ?? String(yearNumber);
}

/** Rows of the whole country. */
export function nationalRows(report: HoursReport): HoursBasisRow[] {
  return report.rows.filter((row) => row.kommune === NO_RECIPIENT);
}
