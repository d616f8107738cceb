import { partsOf } from '../../rules';
import {
  at,
  COMPONENTS,
  emptyList,
  isPerDecision,
  NO_RECIPIENT,
  type Outcome,
  SHARING,
  type SizingRow,
  STATUS,
} from '../domain';
import type { ComponentPlan } from './plan';

interface Cell {
  persons: number;
  days: number;
  annualAmountNok: number;
  rateNok: number | null;
}

/** Cells of a recipient: components, year numbers 0-7, classes 0-3. */
const CELLS = COMPONENTS.length * 32;

/** Annual size per recipient, component, year number and class (rulebook 8.1). */
export class Sizing {
  readonly #cells = new Map<number, Cell>();
  readonly #parts: number[] = [];
  readonly #seen: number[] = [];

  /** Adds a person of the run's grant year at full annual amount; held parts go under HELD. */
  addPerson(plan: ComponentPlan, outcome: Outcome, rateNok: number): void {
    const key = (plan.ordinal * 8 + (isPerDecision(plan.component) ? 0 : outcome.yearNumber)) * 4 + outcome.rateClass;
    if (outcome.status === STATUS.noRecipient) {
      this.#add(NO_RECIPIENT, key, true, 0, outcome.annualAmountNok, rateNok);
      return;
    }
    const separate = outcome.sharing === SHARING.separate;
    if (!separate) partsOf(outcome, outcome.annualAmountNok, this.#parts);
    emptyList(this.#seen);
    for (let index = 0; index < outcome.recipients.length; index += 1) {
      const recipient = at(outcome.stopped, index) === 1 ? NO_RECIPIENT : at(outcome.recipients, index);
      const amountNok = separate ? at(outcome.separateAmountsNok, index) : at(this.#parts, index);
      const isNew = !this.#seen.includes(recipient);
      if (isNew) this.#seen.push(recipient);
      this.#add(recipient, key, isNew, at(outcome.days, index), amountNok, rateNok);
    }
  }

  /** Adds a kommune of a component without persons. `rateNok` null and class none where it gets nothing. */
  addKommune(
    recipient: number,
    ordinal: number,
    rateClass: number,
    persons: number,
    rateNok: number | null,
    amountNok: number,
  ): void {
    const key = ordinal * 32 + rateClass;
    this.#add(recipient, key, false, 0, amountNok, rateNok);
    this.#cellOf(recipient, key, rateNok).persons += persons;
  }

  /** Rows in no particular order; the writer sorts them. */
  rows(): SizingRow[] {
    return [...this.#cells].map(([key, cell]) => {
      const local = key % CELLS;
      return {
        recipient: Math.floor(key / CELLS),
        component: at(COMPONENTS, local >> 5),
        yearNumber: (local >> 2) & 7,
        rateClass: local & 3,
        ...cell,
      };
    });
  }

  #add(
    recipient: number,
    key: number,
    isNewPerson: boolean,
    days: number,
    amountNok: number,
    rateNok: number | null,
  ): void {
    const cell = this.#cellOf(recipient, key, rateNok);
    if (isNewPerson) cell.persons += 1;
    cell.days += days;
    cell.annualAmountNok += amountNok;
  }

  #cellOf(recipient: number, key: number, rateNok: number | null): Cell {
    const whole = recipient * CELLS + key;
    const known = this.#cells.get(whole);
    if (known) return known;
    const made = { persons: 0, days: 0, annualAmountNok: 0, rateNok };
    this.#cells.set(whole, made);
    return made;
  }
}
