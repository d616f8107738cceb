import type { BatchMoney } from '../../domain';
import type { AttributedPayment, Attribution } from './attribute-payments';

/** What a budget year is asked for. */
export interface BudgetRequest {
  /** Calendar year whose appropriation is charged. */
  readonly budgetYear: number;
  readonly grantYear: number;
  /** undefined: none was given. */
  readonly appropriationNok: number | undefined;
  /** Of the grant year, what neither a posted batch nor the draft has granted yet, by the engine's own conservation. */
  readonly dueLaterNok: number;
  /** Triggered and not payable now, by the same. */
  readonly heldNok: number;
}

/** Kroner of a calendar year for one grant year. */
export interface YearSum {
  readonly calendarYear: number;
  /** EARLIER_SYSTEM for what an earlier system left. */
  readonly grantYear: number;
  readonly amountNok: number;
}

/**
 * The appropriation of a calendar year, charged on the day on which money arrives. All amounts in whole kroner; what is
 * paid, ordered, refused, in this batch, due later and carried add up to what the grant year comes to and its arrears.
 * What an earlier system has paid is known where its payments were taken over too, and come to what it had posted.
 */
export interface BudgetYear extends BudgetRequest {
  /** Money that arrived, by calendar year and grant year; what came back is taken off in the year in which it did. */
  readonly paid: readonly YearSum[];
  /** Arrived in the budget year, arrears included. */
  readonly paidNok: number;
  /** Of it for earlier grant years. */
  readonly arrearsNok: number;
  /** Ordered by posted batches, nothing heard yet. */
  readonly orderedNok: number;
  /** Refused or sent back, and not paid again yet. */
  readonly refusedNok: number;
  /** Payments of the draft that waits for approval. */
  readonly thisBatchNok: number;
  /** Corrections that wait to be netted off later payments, all grant years; at most 0. */
  readonly carriedNok: number;
  /** Arrived after the budget year for this grant year. */
  readonly paidLaterNok: number;
  /** Arrived for this grant year in all calendar years. */
  readonly grantYearPaidNok: number;
  /** Of it what an earlier system paid, as far as that was reported. */
  readonly paidEarlierNok: number;
  /** True where an earlier system may have paid in the budget year: what is paid is then known in part. */
  readonly isPaidElsewhere: boolean;
  /** True where an earlier system may have paid for the grant year. */
  readonly isGrantYearPaidElsewhere: boolean;
  /** Appropriation less what has arrived; undefined without an appropriation, or where not all that arrived is known. */
  readonly unspentNok: number | undefined;
  /** Unspent less all that is still to be paid, if everything held is released. */
  readonly remainingNok: number | undefined;
}

/** The budget-year table from the ledger's payments and the annual size. */
export function budgetYear(
  request: BudgetRequest,
  history: readonly BatchMoney[],
  attribution: Attribution,
): BudgetYear {
  const posted = attribution.payments.filter((payment) => !payment.isDraft);
  const openings = history.filter(({ kind, isDraft }) => kind === 'opening' && !isDraft);
  const paidEarlier = openings.flatMap((opening) => opening.paidEarlier ?? []);
  const paid = paidByYear(posted, paidEarlier);
  const sum = (accept: (row: YearSum) => boolean): number =>
    paid.reduce((total, row) => total + (accept(row) ? row.amountNok : 0), 0);
  const { budgetYear: year, grantYear, appropriationNok } = request;
  const paidNok = sum((row) => row.calendarYear === year);
  const orderedNok = totalOf(posted.filter((payment) => payment.outcomes.length === 0));
  const refusedNok = totalOf(posted.filter((payment) => payment.outcomes.at(-1)?.kind === 'refused'));
  const thisBatchNok = totalOf(attribution.payments.filter((payment) => payment.isDraft));
  const carriedNok = [...attribution.carriedByGrantYear.values()].reduce((total, nok) => total + nok, 0);
  const openedYears = new Set(
    history
      .filter((batch) => batch.kind === 'opening' && !isWhole(batch))
      .flatMap(({ granted }) => granted.map((one) => one.grantYear)),
  );
  const isPaidElsewhere = [...openedYears].some((opened) => opened >= year);
  const unspentNok = appropriationNok === undefined || isPaidElsewhere ? undefined : appropriationNok - paidNok;
  const toBePaidNok = orderedNok + refusedNok + thisBatchNok + request.dueLaterNok + carriedNok + request.heldNok;
  return {
    ...request,
    paid,
    paidNok,
    arrearsNok: sum((row) => row.calendarYear === year && row.grantYear !== grantYear),
    orderedNok,
    refusedNok,
    thisBatchNok,
    carriedNok,
    paidLaterNok: sum((row) => row.calendarYear > year && row.grantYear === grantYear),
    grantYearPaidNok: sum((row) => row.grantYear === grantYear),
    paidEarlierNok: paidEarlier
      .filter(({ on }) => Number(on.slice(0, 4)) === year)
      .reduce((total, { amountNok }) => total + amountNok, 0),
    isPaidElsewhere,
    isGrantYearPaidElsewhere: openedYears.has(grantYear),
    unspentNok,
    remainingNok: unspentNok === undefined ? undefined : unspentNok - toBePaidNok,
  };
}

type PaidEarlier = NonNullable<BatchMoney['paidEarlier']>;

/** Whether what an earlier system paid comes to what was taken over, for each recipient and group. */
function isWhole({ takenOver, paidEarlier }: BatchMoney): boolean {
  if (paidEarlier === undefined) return false;
  const left = new Map<string, number>();
  const add = (one: { readonly recipient: number; readonly group: string }, nok: number): void => {
    const key = `${one.recipient} ${one.group}`;
    left.set(key, (left.get(key) ?? 0) + nok);
  };
  for (const row of takenOver) add(row, row.amountNok);
  for (const row of paidEarlier) add(row, -row.amountNok);
  return [...left.values()].every((nok) => nok === 0);
}

/** Kroner that arrived, ascending by calendar year and grant year. */
function paidByYear(payments: readonly AttributedPayment[], paidEarlier: PaidEarlier): YearSum[] {
  const sums = new Map<number, number>();
  for (const { on, grantYear, amountNok } of paidEarlier) {
    const key = Number(on.slice(0, 4)) * 10_000 + grantYear;
    sums.set(key, (sums.get(key) ?? 0) + amountNok);
  }
  for (const payment of payments) {
    for (const { year, sign } of arrivals(payment)) {
      for (const [grantYear, nok] of payment.byGrantYear) {
        const key = year * 10_000 + grantYear;
        sums.set(key, (sums.get(key) ?? 0) + sign * nok);
      }
    }
  }
  return [...sums]
    .sort(([a], [b]) => a - b)
    .map(([key, amountNok]) => ({ calendarYear: Math.floor(key / 10_000), grantYear: key % 10_000, amountNok }));
}

interface Arrival {
  readonly year: number;
  readonly sign: 1 | -1;
}

/** Years in which the money of a payment arrived (1) or came back (-1). */
function arrivals({ outcomes }: AttributedPayment): Arrival[] {
  return outcomes.flatMap(({ kind, on }, index): Arrival[] => {
    const year = Number(on.slice(0, 4));
    if (kind === 'paid') return [{ year, sign: 1 }];
    return outcomes[index - 1]?.kind === 'paid' ? [{ year, sign: -1 }] : [];
  });
}

function totalOf(payments: readonly AttributedPayment[]): number {
  return payments.reduce((total, payment) => total + payment.amountNok, 0);
}
