import { parseDay } from '../../domain';
import type { RegisterRow } from '../register/register-rows';
import type { PersonTable } from '../register/subject';

/** A difference between the rows of a person that counted then and those that count now. */
export interface RowChange {
  readonly before: RegisterRow | undefined;
  readonly after: RegisterRow | undefined;
  /** Names of the fields that differ, where the row is known then and now. */
  readonly fields: readonly string[];
  /** The same row at the other time, where it stood in the extract and did not count. */
  readonly uncounted?: RegisterRow;
  /** Neither row has changed: another of the person's rows counts now. */
  readonly isOther?: boolean;
}

/** A row of an extract, and whether it counts there. */
export interface SeenRow {
  readonly row: RegisterRow;
  readonly counts: boolean;
}

/**
 * Differences between the rows that counted then and those that count now, told by all rows of both extracts: a row that
 * stood there and did not count has not been added, and one that still stands is not gone.
 */
export function rowChangesOf(table: PersonTable, before: readonly SeenRow[], after: readonly SeenRow[]): RowChange[] {
  const counted = (rows: readonly SeenRow[]): Set<RegisterRow> =>
    new Set(rows.flatMap(({ row, counts }) => (counts ? [row] : [])));
  const [then, now] = [counted(before), counted(after)];
  const pairs = pairRows(
    table,
    before.map(({ row }) => row),
    after.map(({ row }) => row),
  );
  if (table === 'persons') return personsChange(pairs, then, now);
  return pairs.flatMap(({ before: was, after: is, fields }): RowChange[] => {
    const [did, does] = [was !== undefined && then.has(was), is !== undefined && now.has(is)];
    if (did && does) return fields.length === 0 ? [] : [{ before: was, after: is, fields }];
    if (does) return [{ before: undefined, after: is, fields, ...(was === undefined ? {} : { uncounted: was }) }];
    if (did) return [{ before: was, after: undefined, fields, ...(is === undefined ? {} : { uncounted: is }) }];
    return [];
  });
}

/** Of several persons rows one counts: where it is another one, both may stand as they stood. */
function personsChange(
  pairs: readonly RowChange[],
  then: ReadonlySet<RegisterRow>,
  now: ReadonlySet<RegisterRow>,
): RowChange[] {
  const [[was], [is]] = [[...then], [...now]];
  if (was === undefined || is === undefined) return [];
  const fields = changedFields(was, is);
  const isSame = pairs.some(({ before, after }) => before === was && after === is);
  return fields.length === 0 ? [] : [{ before: was, after: is, fields, ...(isSame ? {} : { isOther: true }) }];
}

/** Keys by which rows without an id are taken for the same, the closest first. */
const KEYS: Readonly<Record<PersonTable, readonly (readonly string[])[]>> = {
  persons: [[]],
  target_group: [['law', 'category', 'entered_on'], ['category', 'entered_on'], ['category']],
  decisions: [
    ['kind', 'decided_on', 'kommune'],
    ['kind', 'decided_on'],
    ['kind', 'kommune'],
  ],
  residence: [
    ['kind', 'from_date', 'kommune'],
    ['kind', 'from_date'],
    ['kind', 'kommune'],
  ],
  training_kommune: [['from_date', 'kommune'], ['from_date'], ['kommune']],
  upper_secondary: [['from_date', 'fylke'], ['from_date'], ['fylke']],
};
const DATE: Readonly<Record<PersonTable, string>> = {
  persons: 'birth_date',
  target_group: 'entered_on',
  decisions: 'decided_on',
  residence: 'from_date',
  training_kommune: 'from_date',
  upper_secondary: 'from_date',
};

/**
 * The rows of one table then and now, in pairs. Equal rows are laid aside; of the rest those that agree on a key
 * are the same row, changed: of several the one whose date is nearest. What is left over vanished or appeared.
 */
function pairRows(table: PersonTable, before: readonly RegisterRow[], after: readonly RegisterRow[]): RowChange[] {
  const gone = [...before];
  const come = [...after];
  const equal = takePairs(gone, come, (a, b) => changedFields(a, b).length === 0, table);
  const changes: RowChange[] = equal.map(([was, is]) => ({ before: was, after: is, fields: [] }));
  for (const key of KEYS[table]) {
    const same = (a: RegisterRow, b: RegisterRow): boolean =>
      key.every((name) => a.fields[name]?.value === b.fields[name]?.value);
    for (const [was, is] of takePairs(gone, come, same, table)) {
      changes.push({ before: was, after: is, fields: changedFields(was, is) });
    }
  }
  return [
    ...changes,
    ...gone.map((row) => ({ before: row, after: undefined, fields: [] })),
    ...come.map((row) => ({ before: undefined, after: row, fields: [] })),
  ];
}

/** Takes pairs that belong together out of both lists. */
function takePairs(
  gone: RegisterRow[],
  come: RegisterRow[],
  same: (a: RegisterRow, b: RegisterRow) => boolean,
  table: PersonTable,
): (readonly [RegisterRow, RegisterRow])[] {
  const pairs: (readonly [RegisterRow, RegisterRow])[] = [];
  for (const was of [...gone]) {
    const [is] = come
      .filter((row) => same(was, row))
      .sort((a, b) => distance(was, a, table) - distance(was, b, table) || a.line - b.line);
    if (!is) continue;
    gone.splice(gone.indexOf(was), 1);
    come.splice(come.indexOf(is), 1);
    pairs.push([was, is]);
  }
  return pairs;
}

function distance(a: RegisterRow, b: RegisterRow, table: PersonTable): number {
  const dayOf = (row: RegisterRow): number => parseDay(row.fields[DATE[table]]?.value ?? '') ?? 0;
  return Math.abs(dayOf(a) - dayOf(b));
}

function changedFields(before: RegisterRow, after: RegisterRow): string[] {
  return Object.keys(after.fields).filter((name) => before.fields[name]?.value !== after.fields[name]?.value);
}
