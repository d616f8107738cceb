import { f64, i32, u32 } from '../../domain';
import type { Identities } from '../reading/identities';
import type { LineSet } from '../rejects/reject-log';
import { type BucketRows, LINE, maskOf, ORDINAL_WORD, type RowStore, type Slot } from '../spill/row-store';
import type { BlockTable } from './snapshot-format';

/** Rows of one bucket in the order of register-block.ts. */
export interface OrderedRows {
  readonly words: Int32Array;
  /** Where each row begins in the words, person by person. */
  readonly starts: Uint32Array;
  /** First place in `starts` of each person of the bucket, and one more. */
  readonly personStarts: Uint32Array;
  /** What orders the rows of a person first, beside `starts`; of decisions the number of the decision. */
  readonly keys: Float64Array;
}

/** The part of a sort key that differs from table to table; registered_on and the line come after it. */
const FIRST_FIELDS: Readonly<Record<BlockTable, readonly string[]>> = {
  persons: [],
  target_group: ['entered_on'],
  decisions: [],
  residence: ['from_date'],
  training_kommune: ['from_date'],
  upper_secondary: ['from_date'],
  hours: ['month', 'kommune', 'category'],
};

/**
 * Puts the rows of a bucket in order: by person, then as register-block.ts says for the table, leaving out those
 * rejected after they were stored.
 */
export function orderRows(
  table: BlockTable,
  store: RowStore,
  persons: { readonly bucket: number; readonly first: number; readonly count: number },
  rejected: LineSet,
  identities: Identities,
): OrderedRows {
  const { words, starts } = store.load(persons.bucket);
  const accepted =
    rejected.size === 0 ? starts : starts.filter((start) => !rejected.has(i32(words, start + LINE.word)));
  const ordered = groupByPerson({ words, starts: accepted }, persons);
  fillKeys(table, store, ordered, identities);
  const registered = store.layout.slot('registered_on').word;
  for (let person = 0; person < persons.count; person += 1) {
    const start = u32(ordered.personStarts, person);
    const end = u32(ordered.personStarts, person + 1);
    if (end - start > 1) sortRange(ordered, start, end, table === 'persons' ? -1 : registered);
  }
  return ordered;
}

/** Counting sort by person; rows of a person keep the order in which they were stored. */
function groupByPerson({ words, starts }: BucketRows, persons: { first: number; count: number }): OrderedRows {
  const personStarts = new Uint32Array(persons.count + 1);
  for (const start of starts) {
    const next = i32(words, start + ORDINAL_WORD) - persons.first + 1;
    personStarts[next] = u32(personStarts, next) + 1;
  }
  for (let person = 0; person < persons.count; person += 1) {
    personStarts[person + 1] = u32(personStarts, person + 1) + u32(personStarts, person);
  }
  const next = personStarts.slice();
  const grouped = new Uint32Array(starts.length);
  for (const start of starts) {
    const person = i32(words, start + ORDINAL_WORD) - persons.first;
    const place = u32(next, person);
    next[person] = place + 1;
    grouped[place] = start;
  }
  return { words, starts: grouped, personStarts, keys: new Float64Array(starts.length) };
}

function fillKeys(table: BlockTable, store: RowStore, rows: OrderedRows, identities: Identities): void {
  const { layout } = store;
  if (table === 'decisions') numberDecisions(store, rows);
  else if (table === 'persons') {
    rows.starts.forEach((start, place) => {
      rows.keys[place] = identities.distance(layout.personId(rows.words, start));
    });
  } else {
    for (const name of FIRST_FIELDS[table]) appendToKeys(rows, layout.slot(name));
  }
}

/** Makes a field the next, less weighty part of the keys. */
function appendToKeys({ words, starts, keys }: OrderedRows, slot: Slot): void {
  const { word, shift } = slot;
  const mask = maskOf(slot);
  const weight = slot.bits === 32 ? 1 : 2 ** slot.bits;
  for (let place = 0; place < starts.length; place += 1) {
    const value = ((words[(starts[place] ?? 0) + word] ?? 0) >>> shift) & mask;
    keys[place] = (keys[place] ?? 0) * weight + value;
  }
}

/** Numbers the decisions of each person in the order of their ids as text. */
function numberDecisions(store: RowStore, rows: OrderedRows): void {
  for (let person = 0; person + 1 < rows.personStarts.length; person += 1) {
    const first = u32(rows.personStarts, person);
    const end = u32(rows.personStarts, person + 1);
    if (end - first < 2) continue;
    const texts = Array.from(rows.starts.subarray(first, end), (start) => store.textOf(rows.words, start));
    const numbers = new Map([...new Set(texts)].sort().map((text, index) => [text, index]));
    texts.forEach((text, index) => {
      rows.keys[first + index] = numbers.get(text) ?? 0;
    });
  }
}

/** Most rows of a person that are sorted by insertion, which is fast for few rows and for rows almost in order. */
const INSERTION_MAXIMUM = 128;

/** True where a row comes before another: key, registered_on, line; of persons (-1) key, then the later line. */
function isBefore(words: Int32Array, a: number, keyA: number, b: number, keyB: number, registered: number): boolean {
  if (keyA !== keyB) return keyA < keyB;
  const lines = i32(words, a + LINE.word) - i32(words, b + LINE.word);
  if (registered < 0) return lines > 0;
  const registeredA = i32(words, a + registered);
  const registeredB = i32(words, b + registered);
  return registeredA === registeredB ? lines < 0 : registeredA < registeredB;
}

function sortRange(rows: OrderedRows, start: number, end: number, registered: number): void {
  if (end - start > INSERTION_MAXIMUM) {
    sortLongRange(rows, start, end, registered);
    return;
  }
  const { words, starts, keys } = rows;
  for (let place = start + 1; place < end; place += 1) {
    const row = u32(starts, place);
    const key = f64(keys, place);
    let hole = place;
    while (hole > start && isBefore(words, row, key, u32(starts, hole - 1), f64(keys, hole - 1), registered)) {
      starts[hole] = u32(starts, hole - 1);
      keys[hole] = f64(keys, hole - 1);
      hole -= 1;
    }
    starts[hole] = row;
    keys[hole] = key;
  }
}

function sortLongRange(rows: OrderedRows, start: number, end: number, registered: number): void {
  const { words } = rows;
  const entries = Array.from(rows.starts.subarray(start, end), (row, index) => ({
    row,
    key: f64(rows.keys, start + index),
  }));
  entries.sort((a, b) => (isBefore(words, a.row, a.key, b.row, b.key, registered) ? -1 : 1));
  entries.forEach(({ row, key }, index) => {
    rows.starts[start + index] = row;
    rows.keys[start + index] = key;
  });
}
