import { f64, i32, u32 } from '../domain';
import type { BlockTable } from './block-columns';
import type { BucketRows } from './bucket-store';
import type { Identities } from './identities';
import { LINE_WORD, ORDINAL_WORD, type RowLayout, readSlot, type Slot } from './row-layout';
import { rowText } from './row-text';

/** Rows of one bucket in the order of register-block.ts. */
export interface OrderedRows extends BucketRows {
  /** Rows (places in `starts`), person by person. */
  readonly order: Uint32Array;
  /** First place in `order` of each person of the bucket, and one more. */
  readonly personStarts: Uint32Array;
  /** What orders the rows of a person first; of decisions also the number of the decision within the person. */
  readonly keys: Float64Array;
}

/** The part of a sort key that differs from table to table. */
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
  layout: RowLayout,
  rows: BucketRows,
  persons: { first: number; count: number },
  isRejected: (line: number) => boolean,
  identities: Identities,
): OrderedRows {
  const personStarts = new Uint32Array(persons.count + 1);
  const personOf = (row: number): number => i32(rows.words, u32(rows.starts, row) + ORDINAL_WORD) - persons.first;
  const lineOf = (row: number): number => i32(rows.words, u32(rows.starts, row) + LINE_WORD);
  for (let row = 0; row < rows.starts.length; row += 1) {
    if (!isRejected(lineOf(row))) personStarts[personOf(row) + 1] = u32(personStarts, personOf(row) + 1) + 1;
  }
  for (let person = 0; person < persons.count; person += 1) {
    personStarts[person + 1] = u32(personStarts, person + 1) + u32(personStarts, person);
  }
  const order = new Uint32Array(u32(personStarts, persons.count));
  const next = personStarts.slice();
  for (let row = 0; row < rows.starts.length; row += 1) {
    if (isRejected(lineOf(row))) continue;
    const place = u32(next, personOf(row));
    next[personOf(row)] = place + 1;
    order[place] = row;
  }
  const ordered = { ...rows, order, personStarts, keys: new Float64Array(rows.starts.length) };
  fillKeys(table, layout, ordered, identities);
  const compare = table === 'persons' ? comparePersons(ordered, lineOf) : compareRows(ordered, layout, lineOf);
  for (let person = 0; person < persons.count; person += 1) {
    sortRange(order, u32(personStarts, person), u32(personStarts, person + 1), compare);
  }
  return ordered;
}

function fillKeys(table: BlockTable, layout: RowLayout, rows: OrderedRows, identities: Identities): void {
  if (table === 'decisions') {
    numberDecisions(layout, rows);
  } else if (table === 'persons') {
    for (const row of rows.order) rows.keys[row] = identities.distance(Number(rowText(rows, layout, row)));
  } else {
    const slots = FIRST_FIELDS[table].map((name) => layout.slot(name));
    for (const row of rows.order) rows.keys[row] = combine(rows, u32(rows.starts, row), slots);
  }
}

function combine(rows: BucketRows, start: number, slots: readonly Slot[]): number {
  let key = 0;
  for (const slot of slots) key = key * (slot.bits === 32 ? 1 : 2 ** slot.bits) + readSlot(rows.words, start, slot);
  return key;
}

/** Numbers the decisions of each person in the order of their ids as text. */
function numberDecisions(layout: RowLayout, rows: OrderedRows): void {
  for (let person = 0; person + 1 < rows.personStarts.length; person += 1) {
    const first = u32(rows.personStarts, person);
    const end = u32(rows.personStarts, person + 1);
    if (end - first < 2) continue;
    const texts = Array.from(rows.order.subarray(first, end), (row) => rowText(rows, layout, row));
    const numbers = new Map([...new Set(texts)].sort().map((text, index) => [text, index]));
    texts.forEach((text, index) => {
      rows.keys[u32(rows.order, first + index)] = numbers.get(text) ?? 0;
    });
  }
}

type Compare = (first: number, second: number) => number;

function compareRows(rows: OrderedRows, layout: RowLayout, lineOf: (row: number) => number): Compare {
  const slot = layout.slot('registered_on');
  const registeredOn = (row: number): number => readSlot(rows.words, u32(rows.starts, row), slot);
  return (first, second) =>
    f64(rows.keys, first) - f64(rows.keys, second) ||
    registeredOn(first) - registeredOn(second) ||
    lineOf(first) - lineOf(second);
}

/** The row that counts first: the id nearest to the person's own, then the later line. */
function comparePersons(rows: OrderedRows, lineOf: (row: number) => number): Compare {
  return (first, second) => f64(rows.keys, first) - f64(rows.keys, second) || lineOf(second) - lineOf(first);
}

/** Most rows of a person that are sorted by insertion, which is fast for few rows and for rows almost in order. */
const INSERTION_MAXIMUM = 128;

function sortRange(order: Uint32Array, start: number, end: number, compare: Compare): void {
  if (end - start > INSERTION_MAXIMUM) {
    order.subarray(start, end).sort(compare);
    return;
  }
  for (let place = start + 1; place < end; place += 1) {
    const row = u32(order, place);
    let hole = place;
    while (hole > start && compare(u32(order, hole - 1), row) > 0) {
      order[hole] = u32(order, hole - 1);
      hole -= 1;
    }
    order[hole] = row;
  }
}
