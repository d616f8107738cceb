import type { AssumptionTable } from '../../domain';
import { NEVER_PAYABLE, type ParameterStatus, type RateTable, type RunResult, rateCell } from '../../domain';

/** Something that keeps a run from being approved. */
export interface Blocker {
  readonly code: 'STATUS_NOT_PAYABLE' | 'NEEDS_ACCEPTANCE';
  /** Cell, assumption, `rejected-rows`, `shared-national-ids` or `opening-arrears`. */
  readonly name: string;
  /** Status of the figure; empty for those that are none. */
  readonly status: ParameterStatus | '';
}

export interface PayabilityInput {
  readonly result: Pick<RunResult, 'ratesUsed' | 'assumptionsUsed' | 'openingArrears'>;
  readonly rates: RateTable;
  readonly assumptions: AssumptionTable;
  readonly rejectedRows: number;
  /** Rows of persons whose national id is also another person's. */
  readonly sharedNationalIds: number;
  readonly accepted: readonly string[];
  readonly rehearsal: boolean;
}

/**
 * What keeps a run from being paid, in the order cells, assumptions, rows, national ids, arrears (rulebook 1). Empty: payable, or a
 * rehearsal, in which nothing needs accepting.
 */
export function blockersOf(input: PayabilityInput): Blocker[] {
  if (input.rehearsal) return [];
  const rates = input.result.ratesUsed.flatMap((index) => input.rates.rates[index] ?? []);
  const used = new Set(input.result.assumptionsUsed);
  const figures = [
    ...rates.map((rate) => ({ name: rateCell(rate.key, rate.grantYear, rate.rateClass), status: rate.status })),
    ...input.assumptions.assumptions.flatMap(({ id, status }) => (used.has(id) ? { name: id, status } : [])),
  ];
  const blockers: Blocker[] = [];
  for (const { name, status } of figures) {
    if (NEVER_PAYABLE.includes(status)) blockers.push({ code: 'STATUS_NOT_PAYABLE', name, status });
    else if (status === 'assumed' && !accepts(input.accepted, name))
      blockers.push({ code: 'NEEDS_ACCEPTANCE', name, status });
  }
  if (input.rejectedRows > 0 && !input.accepted.includes('rejected-rows')) blockers.push(needs('rejected-rows'));
  if (input.sharedNationalIds > 0 && !input.accepted.includes('shared-national-ids')) {
    blockers.push(needs('shared-national-ids'));
  }
  if (input.result.openingArrears.length > 0 && !input.accepted.includes('opening-arrears')) {
    blockers.push(needs('opening-arrears'));
  }
  return blockers;
}

function accepts(accepted: readonly string[], name: string): boolean {
  return accepted.includes(name) || accepted.includes('all-assumed');
}

function needs(name: string): Blocker {
  return { code: 'NEEDS_ACCEPTANCE', name, status: '' };
}
