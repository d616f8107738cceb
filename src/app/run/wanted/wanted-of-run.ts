import { type AssumptionTable, type RateTable, type RunResult, rateCell } from '../../../domain';
import { fact, type Wanted } from './wanted';
import { type TermFacts, wantedByTerm } from './wanted-by-term';

/** What the wishes of a run follow from. */
export interface WantedInput extends TermFacts {
  readonly result: Pick<RunResult, 'ratesUsed' | 'assumptionsUsed' | 'openingArrears' | 'held' | 'payouts'>;
  readonly rates: RateTable;
  readonly assumptions: AssumptionTable;
  readonly rejectedRows: number;
  /** Rows of persons whose national id is also another person's. */
  readonly sharedNationalIds: number;
}

/** Everything that a run wants accepted, in a fixed order: cells, assumptions, facts. What is `verified` wants nothing. */
export function wantedOf(input: WantedInput): Wanted[] {
  const used = new Set(input.result.assumptionsUsed);
  const cells = input.result.ratesUsed.flatMap((index) => input.rates.rates[index] ?? []);
  return [
    ...cells.map((rate) => ({
      name: rateCell(rate.key, rate.grantYear, rate.rateClass),
      status: rate.status,
      figures: { value_nok: rate.valueNok },
    })),
    ...input.assumptions.assumptions.flatMap(({ id, status, value }) =>
      used.has(id) ? [{ name: id, status, figures: { value } }] : [],
    ),
    ...wantedByRows(input),
    ...wantedByTerm(input, paidBy(input)),
  ].filter(({ status }) => status !== 'verified');
}

function wantedByRows({ rejectedRows, sharedNationalIds, result }: WantedInput): Wanted[] {
  const missing = result.held.filter(({ reason }) => reason === 'missing_from_extract');
  const withheldNok = missing.reduce((sum, row) => sum - (row.heldAmountNok ?? 0), 0);
  const persons = new Set(missing.map(({ personId }) => personId)).size;
  const arrears = result.openingArrears;
  const [postings, sumNok] = arrears.reduce(([count, sum], row) => [count + row.postings, sum + row.sumNok], [0, 0]);
  return [
    ...(rejectedRows > 0 ? [fact('rejected-rows', { rows: rejectedRows })] : []),
    ...(sharedNationalIds > 0 ? [fact('shared-national-ids', { rows: sharedNationalIds })] : []),
    ...(arrears.length > 0 ? [fact('opening-arrears', { postings, sum_nok: sumNok })] : []),
    ...(persons > 0 ? [fact('missing-persons', { persons, withheld_nok: withheldNok })] : []),
  ];
}

function paidBy({ result }: WantedInput): number {
  return result.payouts.reduce((sum, row) => sum + row.paidNok, 0);
}
