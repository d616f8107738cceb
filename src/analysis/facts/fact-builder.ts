import { weighByMonths } from '../../../rules';
import {
  asDay,
  at,
  COMPONENTS,
  COUNT_COMPONENT,
  componentOrdinal,
  i32,
  type Outcome,
  quarterOf,
  SHARING,
  STATUS,
  u8,
} from '../../domain';
import { cellKey } from './cell-key';
import type { FactPlan } from './fact-plan';
import type { FactTable, KommuneHoursFact } from './fact-table';
import { GrowingNumbers } from './growing-numbers';

const COUNTED = componentOrdinal(COUNT_COMPONENT);

/** Takes outcomes in the order of persons and makes a fact table of them. */
export class FactBuilder {
  readonly #plan: FactPlan;
  readonly #personIds = new GrowingNumbers();
  readonly #entryStart = new GrowingNumbers();
  readonly #cell = new GrowingNumbers();
  readonly #status = new GrowingNumbers();
  readonly #sharing = new GrowingNumbers();
  readonly #firstTerm = new GrowingNumbers();
  readonly #dueDay = new GrowingNumbers();
  readonly #shareStart = new GrowingNumbers();
  readonly #recipient = new GrowingNumbers();
  readonly #stopped = new GrowingNumbers();
  readonly #days = new GrowingNumbers();
  readonly #months = new GrowingNumbers();
  readonly #shareTerm = new GrowingNumbers();

  constructor(plan: FactPlan) {
    this.#plan = plan;
  }

  /** Begins a person who exists; ids must ascend. */
  beginPerson(personId: number): void {
    this.#personIds.push(personId);
    this.#entryStart.push(this.#cell.length);
  }

  /**
   * Adds a component of the person begun last; an outcome that triggers nothing adds nothing. The outcome is left as
   * it was.
   */
  add(ordinal: number, outcome: Outcome): void {
    if (ordinal === COUNTED) this.#addCounted(outcome);
    else if (outcome.chosenRow >= 0 && outcome.status !== STATUS.notTriggered) this.#addTriggered(ordinal, outcome);
  }

  #addTriggered(ordinal: number, outcome: Outcome): void {
    const { calendar, context } = this.#plan;
    const separate = outcome.sharing === SHARING.separate;
    const yearNumber = separate ? 0 : outcome.yearNumber;
    const quarter = separate ? 1 : quarterOf(asDay(outcome.dueDay));
    const firstTerm = calendar.firstTerm(at(COMPONENTS, ordinal), yearNumber, quarter);
    this.#beginEntry(cellKey(ordinal, yearNumber, outcome.rateClass), statusOf(outcome), outcome.sharing, firstTerm);
    this.#dueDay.push(outcome.dueDay);
    const split = outcome.recipients.length > 1 && outcome.sharing === SHARING.days;
    const months = split ? monthsOf(outcome, context) : [];
    for (let index = 0; index < outcome.recipients.length; index += 1) {
      this.#addShare(at(outcome.recipients, index), at(outcome.stopped, index), at(outcome.days, index));
      this.#months.push(months[index] ?? 1);
      this.#shareTerm.push(separate ? at(outcome.separateTerms, index) : 0);
    }
  }

  /** The person counts in a kommune, by the code in force on the count date; one without a unique code is not counted. */
  #addCounted(outcome: Outcome): void {
    if (outcome.status !== STATUS.triggered) return;
    const code = at(outcome.segmentCode, 0);
    const { onCountDate } = this.#plan;
    if (u8(onCountDate.stopped, code) === 1) return;
    this.#beginEntry(cellKey(COUNTED, 0, 0), STATUS.triggered, SHARING.separate, 0);
    this.#dueDay.push(0);
    this.#addShare(i32(onCountDate.target, code), 0, 0);
    this.#months.push(1);
    this.#shareTerm.push(0);
  }

  finish(kommuneHours: readonly KommuneHoursFact[]): FactTable {
    this.#entryStart.push(this.#cell.length);
    this.#shareStart.push(this.#recipient.length);
    return {
      grantYear: this.#plan.context.grantYear,
      countSteps: this.#plan.countSteps,
      asOf: this.#plan.context.asOf,
      personIds: this.#personIds.toFloat64(),
      entryStart: this.#entryStart.toUint32(),
      cell: this.#cell.toUint8(),
      status: this.#status.toUint8(),
      sharing: this.#sharing.toUint8(),
      firstTerm: this.#firstTerm.toUint8(),
      dueDay: this.#dueDay.toInt32(),
      shareStart: this.#shareStart.toUint32(),
      recipient: this.#recipient.toInt32(),
      stopped: this.#stopped.toUint8(),
      days: this.#days.toInt32(),
      months: this.#months.toUint8(),
      shareTerm: this.#shareTerm.toUint8(),
      kommuneHours,
    };
  }

  #beginEntry(cell: number, status: number, sharing: number, firstTerm: number): void {
    this.#cell.push(cell);
    this.#status.push(status);
    this.#sharing.push(sharing);
    this.#firstTerm.push(firstTerm);
    this.#shareStart.push(this.#recipient.length);
  }

  #addShare(recipient: number, stopped: number, days: number): void {
    this.#recipient.push(recipient);
    this.#stopped.push(stopped);
    this.#days.push(days);
  }
}

/** A missing rate is no fact: such a person is triggered, or has no recipient. */
function statusOf(outcome: Outcome): number {
  if (outcome.status !== STATUS.missingRate) return outcome.status;
  return outcome.recipients.length === 0 ? STATUS.noRecipient : STATUS.triggered;
}

function monthsOf(outcome: Outcome, context: FactPlan['context']): readonly number[] {
  const before = outcome.weights;
  weighByMonths(outcome, context);
  const months = outcome.weights;
  outcome.weights = before;
  return months;
}
