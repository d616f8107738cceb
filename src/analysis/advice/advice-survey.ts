import { rowEnd, rowStart, visiblePersonRow } from '../../../rules';
import {
  asDay,
  FAR_PAST,
  f64,
  i32,
  isProtectedPerson,
  OUTCOME,
  Outcome,
  type PersonView,
  quarterOf,
  type RegisterBlock,
  STATUS,
  u8,
  u16,
} from '../../domain';
import { FactBuilder } from '../facts/fact-builder';
import type { FactComponent, FactPlan } from '../facts/fact-plan';
import type { FactTable } from '../facts/fact-table';

/** Facts of one kind of fault, of persons whose kommune may be reported, and of the others. */
export interface FaultFacts {
  readonly open: FactTable;
  readonly protectedOnly: FactTable;
}

const FAULTS = ['decisionMissing', 'rowsRejected', 'registeredLate'] as const;
type Fault = (typeof FAULTS)[number];

/** Goes through a register and keeps, for each kind of fault, the facts of what is not given or came late. */
export class AdviceSurvey {
  readonly #plan: FactPlan;
  readonly #outcome = new Outcome();
  readonly #builders: Readonly<Record<Fault, { open: FactBuilder; protectedOnly: FactBuilder }>>;
  /** Kommune of hours or decision of persons without any recipient, by person id. */
  readonly supposedKommune = new Map<number, number>();

  constructor(plan: FactPlan) {
    this.#plan = plan;
    const pair = (): { open: FactBuilder; protectedOnly: FactBuilder } => ({
      open: new FactBuilder(plan),
      protectedOnly: new FactBuilder(plan),
    });
    this.#builders = { decisionMissing: pair(), rowsRejected: pair(), registeredLate: pair() };
  }

  observe(block: RegisterBlock): void {
    const kinds = this.#plan.components.flatMap(({ decisionKind }) => decisionKind ?? []);
    const granted = new Map(kinds.map((kind) => [kind, grantedForAll(block, kind)]));
    for (let index = 0; index < block.personCount; index += 1) {
      const personRow = visiblePersonRow(block.persons, index, this.#plan.context.asOf);
      if (personRow >= 0) this.#observePerson({ block, index, personRow }, granted);
    }
  }

  finish(): Readonly<Record<Fault, FaultFacts>> {
    const facts = (fault: Fault): FaultFacts => ({
      open: this.#builders[fault].open.finish([]),
      protectedOnly: this.#builders[fault].protectedOnly.finish([]),
    });
    return {
      decisionMissing: facts('decisionMissing'),
      rowsRejected: facts('rowsRejected'),
      registeredLate: facts('registeredLate'),
    };
  }

  #observePerson(person: PersonView, granted: ReadonlyMap<number, RegisterBlock>): void {
    const personId = f64(person.block.personIds, person.index);
    const isProtected = isProtectedPerson(person.block, person.index);
    const builderOf = (fault: Fault): FactBuilder => this.#builders[fault][isProtected ? 'protectedOnly' : 'open'];
    for (const fault of FAULTS) builderOf(fault).beginPerson(personId);
    const isWithheld = u8(person.block.withheld, person.index) === 1;
    for (const component of this.#plan.components) {
      const outcome = this.#ask(component, person);
      if (isWithheld) {
        builderOf('rowsRejected').add(component.ordinal, outcome);
        continue;
      }
      if (outcome.status === STATUS.noRecipient) this.#suppose(person, personId);
      if (this.#isLate(outcome, person.block)) builderOf('registeredLate').add(component.ordinal, outcome);
      const other = this.#outcomeWithDecision(component, outcome, person, granted);
      if (other !== undefined) builderOf('decisionMissing').add(component.ordinal, other);
    }
  }

  #ask(component: FactComponent, person: PersonView): Outcome {
    this.#outcome.reset();
    component.evaluate(person, this.#outcome);
    return this.#outcome;
  }

  /** What the person would trigger with a granted decision; undefined where that is not what is missing. */
  #outcomeWithDecision(
    component: FactComponent,
    outcome: Outcome,
    person: PersonView,
    granted: ReadonlyMap<number, RegisterBlock>,
  ): Outcome | undefined {
    const block = granted.get(component.decisionKind ?? -1);
    if (block === undefined || outcome.status !== STATUS.notTriggered || outcome.candidateRows.length === 0) {
      return undefined;
    }
    const supposed = this.#ask(component, { ...person, block });
    return supposed.status === STATUS.notTriggered ? undefined : supposed;
  }

  /** An amount of year 1 whose row was registered in a later quarter of the year than it tells of. */
  #isLate(outcome: Outcome, { targetGroup }: RegisterBlock): boolean {
    if (outcome.status !== STATUS.triggered || outcome.yearNumber !== 1) return false;
    const registeredOn = i32(targetGroup.registeredOn, outcome.chosenRow);
    const enteredOn = i32(targetGroup.enteredOn, outcome.chosenRow);
    const { firstDay, lastDay } = this.#plan.context;
    const isInYear = enteredOn >= firstDay && registeredOn <= lastDay;
    return registeredOn > lastDay || (isInYear && quarterOf(asDay(registeredOn)) > quarterOf(asDay(enteredOn)));
  }

  /** Somebody without any recipient belongs, as far as is known, to the kommune of the last hours, else of the last decision. */
  #suppose({ block, index }: PersonView, personId: number): void {
    const { asOf, translation } = this.#plan.context;
    const { hours, decisions } = block;
    let kommune = -1;
    for (let row = rowStart(decisions, index); row < rowEnd(decisions, index); row += 1) {
      if (i32(decisions.registeredOn, row) <= asOf) kommune = i32(decisions.kommune, row);
    }
    for (let row = rowStart(hours, index); row < rowEnd(hours, index); row += 1) {
      if (i32(hours.registeredOn, row) <= asOf && u16(hours.hoursHundredths, row) > 0)
        kommune = i32(hours.kommune, row);
    }
    if (kommune >= 0) this.supposedKommune.set(personId, i32(translation.target, kommune));
  }
}

/** The block as it would be if everybody had one granted decision of a kind: to see who lacks nothing else. */
function grantedForAll(block: RegisterBlock, kind: number): RegisterBlock {
  const count = block.personCount;
  const offsets = Uint32Array.from({ length: count + 1 }, (_, index) => index);
  return {
    ...block,
    decisions: {
      offsets,
      line: new Uint32Array(count),
      registeredOn: new Int32Array(count).fill(FAR_PAST),
      decision: new Uint32Array(count),
      kommune: new Int32Array(count),
      kind: new Uint8Array(count).fill(kind),
      outcome: new Uint8Array(count).fill(OUTCOME.granted),
      decidedOn: new Int32Array(count).fill(FAR_PAST),
      trainingStartsOn: new Int32Array(count).fill(FAR_PAST),
    },
  };
}
