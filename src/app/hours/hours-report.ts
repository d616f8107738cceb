import { hoursCharts, hoursOfRegister } from '../../analysis';
import {
  actsUnderIds,
  asRecipientCode,
  assert,
  errorDetail,
  formatRecipientCode,
  type HoursBasisRow,
  LAWS,
  lastDayOfYear,
  NO_RECIPIENT,
  NorsktilskuddError,
} from '../../domain';
import { type AnalysisHead, analysisHead } from '../analysis/analysis-head';
import type { Analysis } from '../analysis/open-analysis';
import { casesInForce, pinsOfYear } from '../cases/cases-in-force';
import type { LawChange } from '../facts/size-case';
import { lawOf } from '../scenario/scenario-case';
import type { ScenarioFile } from '../scenario/scenario-file';
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

/** Another law, as `scenario` takes it: a file, single changes, or both. */
export interface HoursLaw {
  readonly scenario?: string | undefined;
  readonly set: readonly string[];
  /** Folder that paths are taken from. */
  readonly cwd: string;
}

/**
 * The hours basis of a year, under the law or with other values of its limits (rulebook 8.2, 8.4).
 *
 * @param ledgerFile ledger of which what cases decide of facts counts, too (rulebook 9a)
 * @throws NorsktilskuddError usage FLAG_BAD_VALUE for a rate, which no hours rest on; as lawOf()
 */
export function hoursReport(
  analysis: Analysis,
  tried: HoursLaw = { set: [], cwd: '' },
  ledgerFile?: string,
): HoursReport {
  const { snapshot, grantYear, asOf } = analysis;
  const { rules, law } = triedLaw(analysis, tried);
  const pins = pinsOfYear(actsUnderIds(casesInForce(ledgerFile), snapshot.identities), grantYear);
  const rows = hoursOfRegister(snapshot, rules, grantYear, asOf, pins).sort(
    (a, b) => a.kommune - b.kommune || a.law - b.law || a.yearNumber - b.yearNumber,
  );
  const lastDay = lastDayOfYear(grantYear);
  const nameOf = (kommune: number): string => {
    const code = asRecipientCode(kommune);
    return `${formatRecipientCode(code)} ${rules.places.nameOn(code, lastDay)}`.trimEnd();
  };
  const head = analysisHead(analysis);
  const told = pins.length === 0 ? [] : [errorDetail('SIZE_WITH_CASES', { acts: pins.length })];
  return { ...head, warnings: [...head.warnings, ...told], rows, charts: hoursCharts(rows), law, nameOf };
}

function triedLaw(
  { rules, grantYear }: Analysis,
  { scenario: file, set, cwd }: HoursLaw,
): Pick<HoursReport, 'law'> & Pick<Analysis, 'rules'> {
  if (set.length === 0 && file === undefined) return { rules, law: undefined };
  const line = { set, only: [], uprate: undefined, stack: [] };
  const [scenario] = scenariosOfLine(file === undefined ? [] : [file], line, cwd);
  assert(scenario !== undefined, 'a file or words are one scenario');
  refuseOwnView(scenario);
  const rate = scenario.words.find(({ kind, word }) => kind === 'rates' && set.includes(word));
  if (rate !== undefined) {
    const params = { flag: '--set', value: rate.word, expected: 'hours.on_time_months=3, persontilskudd.years_paid=4' };
    throw new NorsktilskuddError('usage', 'FLAG_BAD_VALUE', params);
  }
  // Rates and exclusions of a file decide no hours: its law is told without them.
  const words = scenario.words.filter(({ kind }) => kind !== 'rates');
  return lawOf({ ...scenario, words, rates: [], uprateMillionths: undefined, excluded: [] }, rules, grantYear);
}

/** A scenario file says here what the law is, not what is looked at. */
function refuseOwnView({ file, ...scenario }: ScenarioFile): void {
  const { extract, snapshot, term, recipients, fylker, rateClasses, hasEmptyFilter } = scenario;
  const isFiltered = hasEmptyFilter || recipients.length + fylker.length + rateClasses.length > 0;
  const own = { grant_year: scenario.grantYear, as_of: scenario.asOf, extract, snapshot, term };
  const named = Object.entries({ ...own, only: isFiltered || undefined }).filter(([, value]) => value !== undefined);
  if (named.length === 0) return;
  const details = [errorDetail('HOURS_HAS_ITS_OWN', { keys: named.map(([key]) => key).join(', ') })];
  throw new NorsktilskuddError('input', 'SCENARIO_REFUSED', { file }, details);
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
