import { f64, u32 } from '../../domain';
import type { TableName } from '../tables/table-specs';
import type { SnapshotBlock } from './read-block';
import type { Snapshot } from './snapshot';

/** A row of an extract, by its table and line. */
export interface RowPlace {
  readonly table: TableName;
  readonly line: number;
}

const TABLES = [
  ['persons', 'persons'],
  ['targetGroup', 'target_group'],
  ['decisions', 'decisions'],
  ['residence', 'residence'],
  ['trainingKommune', 'training_kommune'],
  ['upperSecondary', 'upper_secondary'],
  ['hours', 'hours'],
] as const;

/** Columns that say where a row stands among others, and nothing of the row itself. */
const PLACE_COLUMNS: readonly string[] = ['offsets', 'line', 'decision', 'key'];

/**
 * The rows that one reading of an extract has and another has not, or has with other values. Persons are walked through
 * in the order of both, block by block.
 */
export function* rowsReadOtherwise(before: Snapshot, now: Snapshot): Generator<RowPlace> {
  yield* plainRows('teaching_hours', before.teachingHours, now.teachingHours);
  yield* plainRows('cost_base', before.costBase, now.costBase);
  const [first, second] = [personsOf(before), personsOf(now)];
  let [a, b] = [first.next(), second.next()];
  while (!(a.done && b.done)) {
    const [idA, idB] = [a.done ? Infinity : a.value.id, b.done ? Infinity : b.value.id];
    const [rowsA, rowsB] = [
      idA <= idB && !a.done ? a.value.rows() : NO_ROWS,
      idB <= idA && !b.done ? b.value.rows() : NO_ROWS,
    ];
    yield* differing(rowsA, rowsB);
    if (idA <= idB) a = first.next();
    if (idB <= idA) b = second.next();
  }
}

type Rows = ReadonlyMap<string, { readonly place: RowPlace; readonly values: string }>;
const NO_ROWS: Rows = new Map();

function* differing(first: Rows, second: Rows): Generator<RowPlace> {
  for (const [key, { place, values }] of first) if (second.get(key)?.values !== values) yield place;
  for (const [key, { place }] of second) if (!first.has(key)) yield place;
}

function* personsOf(snapshot: Snapshot): Generator<{ readonly id: number; rows(): Rows }> {
  for (const block of snapshot.blocks()) {
    for (let index = 0; index < block.personCount; index += 1) {
      yield { id: f64(block.personIds, index), rows: () => rowsOfPerson(block, index) };
    }
  }
}

function rowsOfPerson(block: SnapshotBlock, index: number): Rows {
  const rows = new Map<string, { place: RowPlace; values: string }>();
  for (const [name, table] of TABLES) {
    const columns = block[name];
    for (let row = u32(columns.offsets, index); row < u32(columns.offsets, index + 1); row += 1) {
      const line = u32(columns.line, row);
      rows.set(`${table}:${line}`, { place: { table, line }, values: valuesOf(columns, row) });
    }
  }
  return rows;
}

function* plainRows(
  table: TableName,
  before: { readonly line: Uint32Array },
  now: { readonly line: Uint32Array },
): Generator<RowPlace> {
  const rowsOf = (columns: { readonly line: Uint32Array }): Rows =>
    new Map(
      Array.from(columns.line, (line, row) => [`${line}`, { place: { table, line }, values: valuesOf(columns, row) }]),
    );
  yield* differing(rowsOf(before), rowsOf(now));
}

function valuesOf(columns: object, row: number): string {
  const entries: [string, ArrayLike<number>][] = Object.entries(columns);
  return entries.flatMap(([name, values]) => (PLACE_COLUMNS.includes(name) ? [] : [values[row]])).join(' ');
}
