import { parseDay } from '../../domain';
import type { RegisterRow } from '../register/register-rows';
import type { PersonTable } from '../register/subject';

/** A difference between a person's rows then and now. */
export interface RowChange {
  readonly before: RegisterRow | undefined;
  readonly after: RegisterRow | undefined;
  /** Names of the fields that differ, where both are there. */
  readonly fields: readonly string[];
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
 * Differences between rows of one table then and now. Equal rows are laid aside; of the rest those that agree on a key
 * are the same row, changed: of several the one whose date is nearest. What is left over vanished or appeared.
 */
export function matchRows(
  table: PersonTable,
  before: readonly RegisterRow[],
  after: readonly RegisterRow[],
): RowChange[] {
  const gone = [...before];
  const come = [...after];
  takePairs(gone, come, (a, b) => changedFields(a, b).length === 0, table);
  const changes: RowChange[] = [];
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
