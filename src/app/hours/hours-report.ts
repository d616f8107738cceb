import { hoursCharts, hoursOfRegister } from '../../analysis';
import {
  asRecipientCode,
  type Day,
  dayOf,
  type ErrorDetail,
  formatRecipientCode,
  type HoursBasisRow,
  LAWS,
  NO_RECIPIENT,
} from '../../domain';
import type { Analysis } from '../analysis/open-analysis';
import { type LeftOut, leftOutOf } from '../facts/left-out';
import { snapshotWarnings } from '../register/snapshot-warnings';

/** What `hours` shows. */
export interface HoursReport {
  readonly grantYear: number;
  readonly asOf: Day;
  readonly snapshot: string;
  readonly leftOut: LeftOut;
  /** As hours_basis.csv, ascending by kommune, law and year number. */
  readonly rows: readonly HoursBasisRow[];
  readonly charts: ReturnType<typeof hoursCharts>;
  /** Name of a kommune on the last day of the year; its code where it has none. */
  readonly nameOf: (kommune: number) => string;
  /** That a damaged snapshot was put aside and its extract read anew. */
  readonly warnings: readonly ErrorDetail[];
}

export function hoursReport({ snapshot, rules, grantYear, asOf }: Analysis): HoursReport {
  const rows = hoursOfRegister(snapshot, rules, grantYear, asOf).sort(
    (a, b) => a.kommune - b.kommune || a.law - b.law || a.yearNumber - b.yearNumber,
  );
  const lastDay = dayOf(grantYear, 12, 31);
  const nameOf = (kommune: number): string => {
    const code = asRecipientCode(kommune);
    return `${formatRecipientCode(code)} ${rules.places.nameOn(code, lastDay)}`.trimEnd();
  };
  const warnings = snapshotWarnings(snapshot);
  return {
    grantYear,
    asOf,
    snapshot: snapshot.snapshotId,
    leftOut: leftOutOf(snapshot, asOf),
    rows,
    charts: hoursCharts(rows),
    nameOf,
    warnings,
  };
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
