import { weighByMonths } from '../../../rules';
import {
  asDay,
  at,
  COMPONENTS,
  GrowingColumn,
  i32,
  isCounted,
  type Outcome,
  quarterOf,
  RATE_CLASS,
  SHARING,
  STATUS,
  u8,
} from '../../domain';
import { cellKey, countedCell } from './cell-key';
import type { FactPlan } from './fact-plan';
import type { FactTable, KommuneHoursFact } from './fact-table';
import { WHOLE_TWELFTHS } from './split-entry';

/** Takes outcomes in the order of persons and makes a fact table of them. */
export class FactBuilder {
  readonly #plan: FactPlan;
  readonly #personIds = new GrowingColumn();
  readonly #entryStart = new GrowingColumn();
  readonly #cell = new GrowingColumn();
  readonly #status = new GrowingColumn();
  readonly #sharing = new GrowingColumn();
  readonly #firstTerm = new GrowingColumn();
  readonly #dueDay = new GrowingColumn();
  readonly #partAbove = new GrowingColumn();
  readonly #partBelow = new GrowingColumn();
  readonly #shareStart = new GrowingColumn();
  readonly #recipient = new GrowingColumn();
  readonly #stopped = new GrowingColumn();
  readonly #days = new GrowingColumn();
  readonly #months = new GrowingColumn();
  readonly #shareTerm = new GrowingColumn();

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
    if (isCounted(at(COMPONENTS, ordinal))) this.#addCounted(outcome);
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
    this.#partAbove.push(outcome.partAbove);
    this.#partBelow.push(outcome.partBelow);
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
    this.#beginEntry(countedCell(RATE_CLASS.none), STATUS.triggered, SHARING.separate, 0);
    this.#dueDay.push(0);
    this.#partAbove.push(1);
    this.#partBelow.push(1);
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
      moveWeights: this.#plan.moveWeights,
      asOf: this.#plan.context.asOf,
      personIds: this.#personIds.shared(Float64Array),
      entryStart: this.#entryStart.shared(Uint32Array),
      cell: this.#cell.shared(Uint16Array),
      partAbove: this.#partAbove.shared(Uint16Array),
      partBelow: this.#partBelow.shared(Uint16Array),
      status: this.#status.shared(Uint8Array),
      sharing: this.#sharing.shared(Uint8Array),
      firstTerm: this.#firstTerm.shared(Uint8Array),
      dueTwelfths: new Uint8Array(new SharedArrayBuffer(this.#cell.length)).fill(WHOLE_TWELFTHS),
      dueDay: this.#dueDay.shared(Int32Array),
      shareStart: this.#shareStart.shared(Uint32Array),
      recipient: this.#recipient.shared(Int32Array),
      stopped: this.#stopped.shared(Uint8Array),
      days: this.#days.shared(Int32Array),
      months: this.#months.shared(Uint8Array),
      shareTerm: this.#shareTerm.shared(Uint8Array),
      kommuneHours,
      pinnedCounts: this.#plan.pinnedCounts,
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
  // A rule that goes by no days has weights of its own.
  if (outcome.days.every((days) => days === 0)) return [...outcome.weights];
  const before = outcome.weights;
  weighByMonths(outcome, context);
  const months = outcome.weights;
  outcome.weights = before;
  return months;
}
