import { reportedGroups } from '../../domain';
import type { BatchInfo } from '../../ledger';
import { type FolderRow, folderRows } from '../preview/folder-rows';
import { byHeldKind } from '../report/held-persons';

/** Amounts that are held for one reason since the same run. */
export interface HeldAge {
  /** `various` for several of few persons together, with the longest time that one of them is held. */
  readonly reason: string;
  /** Runs in a row that have held it, the last one among them. */
  readonly runs: number;
  /** As-of date of the first of them. */
  readonly since: string;
  readonly amounts: number;
  readonly persons: number;
  /** Kroner, sign apart; undefined where five persons cannot be found to stand together. */
  readonly heldNok: number | undefined;
}

/** What the last of some posted runs holds, by reason and by the run that held it first, the oldest first. */
export function heldAges(posted: readonly BatchInfo[]): HeldAge[] {
  const earlier = posted.toReversed().map((batch) => {
    return { asOf: batch.asOf, rows: folderRows(batch.runFolder, 'held.csv') };
  });
  const keys = earlier.map(({ rows }) => new Set(rows.map(keyOf)));
  const sums = new Map<string, { reason: string; runs: number; rows: FolderRow[] }>();
  for (const row of earlier[0]?.rows ?? []) {
    const gone = keys.findIndex((held) => !held.has(keyOf(row)));
    const runs = gone < 0 ? keys.length : gone;
    const key = `${runs}\t${row.reason}`;
    const known = sums.get(key) ?? { reason: row.reason ?? '', runs, rows: [] };
    sums.set(key, known);
    known.rows.push(row);
  }
  const ages = [...sums.values()]
    .sort((a, b) => b.runs - a.runs || (a.reason < b.reason ? -1 : 1))
    .map(({ reason, runs, rows }): AgeGroup => {
      const persons = new Set(rows.map(({ person_ref: person = '' }) => person));
      const heldNok = rows.reduce((sum, row) => sum + Math.abs(Number(row.held_amount)), 0);
      return { reason, runs, since: earlier[runs - 1]?.asOf ?? '', amounts: rows.length, persons, heldNok };
    });
  return byHeldKind(ages).flatMap(shownAges);
}

type AgeGroup = Omit<HeldAge, 'persons' | 'heldNok'> & {
  readonly persons: ReadonlySet<string>;
  readonly heldNok: number;
};

/** Those of few persons together, so that none can be found by subtraction. */
function shownAges(ages: readonly AgeGroup[]): HeldAge[] {
  const { alone, together, hidden } = reportedGroups(ages);
  const [oldest] = ages.filter((age) => together.includes(age));
  const add = (of: (age: AgeGroup) => number): number => together.reduce((sum, age) => sum + of(age), 0);
  const joined = oldest && {
    ...oldest,
    reason: 'various',
    amounts: add(({ amounts }) => amounts),
    persons: new Set(together.flatMap(({ persons }) => [...persons])),
    heldNok: add(({ heldNok }) => heldNok),
  };
  return [
    ...[...alone, ...(joined ? [joined] : [])].map((age) => ({ ...age, persons: age.persons.size })),
    ...hidden.map((age) => ({ ...age, persons: age.persons.size, heldNok: undefined })),
  ];
}

/** The same amount of the same person, whatever it is held for. */
function keyOf({ grant_year: year, component, person_ref: person }: FolderRow): string {
  return [year, component, person].join('\t');
}
