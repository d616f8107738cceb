import { visiblePersonRow } from '../../../rules';
import { Outcome, type PersonView, type RegisterBlock, type RegisterSource } from '../../domain';
import { PinnedPersons } from '../../engine';
import { factsAtTerm } from './assemble-facts';
import type { DueTerm } from './due-term';
import { eachPerson } from './each-person';
import { FactBuilder } from './fact-builder';
import type { FactPlan } from './fact-plan';
import type { FactTable } from './fact-table';
import { HourFacts } from './hour-facts';

/** Facts of a register in one pass: everything that an amount of the plan's grant year rests on, apart from rates. */
export function collectFacts(register: RegisterSource, plan: FactPlan): FactTable {
  const hours = plan.hasHourGrant ? collectHours(register, plan) : undefined;
  const collector = new FactCollector(plan, hours);
  eachPerson(register, plan.context.asOf, (person, personId) => collector.addPerson(person, personId));
  return collector.finish();
}

/**
 * Facts at a term, as a run of it without postings has them (rulebook 6, 8.4).
 *
 * @param wholeYear facts of the same register and plan
 */
export function collectAtTerm(
  register: RegisterSource,
  plan: FactPlan,
  wholeYear: FactTable,
  { grunntilskuddTerm, term }: Omit<DueTerm, 'calendar'>,
): FactTable {
  const facts = factsAtTerm(wholeYear, { calendar: plan.calendar, grunntilskuddTerm, term });
  return plan.hasHourGrant ? { ...facts, kommuneHours: collectHours(register, plan, term).kommuner() } : facts;
}

/** The hour grant counts hours of withheld persons too (rulebook 5.3), so it has a pass of its own. */
function collectHours(register: RegisterSource, plan: FactPlan, term?: number): HourFacts {
  const hours = new HourFacts(plan.context, term);
  for (const block of register.blocks()) addBlock(block, plan, hours);
  hours.addTeachingHours(register.teachingHours);
  return hours;
}

function addBlock(block: RegisterBlock, plan: FactPlan, hours: HourFacts): void {
  const person: PersonView = { block, index: 0, personRow: -1 };
  for (let index = 0; index < block.personCount; index += 1) {
    person.index = index;
    person.personRow = visiblePersonRow(block.persons, index, plan.context.asOf);
    if (person.personRow >= 0) hours.addPerson(person);
  }
}

/** Works out the facts of one person after another; persons come in ascending order of id. */
export class FactCollector {
  readonly #plan: FactPlan;
  readonly #hours: HourFacts | undefined;
  readonly #builder: FactBuilder;
  readonly #outcome = new Outcome();
  readonly #pinned: PinnedPersons;

  /** @param hours taken where the plan has the hour grant */
  constructor(plan: FactPlan, hours?: HourFacts) {
    this.#plan = plan;
    this.#hours = hours;
    this.#builder = new FactBuilder(plan);
    this.#pinned = new PinnedPersons(plan.cases);
  }

  addPerson(person: PersonView, personId: number): void {
    const view = this.#pinned.viewOf(person, this.#plan.context.grantYear);
    this.#builder.beginPerson(personId);
    for (const component of this.#plan.components) {
      this.#outcome.reset();
      component.evaluate(view, this.#outcome);
      this.#builder.add(component.ordinal, this.#outcome);
    }
  }

  finish(): FactTable {
    return this.#builder.finish(this.#hours?.kommuner() ?? []);
  }
}
