import { rowEnd, rowStart, visiblePersonRow } from '../../../rules';
import {
  f64,
  type GrantYearContext,
  i32,
  Outcome,
  type PersonView,
  type RegisterBlock,
  type RegisterSource,
  type TeachingHoursColumns,
  u16,
} from '../../domain';
import { PinnedPersons } from '../../engine';
import { factsAtTerm } from './assemble-facts';
import type { DueTerm } from './due-term';
import { eachPerson } from './each-person';
import { FactBuilder } from './fact-builder';
import type { FactPlan } from './fact-plan';
import type { FactTable, KommuneHoursFact } from './fact-table';

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

/** Teaching and participant hours of the months of a grant year per kommune, for the hour grant of 2004 (rulebook 5.3, 8.1). */
class HourFacts {
  readonly #context: GrantYearContext;
  readonly #lastMonth: number;
  readonly #kommuner = new Map<number, { teachingHundredths: number; participantHundredths: number }>();

  /** @param term months up to its last one; all of the year where left out */
  constructor(context: GrantYearContext, term = 4) {
    this.#context = context;
    this.#lastMonth = context.grantYear * 12 + term * 3 - 1;
  }

  /** Adds the visible hours of a person who exists, also of one who is withheld. */
  addPerson(person: PersonView): void {
    const { hours } = person.block;
    const end = rowEnd(hours, person.index);
    for (let row = rowStart(hours, person.index); row < end; row += 1) {
      if (i32(hours.registeredOn, row) > this.#context.asOf || !this.#isInYear(i32(hours.month, row))) continue;
      this.#kommune(i32(hours.kommune, row)).participantHundredths += u16(hours.hoursHundredths, row);
    }
  }

  addTeachingHours(table: TeachingHoursColumns): void {
    for (let row = 0; row < table.line.length; row += 1) {
      if (i32(table.registeredOn, row) > this.#context.asOf || !this.#isInYear(i32(table.month, row))) continue;
      this.#kommune(i32(table.kommune, row)).teachingHundredths += f64(table.hoursHundredths, row);
    }
  }

  /** In the order of the codes. */
  kommuner(): KommuneHoursFact[] {
    return [...this.#kommuner].sort(([a], [b]) => a - b).map(([kommune, hours]) => ({ kommune, ...hours }));
  }

  #isInYear(month: number): boolean {
    return Math.floor(month / 12) === this.#context.grantYear && month <= this.#lastMonth;
  }

  #kommune(code: number): { teachingHundredths: number; participantHundredths: number } {
    const kommune = i32(this.#context.translation.target, code);
    const known = this.#kommuner.get(kommune) ?? { teachingHundredths: 0, participantHundredths: 0 };
    this.#kommuner.set(kommune, known);
    return known;
  }
}
