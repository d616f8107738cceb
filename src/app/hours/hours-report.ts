import { hoursCharts, hoursOfRegister } from '../../analysis';
import {
  asRecipientCode,
  assert,
  formatRecipientCode,
  type HoursBasisRow,
  LAWS,
  lastDayOfYear,
  NO_RECIPIENT,
  NorsktilskuddError,
} from '../../domain';
import { type AnalysisHead, analysisHead } from '../analysis/analysis-head';
import type { Analysis } from '../analysis/open-analysis';
import type { LawChange } from '../facts/size-case';
import { lawOf } from '../scenario/scenario-case';
import { scenariosOfLine } from '../scenario/scenario-line';

/** What `hours` shows. */
export interface HoursReport extends AnalysisHead {
  /** As hours_basis.csv, ascending by kommune, law and year number. */
  readonly rows: readonly HoursBasisRow[];
  readonly charts: ReturnType<typeof hoursCharts>;
  /** What its law says otherwise than that of the year; undefined where nothing is tried: with it the basis is a scenario's. */
  readonly law: readonly LawChange[] | undefined;
  /** Name of a kommune on the last day of the year; its code where it has none. */
  readonly nameOf: (kommune: number) => string;
}

/** Single changes of the law, as `scenario --set` takes them. */
export interface HoursLaw {
  readonly set: readonly string[];
  /** Folder that paths are taken from. */
  readonly cwd: string;
}

/**
 * The hours basis of a year, under the law or with other values of its limits (rulebook 8.2, 8.4).
 *
 * @throws NorsktilskuddError usage FLAG_BAD_VALUE for a rate, which no hours rest on; as lawOf()
 */
export function hoursReport(analysis: Analysis, tried: HoursLaw = { set: [], cwd: '' }): HoursReport {
  const { snapshot, grantYear, asOf } = analysis;
  const { rules, law } = triedLaw(analysis, tried);
  const rows = hoursOfRegister(snapshot, rules, grantYear, asOf).sort(
    (a, b) => a.kommune - b.kommune || a.law - b.law || a.yearNumber - b.yearNumber,
  );
  const lastDay = lastDayOfYear(grantYear);
  const nameOf = (kommune: number): string => {
    const code = asRecipientCode(kommune);
    return `${formatRecipientCode(code)} ${rules.places.nameOn(code, lastDay)}`.trimEnd();
  };
  return { ...analysisHead(analysis), rows, charts: hoursCharts(rows), law, nameOf };
}

function triedLaw(
  { rules, grantYear }: Analysis,
  { set, cwd }: HoursLaw,
): Pick<HoursReport, 'law'> & Pick<Analysis, 'rules'> {
  if (set.length === 0) return { rules, law: undefined };
  const [scenario] = scenariosOfLine([], { set, only: [], uprate: undefined, stack: [] }, cwd);
  assert(scenario !== undefined, 'words are one scenario');
  const rate = scenario.words.find(({ kind }) => kind === 'rates');
  if (rate !== undefined) {
    const params = { flag: '--set', value: rate.word, expected: 'hours.on_time_months=3, persontilskudd.years_paid=4' };
    throw new NorsktilskuddError('usage', 'FLAG_BAD_VALUE', params);
  }
  return lawOf(scenario, rules, grantYear);
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
