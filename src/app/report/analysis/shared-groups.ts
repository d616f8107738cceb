import { reportedGroups } from '../../../domain';
import { isFew } from '../held-persons';

/** A row of figures, and how many persons stand behind each of them. */
export interface Crowded<T> {
  readonly row: T;
  readonly crowds: readonly number[];
}

/** So many are enough to tell the next smallest. */
const CROWD = 1000;

/**
 * Rows as they are shared: one of few persons, in any of its figures, stands together with the next smallest, for as long as
 * they tell of few together as well; nothing is shown of those that are too few even together.
 */
export function sharedRows<T>(
  rows: readonly Crowded<T>[],
  join: (rows: readonly T[]) => T,
  tells: (rows: readonly T[]) => boolean = () => false,
): T[] {
  const grouped = rows.map(({ row, crowds }, place) => {
    const few = crowds.filter(isFew);
    const size = few.length > 0 ? Math.min(...few) : Math.min(Math.max(0, ...crowds), CROWD);
    return { row, persons: new Set(Array.from({ length: size }, (_, person) => `${place}/${person}`)) };
  });
  const rowsOf = (some: readonly { readonly row: T }[]): T[] => some.map(({ row }) => row);
  const { alone, together } = reportedGroups(grouped, (some) => tells(rowsOf(some)));
  return together.length === 0 ? rowsOf(alone) : [...rowsOf(alone), join(rowsOf(together))];
}

/**
 * Years and classes of a grant as they are shared: each, or all in one row as soon as one is of few persons, since rates are
 * public and would tell from the persons and kroner of two or three how many each has; nothing where all together are few.
 */
export function cellsOrSum<T>(rows: readonly Crowded<T>[], join: (rows: readonly T[]) => T): T[] {
  if (!rows.some(({ crowds }) => crowds.some(isFew))) return rows.map(({ row }) => row);
  const sums = rows[0]?.crowds.map((_, place) => rows.reduce((sum, { crowds }) => sum + (crowds[place] ?? 0), 0));
  return sums?.some(isFew) === false ? [join(rows.map(({ row }) => row))] : [];
}
