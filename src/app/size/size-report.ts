import {
  attributePayments,
  type BudgetYear,
  budgetYear,
  cellKey,
  coverageHundredths,
  type FactTable,
  type Forecast,
  forecast,
  type NationalSize,
  nationalSize,
  sizeRegister,
} from '../../analysis';
import {
  actsUnderIds,
  type BatchMoney,
  type CaseAct,
  componentOrdinal,
  type Day,
  type ErrorDetail,
  errorDetail,
  NO_TRACE,
  type Rate,
  rateCell,
  type SizingRow,
} from '../../domain';
import { calculate } from '../../engine';
import { type Ledger, openLedger } from '../../ledger';
import type { Analysis } from '../analysis/open-analysis';
import { casesInForce, pinsOfYear } from '../cases/cases-in-force';
import { type LeftOut, leftOutOf, registerWarnings } from '../facts/left-out';
import { type RatesInUse, ratesWarnings, usedAmong } from '../rates/rates-warnings';
import { type NameOf, namesOfYear } from '../recipient-text';
import { type LedgerView, ratesUsed } from './rates-used';

/** What `size` is asked for beside the register. */
export interface SizeOptions {
  readonly appropriationNok: number | undefined;
  readonly budgetYear: number;
  /** undefined: no ledger, so no budget-year table. */
  readonly ledgerFile: string | undefined;
  readonly forecast: boolean;
}

/** Everything that `size` shows. Whole kroner. */
export interface SizeReport {
  readonly grantYear: number;
  readonly asOf: Day;
  readonly snapshot: string;
  readonly rows: readonly SizingRow[];
  readonly size: NationalSize;
  readonly unknownCountryPersons: number;
  /** Distinct persons of all rows, and by cellKey(). */
  readonly persons: number;
  readonly personsByCell: ReadonlyMap<number, number>;
  readonly leftOut: LeftOut;
  /** What every amount rests on; it names persons. */
  readonly facts: FactTable;
  readonly appropriationNok: number | undefined;
  /** Appropriation less size. */
  readonly differenceNok: number | undefined;
  /** Hundredths of a percent of the size that the appropriation covers. */
  readonly coverageHundredths: number | undefined;
  /** Rates of the year that the size rests on. */
  readonly rates: readonly Rate[];
  /** Names on the last day of the grant year. */
  readonly nameOf: NameOf;
  /** Rates of the year that the size rests on and that are not verified. */
  readonly unverifiedRates: readonly Rate[];
  /** Rates files that change nothing. */
  readonly warnings: readonly ErrorDetail[];
  readonly budget: BudgetYear | undefined;
  readonly ledger: LedgerView | undefined;
  /** undefined where it was not asked for. */
  readonly forecast: Forecast | undefined;
}

/** Distinct persons of a cell. */
export function personsIn(
  { personsByCell }: SizeReport,
  { component, yearNumber, rateClass }: NationalSize['cells'][number],
): number {
  return personsByCell.get(cellKey(componentOrdinal(component), yearNumber, rateClass)) ?? 0;
}

/** Opens a ledger that is to be sized against and closes it: one that is not there is refused before anything is read. */
export function refuseNoLedger(ledgerFile: string): void {
  openLedger(ledgerFile, { readOnly: true, checkTotals: false }).close();
}

/** Sizes the grant year and, where there is a ledger, puts it beside what has been paid. */
export function sizeReport(analysis: Analysis, options: SizeOptions): SizeReport {
  const { snapshot, rules, grantYear, asOf, excluded } = analysis;
  const cases = actsUnderIds(casesInForce(options.ledgerFile), snapshot.identities);
  const pins = pinsOfYear(cases, grantYear);
  const { rows, facts, ...sized } = sizeRegister(snapshot, rules, grantYear, asOf, excluded, pins);
  const size = nationalSize(rows);
  const { appropriationNok } = options;
  const used = ratesUsed(size, rules.rates, grantYear);
  return {
    grantYear,
    asOf,
    snapshot: snapshot.snapshotId,
    rows,
    size,
    ...sized,
    facts,
    leftOut: leftOutOf(snapshot, asOf, facts, excluded),
    appropriationNok,
    differenceNok: appropriationNok === undefined ? undefined : appropriationNok - size.totalNok,
    coverageHundredths:
      appropriationNok === undefined ? undefined : coverageHundredths(appropriationNok, size.totalNok),
    rates: used,
    nameOf: namesOfYear(rules.places, grantYear),
    unverifiedRates: used.filter((rate) => rate.status !== 'verified'),
    warnings: [
      ...registerWarnings(snapshot),
      ...(pins.length === 0 ? [] : [errorDetail('SIZE_WITH_CASES', { acts: pins.length })]),
      ...ratesWarnings(analysis.ruleInputs.ratesFiles, inUse(analysis, options, used)),
    ],
    ...budgetOf(analysis, options, cases),
    forecast: options.forecast
      ? forecast(
          snapshot,
          rules,
          { grantYear, asOf, excluded, sized: pins.length === 0 ? rows : undefined },
          analysis.earlier,
        )
      : undefined,
  };
}

/** Rates of the year, and for a forecast those of the next one. */
function inUse({ rules, grantYear }: Analysis, options: SizeOptions, used: readonly Rate[]): RatesInUse {
  const cells = new Set(used.map((rate) => rateCell(rate.key, rate.grantYear, rate.rateClass)));
  const isOfSize = usedAmong(rules.rates, cells);
  const otherYears = options.forecast ? [grantYear + 1] : [];
  return { grantYear, otherYears, isUsed: (rate) => otherYears.includes(rate.grantYear) || isOfSize(rate) };
}

function budgetOf(
  analysis: Analysis,
  options: SizeOptions,
  cases: readonly CaseAct[],
): Pick<SizeReport, 'budget' | 'ledger'> {
  if (options.ledgerFile === undefined) return { budget: undefined, ledger: undefined };
  const ledger = openLedger(options.ledgerFile, { readOnly: true });
  try {
    const history = ledger.paymentHistory();
    const { appropriationNok, budgetYear: year } = options;
    const request = { budgetYear: year, grantYear: analysis.grantYear, appropriationNok };
    const amounts = openAmounts(analysis, ledger, history, cases);
    const attribution = attributePayments(history, analysis.rules.places);
    return {
      budget: budgetYear({ ...request, ...amounts }, history, attribution),
      ledger: {
        rehearsal: ledger.rehearsal,
        journalHead: ledger.journalHead(),
        draft: history.find((batch) => batch.isDraft)?.runId,
        missing: ledger.missing(),
      },
    };
  } finally {
    ledger.close();
  }
}

/**
 * What the whole grant year leaves to be paid and held, by the conservation of a calculation of its last term on what has
 * been posted: counts of grunntilskudd that are frozen and persons who are withheld are as a run has them. What the
 * draft that waits will pay is not due later.
 */
function openAmounts(
  { snapshot, rules, grantYear, asOf, excluded }: Analysis,
  ledger: Ledger,
  history: readonly BatchMoney[],
  cases: readonly CaseAct[],
): { readonly dueLaterNok: number; readonly heldNok: number } {
  const posted = ledger.postedState();
  const isOfYear = (row: { readonly grantYear: number }): boolean => row.grantYear === grantYear;
  const { conservation } = calculate({
    request: { grantYear, term: 4, asOf, excluded },
    register: snapshot,
    // Arrears of the year before are another year's.
    posted: {
      balances: [],
      coverage: posted.coverage.filter(isOfYear),
      openingCoverage: posted.openingCoverage.filter(isOfYear),
      entries: (years, identities) =>
        posted.entries(
          years.filter((year) => year === grantYear),
          identities,
        ),
    },
    rules,
    cases,
    trace: NO_TRACE,
  });
  const rows = conservation.filter(isOfYear);
  const drafted = history
    .flatMap(({ isDraft, granted }) => (isDraft ? granted : []))
    .filter((row) => isOfYear(row) && rows.some(({ component }) => component === row.component));
  return {
    dueLaterNok:
      rows.reduce((sum, row) => sum + row.linesNok + row.dueLaterNok, 0) -
      drafted.reduce((sum, row) => sum + row.amountNok, 0),
    heldNok: rows.reduce((sum, row) => sum + row.heldNok, 0),
  };
}
