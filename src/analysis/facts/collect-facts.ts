import { visiblePersonRow } from '../../../rules';
import type { PersonView, RegisterBlock, RegisterSource } from '../../domain';
import { eachPerson } from './each-person';
import { FactCollector } from './fact-collector';
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

/** The hour grant counts hours of withheld persons too (rulebook 5.3), so it has a pass of its own. */
function collectHours(register: RegisterSource, plan: FactPlan): HourFacts {
  const hours = new HourFacts(plan.context);
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
