import { assert, at, emptyList, NOTE, Outcome, type PersonView, type PostedEntry, Settlement, STATUS } from '../domain';
import { emitHeld, emitLines, lineFactsOf } from './emit';
import { permitDateMissing, uncountedWithoutPermit } from './permit-findings';
import { personIdOf, reportCorrection, reportPerson } from './person-findings';
import { reportAgreeing } from './pinned-findings';
import type { ComponentPlan } from './plan';
import type { RunState } from './run-state';
import { settlePerson } from './settle';

/** Works out the components of one person after another; the scratch objects are used again. */
export class PersonRun {
  readonly #state: RunState;
  readonly #outcome = new Outcome();
  readonly #participation = new Outcome();
  readonly #settlement = new Settlement();
  readonly #mine: PostedEntry[] = [];
  readonly #empty = new Settlement();
  /** An empty permit date of the person at hand has been told of. */
  #permitReported = false;

  constructor(state: RunState) {
    this.#state = state;
  }

  /** Returns the sum of the person's lines in kroner. */
  compute(person: PersonView, posted: readonly PostedEntry[], leaf: number): number {
    const { plan, trace, hoursBasis, pinned } = this.#state;
    const personId = personIdOf(person);
    trace.beginPerson(leaf, personId, person);
    let record = 0;
    let paidNok = 0;
    let triggerKnown = false;
    this.#permitReported = false;
    for (const component of plan.perPerson) {
      const isParticipation = component === plan.participation;
      const outcome = isParticipation ? this.#participation : this.#outcome;
      triggerKnown ||= isParticipation;
      outcome.reset();
      const view = pinned.viewOf(person, component.grantYear);
      component.evaluate(view, outcome);
      const mine = this.#postedOf(component, posted);
      if (outcome.candidateRows.length === 0 && mine.length === 0) continue;
      paidNok += this.#settle(component, view, outcome, mine, personId, leaf, record);
      record += 1;
    }
    const view = pinned.viewOf(person, plan.context.grantYear);
    this.#count(view);
    if (!triggerKnown && plan.participation) {
      this.#participation.reset();
      plan.participation.evaluate(view, this.#participation);
    }
    hoursBasis.addPerson(view, plan.participation ? this.#participation : undefined);
    if (pinned.has(personId)) reportAgreeing(person, plan, pinned, this.#state.findings);
    return paidNok;
  }

  /** Corrects everything that is posted to somebody withheld to nothing, as where nothing triggers (rulebook 9a). */
  correct(personId: number, posted: readonly PostedEntry[], leaf: number): number {
    let [record, linesNok] = [0, 0];
    for (const component of this.#state.plan.perPerson) {
      const mine = this.#postedOf(component, posted);
      if (mine.length === 0) continue;
      this.#outcome.reset();
      linesNok += this.#settle(component, undefined, this.#outcome, mine, personId, leaf, record);
      record += 1;
    }
    return linesNok;
  }

  #settle(
    component: ComponentPlan,
    person: PersonView | undefined,
    outcome: Outcome,
    mine: readonly PostedEntry[],
    personId: number,
    leaf: number,
    record: number,
  ): number {
    const { tally, trace, held, findings, cutOff, sizing, rules, request, blocks, successors } = this.#state;
    if (!tally.use(outcome)) return 0;
    const settlement = this.#settlement;
    settlement.reset();
    const successorOf = successors.of(component.grantYear, component.ordinal, personId);
    settlePerson(component, outcome, mine, cutOff, settlement, successorOf);
    blocks.hold({ grantYear: component.grantYear, component: component.ordinal, personId }, settlement);
    const facts = lineFactsOf(component, outcome, personId, leaf, record);
    const linesNok = emitLines(facts, settlement, mine, component.context.translation.target, component.lines);
    const heldNok = emitHeld(facts, settlement, held);
    trace.record(component.grantYear, component.ordinal, outcome, settlement, person);
    this.#conserve(component, outcome, mine, linesNok, heldNok);
    const triggers = outcome.status === STATUS.triggered || outcome.status === STATUS.noRecipient;
    if (component.isCurrentYear && triggers)
      sizing.addPerson(component, outcome, rules.rates.rates[outcome.rateIndex]?.valueNok ?? 0);
    if (component.isCurrentYear && outcome.status === STATUS.unknownCountry) this.#state.unknownCountryPersons += 1;
    if (person) reportPerson(component, person, outcome, settlement, request.term === 4, findings);
    else reportCorrection(component, personId, settlement, request.term === 4, findings);
    this.#permitReported ||= component.isCurrentYear && (outcome.notes & NOTE.permitDateMissing) !== 0;
    return linesNok;
  }

  /** R = posted before + this run's lines + due later + held, for every person (rulebook 9). */
  #conserve(
    component: ComponentPlan,
    outcome: Outcome,
    mine: readonly PostedEntry[],
    linesNok: number,
    heldNok: number,
  ): void {
    let postedNok = 0;
    for (const entry of mine) postedNok += entry.amountNok;
    const triggers = outcome.status === STATUS.triggered || outcome.status === STATUS.noRecipient;
    const annualNok = triggers ? outcome.annualAmountNok : 0;
    const dueLaterNok = annualNok - this.#settlement.cumulativeDueNok;
    assert(
      annualNok === postedNok + linesNok + dueLaterNok + heldNok,
      'a person does not add up: R is not posted + due later + held',
    );
    const row = this.#state.tally.row(component);
    row.annualNok += annualNok;
    row.postedBeforeNok += postedNok;
    row.linesNok += linesNok;
    row.dueLaterNok += dueLaterNok;
    row.heldNok += heldNok;
  }

  /** Counts the person for grunntilskudd; its trace record is the person's last. */
  #count(person: PersonView): void {
    const { plan, count, trace, findings, tally } = this.#state;
    if (!plan.counted || !count) return;
    const outcome = this.#outcome;
    outcome.reset();
    plan.counted.evaluate(person, outcome);
    if (outcome.candidateRows.length === 0) return;
    tally.assumptions |= outcome.assumptions;
    count.addPerson(outcome, person, findings);
    const unknownAge = this.#permitReported ? undefined : uncountedWithoutPermit(plan.counted, person, outcome);
    if (unknownAge !== undefined) findings.push(permitDateMissing(plan.counted, person, unknownAge));
    trace.record(plan.counted.grantYear, plan.counted.ordinal, outcome, this.#empty, person);
  }

  #postedOf(component: ComponentPlan, posted: readonly PostedEntry[]): readonly PostedEntry[] {
    emptyList(this.#mine);
    for (let index = 0; index < posted.length; index += 1) {
      const entry = at(posted, index);
      if (entry.grantYear === component.grantYear && entry.component === component.ordinal) this.#mine.push(entry);
    }
    return this.#mine;
  }
}
