import { at, type MessageParams, NO_PERSON } from '../domain';
import { maskValue } from './mask-value';
import { type HeldCodes, parseField, parsePerson } from './parse-field';
import type { RecordSink } from './record-reader';
import type { RejectLog } from './reject-log';
import type { RejectRule } from './reject-rules';
import type { TableHeader } from './table-header';
import type { FieldSpec, TableSpec } from './table-spec';

/** What becomes of the rows of a table. */
export interface RowTarget {
  /** Every row, before it is judged: keys are compared over all rows of a file. Person is 0 where it cannot be read. */
  seen(line: number, personId: number, texts: RowTexts): void;
  /** True where the row's person is known; a row of anybody else is rejected. */
  knows(personId: number): boolean;
  /** A row without a fault. The values belong to the reader: they are written over by the next row. */
  accept(line: number, values: Float64Array, texts: RowTexts): void;
  /** A row with a fault, and the person that it concerns, 0 where it names none. */
  reject(line: number, personId: number): void;
}

/** Texts of a row that matter as texts: the value of a field by its index. */
export interface RowTexts {
  text(field: number): string;
}

/** Turns the records of one file into rows of numbers or rejects, each fault of each row. */
export class TableReader implements RecordSink, RowTexts {
  readonly #spec: TableSpec;
  readonly #file: string;
  readonly #header: TableHeader;
  readonly #held: HeldCodes;
  readonly #rejects: RejectLog;
  readonly #target: RowTarget;
  readonly #values: Float64Array;
  readonly #params: readonly MessageParams[];
  #cells: readonly string[] = [];
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
    this.#values = new Float64Array(spec.fields.length);
    this.#params = spec.fields.map(paramsOf);
  }

  /** Data rows so far, the rejected ones included. */
  get rows(): number {
    return this.#rows;
  }

  /** The trimmed text of a field of the row being read. */
  text(field: number): string {
    return this.#cells[at(this.#header.columnOf, field)] ?? '';
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
      const result = text.includes('\uFFFD') ? 'ENCODING' : parseField(at(fields, index), text, this.#held);
      if (typeof result === 'number') this.#values[index] = result;
      else {
        this.#values[index] = Number.NaN;
        this.#fieldReject(line, index, result, at(this.#params, index), personId);
      }
    }
    if (startField < 0) return;
    const start = this.#values[startField] ?? Number.NaN;
    const end = this.#values[endField] ?? Number.NaN;
    if (end < start) {
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
