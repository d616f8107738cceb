import { at, COMPONENTS, type Finding, finding, type HeldRow, type PostedEntry } from '../domain';
import type { ComponentPlan } from './plan';

/**
 * A person with postings who is withheld (rulebook, "Missing is not unqualified"): no line at all; per grant year and
 * component that the run computes the negative of what is posted is held. Returns the sum of what is posted, in kroner.
 */
export function holdWithheld(
  personId: number,
  reason: 'missing_from_extract' | 'rejected_row',
  posted: readonly PostedEntry[],
  plans: readonly ComponentPlan[],
  held: HeldRow[],
  isKept: boolean,
): number {
  let sumNok = 0;
  for (const plan of plans) {
    const postedNok = postedSum(plan, posted);
    if (postedNok === 0) continue;
    const { grantYear, component } = plan;
    const row = { grantYear, component, personId, annualAmountNok: 0, heldAmountNok: -postedNok, reason };
    held.push(isKept ? { ...row, isKept } : row);
    sumNok += postedNok;
  }
  return sumNok;
}

function postedSum(plan: ComponentPlan, posted: readonly PostedEntry[]): number {
  let sumNok = 0;
  for (const entry of posted) {
    if (entry.grantYear === plan.grantYear && entry.component === plan.ordinal) sumNok += entry.amountNok;
  }
  return sumNok;
}

/** Postings of grant years and components that the run leaves alone (rulebook 6), one finding each. */
export class UntouchedPostings {
  readonly #sums = new Map<string, { grantYear: number; component: number; postings: number; sumNok: number }>();
  readonly #computed: ReadonlySet<number>;

  constructor(plans: readonly ComponentPlan[], perKommune: readonly ComponentPlan[]) {
    this.#computed = new Set(
      [...plans, ...perKommune].map((plan) => plan.grantYear * COMPONENTS.length + plan.ordinal),
    );
  }

  note(posted: readonly PostedEntry[]): void {
    for (const entry of posted) {
      if (this.#computed.has(entry.grantYear * COMPONENTS.length + entry.component)) continue;
      const key = `${entry.grantYear}/${entry.component}`;
      const sum = this.#sums.get(key) ?? {
        grantYear: entry.grantYear,
        component: entry.component,
        postings: 0,
        sumNok: 0,
      };
      sum.postings += 1;
      sum.sumNok += entry.amountNok;
      this.#sums.set(key, sum);
    }
  }

  findings(): Finding[] {
    return [...this.#sums.values()]
      .sort((a, b) => a.grantYear - b.grantYear || a.component - b.component)
      .map((sum) =>
        finding(
          'info',
          'POSTINGS_LEFT_ALONE',
          {},
          {
            year: sum.grantYear,
            component: at(COMPONENTS, sum.component),
            postings: sum.postings,
            sumNok: sum.sumNok,
          },
        ),
      );
  }
}
