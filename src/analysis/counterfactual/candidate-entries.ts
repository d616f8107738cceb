import { lawsOfEntry } from '../../../rules';
import {
  type AgeRange,
  asDay,
  type Cell,
  type DayTurn,
  FAR_FUTURE,
  type FactRow,
  type PersonFacts,
} from '../../domain';
import { firstDayOfAge } from './age-days';
import { datesAt, datesOfPlaces } from './person-dates';
import { turningAges } from './rule-reads';
import type { Trial } from './trial';

/**
 * Rows of the target group that a person could have had, by their day of entry: the first day of the grant year, where
 * that is not possible another one on which something turns (the days of a place, an age, the last day before another
 * law of entries, the first entry that still counts). The law is that of the day of entry, else the other; the permit is
 * of the day of entry, or of the nearest day with an age that counts, where that has come by the as-of date.
 */
export function possibleEntries(trial: Trial, facts: PersonFacts): readonly FactRow[] {
  const known = KNOWN.get(facts);
  if (known?.trial === trial) return known.rows;
  const { module, context } = trial.plan;
  const categories = module.rows?.categories(context) ?? [];
  const rows = categories.flatMap((category) => entriesOf(trial, facts, category));
  KNOWN.set(facts, { trial, rows });
  return rows;
}

/** Remembered for each state of a person, since every value of it is tried beside the same rows. */
const KNOWN = new WeakMap<PersonFacts, { readonly trial: Trial; readonly rows: readonly FactRow[] }>();

function entriesOf(trial: Trial, facts: PersonFacts, category: number): readonly FactRow[] {
  const { context } = trial.plan;
  const { ages } = trial.reads;
  const births = datesAt(facts, 'persons.birthDate');
  const earliest = Math.max(...fixedDays(trial, 'targetGroup.enteredOn', 'from'));
  const latest = Math.min(...fixedDays(trial, 'targetGroup.enteredOn', 'until'));
  const turning = [
    context.firstDay,
    ...datesOfPlaces(facts, 'fromDate'),
    ...datesOfPlaces(facts, 'toDate'),
    ...births.flatMap((birth) => turningAges(ages).map((age) => firstDayOfAge(asDay(birth), age))),
    ...fixedDays(trial, 'targetGroup.enteredOn', 'either').map((day) => day - 1),
    earliest,
  ];
  const permitAges = ages.find(({ on }) => on === 'targetGroup.permitGrantedOn')?.ages;
  const days = new Set(turning.filter((day) => Number.isFinite(day) && day >= earliest && day <= latest));
  return [...days].flatMap((enteredOn) => {
    const permitGrantedOn = permitAges ? permitFor(enteredOn, births, permitAges) : enteredOn;
    if (permitGrantedOn > Math.max(enteredOn, context.asOf)) return [];
    return lawsOfEntry(enteredOn, category).map((law) => ({
      ...{ line: 0, registeredOn: context.asOf, law, category, enteredOn, permitGrantedOn },
      leftOn: FAR_FUTURE,
    }));
  });
}

/** Fixed days with which the rule compares a date, of one direction or of all. */
export function fixedDays(trial: Trial, cell: Cell, is?: DayTurn['is']): number[] {
  return trial.reads.days.flatMap((turn) =>
    turn.cell === cell && typeof turn.than === 'number' && (is ?? turn.is) === turn.is
      ? [turn.than + turn.plusDays]
      : [],
  );
}

/** The day of entry, moved to the nearest one with an age that counts. */
function permitFor(enteredOn: number, births: readonly number[], ages: AgeRange): number {
  return births.reduce((day, birth) => {
    const adult = firstDayOfAge(asDay(birth), ages.from);
    const old = ages.to === Number.POSITIVE_INFINITY ? ages.to : firstDayOfAge(asDay(birth), ages.to + 1);
    return Math.min(Math.max(day, adult), old - 1);
  }, enteredOn);
}
