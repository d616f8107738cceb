import { hideRows } from '../../analysis';
import { FEWEST_PERSONS } from '../../domain';

/** A row of figures: its key, how many persons stand behind it, and whether it must not be told. */
export interface HidingRow {
  readonly key: number;
  readonly persons: number;
  readonly isHidden: boolean;
}

/**
 * Marks the smallest row of somebody as one that must not be told, where none is: else all rows would add up to a sum that is
 * hidden itself, since it stands together with one of few.
 */
export function withOneHidden<T extends HidingRow>(rows: readonly T[]): readonly T[] {
  if (rows.some(({ isHidden }) => isHidden)) return rows;
  const [smallest] = rows
    .filter(({ persons }) => persons > 0)
    .toSorted((one, other) => one.persons - other.persons || one.key - other.key);
  return rows.map((row) => (row === smallest ? { ...row, isHidden: true } : row));
}

/**
 * Keys of the rows that are left out: those that must not be told, so many others with them that none can be worked out from
 * the sum (hideRows), and the next smallest for as long as what is left out together tells of few itself.
 */
export function hideTogether(
  rows: readonly HidingRow[],
  tells: (keys: ReadonlySet<number>) => boolean,
): ReadonlySet<number> {
  const totals = new Map(rows.map(({ key, persons }) => [key, persons]));
  const hidden = hideRows(totals, FEWEST_PERSONS, new Set(rows.filter((row) => row.isHidden).map(({ key }) => key)));
  const others = rows.filter(({ key, persons }) => persons > 0 && !hidden.has(key));
  for (const { key } of others.toSorted((one, other) => one.persons - other.persons || one.key - other.key)) {
    if (!tells(hidden)) break;
    hidden.add(key);
  }
  return hidden;
}
