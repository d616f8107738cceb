import { type Cell, cellOf, type PersonFacts, partsOfCell } from '../../domain';
import { isGiven } from './date-columns';

/** Tables that say where a person is. */
export const PLACE_TABLES = ['residence', 'trainingKommune', 'upperSecondary'] as const;

/** Remembered for each state of a person, since every value of it is tried with the same dates. */
const KNOWN = new WeakMap<PersonFacts, Map<Cell, readonly number[]>>();

/** Given dates of a column, of all rows of a person. */
export function datesAt(facts: PersonFacts, cell: Cell): readonly number[] {
  const known = KNOWN.get(facts) ?? new Map<Cell, readonly number[]>();
  KNOWN.set(facts, known);
  const found = known.get(cell);
  if (found) return found;
  const [table, column] = partsOfCell(cell);
  const dates = facts.rows[table].map((row) => cellOf(row, column)).filter(isGiven);
  known.set(cell, dates);
  return dates;
}

/** Given dates of a column of all the places of a person. */
export function datesOfPlaces(facts: PersonFacts, column: 'fromDate' | 'toDate'): readonly number[] {
  return PLACE_TABLES.flatMap((table) => datesAt(facts, `${table}.${column}`));
}
