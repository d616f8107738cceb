import { countDateOf, firstPaidEntryDay, limitsOf, turningAges } from '../../../rules';
import { type AgeRange, asDay, CATEGORY, dayOf, FAR_FUTURE, LAW } from '../../domain';
import { firstDayOfAge } from './age-days';
import { datesOf } from './person-dates';
import type { FactRow, PersonFacts } from './person-facts';
import type { Trial } from './trial';

/** First day of integreringsloven. */
const INTEGRERINGSLOVEN_FROM = dayOf(2021, 1, 1);

/**
 * Rows of the target group that a person could have had, by their day of entry: the first day of the grant year, where
 * that is not possible another one on which something turns (an age, the days of a place, the last day on which no
 * decision is needed, the first entry that still gives year 3). The law is that of the day of entry, else the other;
 * the permit is of the day of entry, or of the nearest day with an age that counts.
 */
export function candidateEntries(trial: Trial, facts: PersonFacts, category: number): readonly FactRow[] {
  const { context } = trial.plan;
  const { births, from, to } = datesOf(facts);
  const isLong = category === CATEGORY.rightAndDuty || trial.plan.component === 'grunntilskudd';
  const earliest = isLong ? firstPaidEntryDay(context) : context.firstDay;
  const latest =
    trial.plan.component === 'grunntilskudd' ? countDateOf(context.grantYear, context.limits) : context.lastDay;
  const turning = [
    context.firstDay,
    ...from,
    ...to,
    ...births.flatMap((birth) => turningAges(context.limits).map((age) => firstDayOfAge(birth, age))),
    limitsOf(context).day('persontilskudd.decision_needed_from') - 1,
    earliest,
  ];
  const ages = limitsOf(context).ages('persontilskudd.age_on_permit');
  const days = new Set(turning.filter((day) => day >= earliest && day <= latest));
  return [...days].flatMap((enteredOn) =>
    lawsOf(enteredOn, category).map((law) => ({
      line: 0,
      registeredOn: context.asOf,
      law,
      category,
      enteredOn,
      permitGrantedOn: permitFor(enteredOn, births, ages),
      leftOn: FAR_FUTURE,
    })),
  );
}

/** The law of the day of entry first; the other one, whose ages differ, only where a category stands in both. */
function lawsOf(enteredOn: number, category: number): readonly number[] {
  const { introduksjonsloven, integreringsloven } = LAW;
  const isNew = enteredOn >= INTEGRERINGSLOVEN_FROM;
  if (category !== CATEGORY.rightAndDuty) return [isNew ? integreringsloven : introduksjonsloven];
  return isNew ? [integreringsloven, introduksjonsloven] : [introduksjonsloven, integreringsloven];
}

/** The day of entry, moved to the nearest one with an age that counts. */
function permitFor(enteredOn: number, births: readonly number[], ages: AgeRange): number {
  return births.reduce((day, birth) => {
    const adult = firstDayOfAge(asDay(birth), ages.from);
    const old = ages.to === Number.POSITIVE_INFINITY ? ages.to : firstDayOfAge(asDay(birth), ages.to + 1);
    return Math.min(Math.max(day, adult), old - 1);
  }, enteredOn);
}
