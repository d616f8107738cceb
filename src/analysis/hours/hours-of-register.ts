import type { RuleSet } from '../../../rules';
import {
  type CaseAct,
  type Day,
  type HoursBasisRow,
  hasParticipants,
  Outcome,
  type RegisterSource,
} from '../../domain';
import { HoursBasis, PinnedPersons } from '../../engine';
import { eachPerson } from '../facts/each-person';
import { planFacts } from '../facts/fact-plan';

/**
 * Hours basis of a grant year at D (rulebook 8.2), in no particular order. It needs no rates and changes no payout.
 *
 * @param cases acts in force, persons by the ids that count
 * @throws NorsktilskuddError NO_CALENDAR
 */
export function hoursOfRegister(
  register: RegisterSource,
  rules: RuleSet,
  grantYear: number,
  asOf: Day,
  cases: readonly CaseAct[] = [],
): HoursBasisRow[] {
  const plan = planFacts(rules, grantYear, asOf);
  const pinned = new PinnedPersons(cases);
  const persontilskudd = plan.components.find(({ component }) => hasParticipants(component));
  const basis = new HoursBasis(plan.context);
  const outcome = new Outcome();
  eachPerson(register, plan.context.asOf, (registered) => {
    const person = pinned.viewOf(registered, grantYear);
    if (persontilskudd === undefined) {
      basis.addPerson(person, undefined);
      return;
    }
    outcome.reset();
    persontilskudd.evaluate(person, outcome);
    basis.addPerson(person, outcome);
  });
  return basis.rows();
}
