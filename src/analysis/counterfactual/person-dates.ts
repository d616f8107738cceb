import { asDay, type Day } from '../../domain';
import { isGiven } from './date-columns';
import { cellOf, type FactTable, type PersonFacts } from './person-facts';

/** Tables that say where a person is. */
export const PLACE_TABLES = ['residence', 'trainingKommune', 'upperSecondary'] as const;

/** Given dates of a person by what they say, of all rows. */
export interface PersonDates {
  readonly births: readonly Day[];
  readonly entered: readonly number[];
  readonly permits: readonly number[];
  readonly left: readonly number[];
  /** Deaths and emigrations. */
  readonly gone: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Remembered for each state of a person, since every value of it is tried with the same dates. */
const KNOWN = new WeakMap<PersonFacts, PersonDates>();

export function datesOf(facts: PersonFacts): PersonDates {
  const known = KNOWN.get(facts);
  if (known) return known;
  const dates = collect(facts);
  KNOWN.set(facts, dates);
  return dates;
}

function collect(facts: PersonFacts): PersonDates {
  const given = (table: FactTable, column: string): number[] =>
    facts.rows[table].map((row) => cellOf(row, column)).filter(isGiven);
  const ofPlaces = (column: string): number[] => PLACE_TABLES.flatMap((table) => given(table, column));
  return {
    births: given('persons', 'birthDate').map(asDay),
    entered: given('targetGroup', 'enteredOn'),
    permits: given('targetGroup', 'permitGrantedOn'),
    left: given('targetGroup', 'leftOn'),
    gone: [...given('persons', 'deathDate'), ...given('persons', 'emigratedOn')],
    from: ofPlaces('fromDate'),
    to: ofPlaces('toDate'),
  };
}
