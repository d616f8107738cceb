import { at, CELL_TABLES, type CellTable, type FactRow, type PersonFacts } from '../../domain';

/** Persons that are taken for one: all their rows, of the persons rows those of the first one first. */
export function joinedFacts(persons: readonly PersonFacts[]): PersonFacts {
  const first = at(persons, 0);
  if (persons.length === 1) return first;
  const rows: Record<CellTable, readonly FactRow[]> = { ...first.rows };
  for (const table of CELL_TABLES) rows[table] = persons.flatMap((person) => person.rows[table]);
  const numbers = persons.map(
    ({ rows: { decisions } }) => 1 + Math.max(-1, ...decisions.map((row) => row.decision ?? 0)),
  );
  rows.decisions = persons.flatMap(({ rows: { decisions } }, person) => {
    const before = numbers.slice(0, person).reduce((sum, count) => sum + count, 0);
    return decisions.map((row) => ({ ...row, decision: (row.decision ?? 0) + before }));
  });
  return { ...first, rows };
}
