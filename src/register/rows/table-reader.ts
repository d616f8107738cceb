import { type MessageParams, NO_PERSON } from '../../domain';
import { at, f64, i32 } from '../../domain/columns';
import { maskValue } from '../rejects/mask-value';
import type { RejectLog } from '../rejects/reject-log';
import type { RejectRule } from '../rejects/reject-rules';
import type { FieldSpec, TableSpec } from '../tables/table-spec';
import { type ByteRowSink, ByteRows } from './byte-rows';
import { type Fingerprint, fingerprintBytes } from './fingerprint';
import { type HeldCodes, isBrokenText, parseField, parsePerson } from './parse-field';
import type { RecordSink } from './record-reader';
import type { TableHeader } from './table-header';

/** What becomes of the rows of a table. */
export interface RowTarget {
  /** Every row, before it is judged: keys are compared over all rows of a file. Person is 0 where it cannot be read. */
  seen(line: number, personId: number, texts: RowTexts): void;
  /** True where the row's person is known; a row of anybody else is rejected. */
  knows(personId: number): boolean;
  /** A row without a fault, right after `knows`. The values belong to the reader: the next row writes over them. */
  accept(line: number, values: Float64Array, texts: RowTexts): void;
  /** A row with a fault, and the person that it concerns, 0 where it names none. */
  reject(line: number, personId: number): void;
}

/** Fields of a row that matter as texts, by their index. */
export interface RowTexts {
  /** The trimmed text. */
  text(field: number): string;
  /** Fingerprint of the text; false where it is empty. */
  fingerprint(field: number, target: Fingerprint): boolean;
}

/** Turns the records of one file into rows of numbers or rejects, each fault of each row. */
export class TableReader implements RecordSink, ByteRowSink, RowTexts {
  readonly #spec: TableSpec;
  readonly #file: string;
  readonly #header: TableHeader;
  readonly #held: HeldCodes;
  readonly #rejects: RejectLog;
  readonly #target: RowTarget;
  readonly #params: readonly MessageParams[];
  readonly #byteRows: ByteRows;
  readonly #values: Float64Array;
  /** The row at hand: its cells, or undefined while it stands in bytes. */
  #cells: readonly string[] | undefined;
  #faults = 0;
  #rows = 0;

  constructor(
    spec: TableSpec,
    file: { name: string; header: TableHeader },
    held: HeldCodes,
    rejects: RejectLog,
    target: RowTarget,
  ) {
    this.#spec = spec;
    this.#file = file.name;
    this.#header = file.header;
    this.#held = held;
    this.#rejects = rejects;
    this.#target = target;
    this.#params = spec.fields.map(paramsOf);
    this.#byteRows = new ByteRows(spec, file.header, held);
    this.#values = this.#byteRows.values;
  }

  /** Data rows so far, the rejected ones included. */
  get rows(): number {
    return this.#rows;
  }

  text(field: number): string {
    if (this.#cells) return this.#cells[at(this.#header.columnOf, field)] ?? '';
    const { bytes, starts, ends, ascii } = this.#byteRows;
    const text = Buffer.from(
      bytes.buffer,
      bytes.byteOffset + i32(starts, field),
      i32(ends, field) - i32(starts, field),
    );
    return text.toString(ascii ? 'latin1' : 'utf8');
  }

  fingerprint(field: number, target: Fingerprint): boolean {
    if (this.#cells === undefined) {
      const { bytes, starts, ends } = this.#byteRows;
      fingerprintBytes(bytes, i32(starts, field), i32(ends, field), target);
      return i32(ends, field) > i32(starts, field);
    }
    const text = Buffer.from(this.text(field), 'utf8');
    fingerprintBytes(text, 0, text.length, target);
    return text.length > 0;
  }

  /** Whole lines without quotes. Returns the line behind the last. */
  lines(bytes: Uint8Array, start: number, end: number, line: number): number {
    return this.#byteRows.read(bytes, start, end, line, this);
  }

  fast(line: number): boolean {
    const { personField, startField, endField } = this.#spec;
    if (startField >= 0 && f64(this.#values, endField) < f64(this.#values, startField)) return false;
    const personId = personField < 0 ? NO_PERSON : f64(this.#values, personField);
    if (personField >= 0 && !this.#target.knows(personId)) return false;
    this.#cells = undefined;
    this.#rows += 1;
    this.#target.seen(line, personId, this);
    this.#target.accept(line, this.#values, this);
    return true;
  }

  plain(line: number, start: number, end: number): void {
    const { bytes } = this.#byteRows;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');
    const cells = text.split(this.#header.separator).map((cell) => cell.trim());
    if (cells.length > 1 || cells[0] !== '') this.record(line, cells);
  }

  record(line: number, cells: readonly string[]): void {
    const personId = this.#begin(line, cells);
    if (cells.length !== this.#header.cells.length) {
      const params = { columns: this.#header.cells.length };
      this.#reject(line, '', 'FIELD_COUNT', params, String(cells.length), personId);
    } else {
      this.#readFields(line, personId);
    }
    this.#end(line, personId);
  }

  broken(line: number, cells: readonly string[]): void {
    const personId = this.#begin(line, cells);
    this.#reject(line, '', 'QUOTING', {}, '', personId);
    this.#end(line, personId);
  }

  #begin(line: number, cells: readonly string[]): number {
    this.#cells = cells;
    this.#rows += 1;
    this.#faults = 0;
    const { personField } = this.#spec;
    const person = personField < 0 ? NO_PERSON : parsePerson(this.text(personField));
    const personId = typeof person === 'number' ? person : NO_PERSON;
    this.#target.seen(line, personId, this);
    return personId;
  }

  #end(line: number, personId: number): void {
    if (personId !== NO_PERSON && !this.#target.knows(personId)) {
      this.#fieldReject(line, this.#spec.personField, 'PERSON_UNKNOWN', {}, personId);
    }
    if (this.#faults > 0) this.#target.reject(line, personId);
    else this.#target.accept(line, this.#values, this);
  }

  #readFields(line: number, personId: number): void {
    const { fields, startField, endField } = this.#spec;
    for (let index = 0; index < fields.length; index += 1) {
      const text = this.text(index);
      const result = isBrokenText(text) ? 'ENCODING' : parseField(at(fields, index), text, this.#held);
      if (typeof result === 'number') this.#values[index] = result;
      else {
        this.#values[index] = Number.NaN;
        this.#fieldReject(line, index, result, at(this.#params, index), personId);
      }
    }
    if (startField < 0) return;
    if (f64(this.#values, endField) < f64(this.#values, startField)) {
      this.#fieldReject(line, endField, 'END_BEFORE_START', { start: this.#columnName(startField) }, personId);
    }
  }

  #fieldReject(line: number, field: number, rule: RejectRule, params: MessageParams, personId: number): void {
    const value = maskValue(this.text(field), at(this.#spec.fields, field).masked);
    this.#reject(line, this.#columnName(field), rule, params, value, personId);
  }

  /** Name of a field as it stands in the file. */
  #columnName(field: number): string {
    return this.#header.cells[at(this.#header.columnOf, field)] ?? at(this.#spec.fields, field).name;
  }

  #reject(
    line: number,
    column: string,
    rule: RejectRule,
    params: MessageParams,
    value: string,
    personId: number,
  ): void {
    this.#faults += 1;
    this.#rejects.add(this.#spec.table, { file: this.#file, line, column, rule, params, value, personId });
  }
}

function paramsOf(field: FieldSpec): MessageParams {
  if (field.kind === 'code') {
    return { allowed: field.codes.flatMap(([english]) => (english === '' ? [] : [english])).join(', ') };
  }
  if (field.kind === 'hundredths') return { maximum: field.maximum / 100 };
  return {};
}
