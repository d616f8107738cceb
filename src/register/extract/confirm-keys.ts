import { at, NO_PERSON } from '../../domain';
import type { Fingerprint, FingerprintTable } from '../reading/fingerprints';
import type { RowTarget, RowTexts } from '../reading/read-fields';
import { maskValue } from '../rejects/mask-value';
import { RejectLog } from '../rejects/reject-log';
import type { RejectRule } from '../rejects/reject-rules';
import { GrowingColumn } from '../spill/growing-column';
import { TABLE_SPECS, type TableName } from '../tables/table-specs';
import { type ReadingContext, readTable, type TableReading } from './read-table';

/** A row that shares a text with another row of its file. */
export interface KeyFault {
  readonly line: number;
  /** Person of the row as it stands there, NO_PERSON where it names none. */
  readonly personId: number;
  readonly text: string;
}

/** Who a row belongs to, where a text may recur for one person; undefined where it may not recur at all. */
export type OwnerOf = ((personId: number) => number) | undefined;

/**
 * Reads a file a second time and compares the texts of the suspects themselves: gives every row whose text stands in
 * another row too (and, with owners, names another person there, or names nobody).
 */
export function confirmKeys(
  context: ReadingContext,
  table: TableName,
  field: number,
  suspects: FingerprintTable,
  ownerOf?: OwnerOf,
): KeyFault[] {
  if (suspects.size === 0) return [];
  const target = new SuspectTarget(field, suspects);
  readTable({ ...context, rejects: new RejectLog(), findings: [] }, table, target);
  const groups = new Map<string, { owner: number; contested: boolean }>();
  target.texts.forEach((text, index) => {
    const owner = ownerOf?.(target.persons.get(index)) ?? NO_PERSON;
    const group = groups.get(text);
    if (group === undefined) groups.set(text, { owner, contested: false });
    else group.contested ||= group.owner !== owner || owner === NO_PERSON;
  });
  const isFault = (text: string): boolean => groups.get(text)?.contested ?? false;
  const faults: KeyFault[] = [];
  target.texts.forEach((text, index) => {
    if (isFault(text)) faults.push({ line: target.lines.get(index), personId: target.persons.get(index), text });
  });
  return faults;
}

/** Gathers the rows whose text is suspect. */
class SuspectTarget implements RowTarget {
  readonly texts: string[] = [];
  readonly lines = new GrowingColumn();
  readonly persons = new GrowingColumn();
  readonly #field: number;
  readonly #suspects: FingerprintTable;
  readonly #fingerprint: Fingerprint = { high: 0, low: 0 };

  constructor(field: number, suspects: FingerprintTable) {
    this.#field = field;
    this.#suspects = suspects;
  }

  seen(line: number, personId: number, texts: RowTexts): void {
    if (!texts.fingerprint(this.#field, this.#fingerprint)) return;
    if (!this.#suspects.has(this.#fingerprint.high, this.#fingerprint.low)) return;
    this.texts.push(texts.text(this.#field));
    this.lines.push(line);
    this.persons.push(personId);
  }

  knows(): boolean {
    return true;
  }

  accept(): void {}

  reject(): void {}
}

/** Rejects rows for a fault that shows only when all rows of the file have been read. No field (-1), no fault. */
export function rejectLate(
  context: ReadingContext,
  table: TableName,
  reading: TableReading,
  field: number,
  rule: RejectRule,
  faults: Iterable<KeyFault>,
): void {
  if (field < 0) return;
  const spec = at(TABLE_SPECS[table].fields, field);
  const column = reading.header.cells[at(reading.header.columnOf, field)] ?? spec.name;
  for (const { line, personId, text } of faults) {
    const value = maskValue(text, spec.masked);
    context.rejects.add(table, { file: reading.file.name, line, column, rule, params: {}, value, personId });
  }
}
