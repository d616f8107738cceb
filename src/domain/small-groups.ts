/** Fewest persons whose sum is told of a recipient or of a code: a smaller group would tell of each. */
export const FEWEST_PERSONS = 5;
/** Fewest recipients of a kind of grant: where fewer have it, having it tells the place. */
export const FEWEST_RECIPIENTS = 5;

/** A row of sums with the persons behind it; rows of no person have none and are always told. */
export interface GroupedRow {
  readonly persons: ReadonlySet<string>;
}

/** Rows that may be reported as they are, and those that may only be reported together; none where even that is too few. */
export interface ReportedGroups<T> {
  readonly alone: readonly T[];
  readonly together: readonly T[];
  /** Too few persons in all: not even their sum is reported. */
  readonly hidden: readonly T[];
}

/**
 * Parts rows whose sum is known into those that may be reported and those that are reported as one: rows of fewer persons than
 * the threshold, and with them the next smallest until all of them together have as many, so that what is left of the
 * whole is no small group either.
 *
 * @param tells whether what is reported as one tells of few all the same; then the next smallest joins it as well
 */
export function reportedGroups<T extends GroupedRow>(
  rows: readonly T[],
  tells: (together: readonly T[]) => boolean = () => false,
): ReportedGroups<T> {
  const ofPersons = rows
    .filter(({ persons }) => persons.size > 0)
    .toSorted((one, other) => one.persons.size - other.persons.size);
  const together = ofPersons.filter(({ persons }) => persons.size < FEWEST_PERSONS);
  const rest = ofPersons.slice(together.length);
  while (together.length > 0 && (personsOf(together) < FEWEST_PERSONS || tells(together))) {
    const next = rest.shift();
    if (!next) break;
    together.push(next);
  }
  const alone = rows.filter((row) => row.persons.size === 0 || rest.includes(row));
  return personsOf(together) < FEWEST_PERSONS
    ? { alone, together: [], hidden: together }
    : { alone, together, hidden: [] };
}

function personsOf(rows: readonly GroupedRow[]): number {
  const all = new Set<string>();
  for (const { persons } of rows) for (const person of persons) all.add(person);
  return all.size;
}
