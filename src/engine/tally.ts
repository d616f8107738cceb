import {
  assumptionsIn,
  type ConservationRow,
  errorDetail,
  NorsktilskuddError,
  type Outcome,
  ownerOfCell,
  RATE_CLASSES,
  RATE_KEYS,
  type RateTable,
  rateCell,
  STATUS,
} from '../domain';
import type { ComponentPlan } from './plan';

type Row = { -readonly [Name in keyof ConservationRow]: ConservationRow[Name] };

/** Counts what a run used and what must add up: rates, assumptions, missing cells, conservation. */
export class Tally {
  readonly #rates = new Set<number>();
  readonly #missing = new Map<string, number>();
  readonly #rows = new Map<ComponentPlan, Row>();
  assumptions = 0;

  /** Whether a figure was missing: the run will stop once everybody is counted. */
  get isIncomplete(): boolean {
    return this.#missing.size > 0;
  }

  /** Notes what an outcome used. Returns false where its rate is missing, so that nothing more can be done with it. */
  use(outcome: Outcome): boolean {
    if (outcome.status === STATUS.missingRate) {
      for (const cell of new Set(outcome.missingCells)) this.missing(cell);
      return false;
    }
    if (outcome.rateIndex >= 0) this.#rates.add(outcome.rateIndex);
    this.assumptions |= outcome.assumptions;
    return true;
  }

  useRate(index: number): void {
    this.#rates.add(index);
  }

  /** A cell that one more person or kommune needs and nobody has. */
  missing(cell: string): void {
    this.#missing.set(cell, (this.#missing.get(cell) ?? 0) + 1);
  }

  row(plan: ComponentPlan): Row {
    const known = this.#rows.get(plan);
    if (known) return known;
    const made = {
      grantYear: plan.grantYear,
      component: plan.component,
      annualNok: 0,
      postedBeforeNok: 0,
      linesNok: 0,
      dueLaterNok: 0,
      heldNok: 0,
    };
    this.#rows.set(plan, made);
    return made;
  }

  ratesUsed(): number[] {
    return [...this.#rates].sort((a, b) => a - b);
  }

  assumptionsUsed(): string[] {
    return assumptionsIn(this.assumptions);
  }

  /** Stops the run where figures are missing, naming each cell, how many need it and the last year that has it. */
  stopIfIncomplete(rates: RateTable): void {
    if (!this.isIncomplete) return;
    const details = [...this.#missing]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([cell, count]) =>
        errorDetail('PARAMETER_MISSING', {
          ...ownerOfCell(cell),
          cell,
          count,
          lastYear: lastYearOf(cell, rates) || '-',
        }),
      );
    throw new NorsktilskuddError('rule', 'PARAMETERS_MISSING', { cells: details.length }, details);
  }
}

/** Last year before the cell's own that has a value; empty where there is none. */
function lastYearOf(cell: string, rates: RateTable): string {
  const [keyText, yearText, classText] = cell.split('/');
  const key = RATE_KEYS.find((candidate) => candidate === keyText);
  const rateClass = RATE_CLASSES.find((candidate) => candidate === classText);
  if (!key || !rateClass) return '';
  const years = rates.rates
    .filter((rate) => rateCell(rate.key, 0, rate.rateClass) === rateCell(key, 0, rateClass))
    .map((rate) => rate.grantYear);
  const before = years.filter((year) => year < Number(yearText));
  return before.length > 0 ? String(Math.max(...before)) : '';
}
