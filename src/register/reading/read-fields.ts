import { at, f64, fingerprintOf, firstInvisible, i32, type MessageParams, NO_PERSON, trimBlanks } from '../../domain';
import type { ReadingLimits } from '../rejects/reading-limits';
import type { RejectLog } from '../rejects/reject-log';
import type { RejectRule } from '../rejects/reject-rules';
import { maskAmount, maskValue } from '../rejects/reject-rules';
import type { FieldSpec, TableSpec } from '../tables/table-specs';
import { type ByteRowSink, ByteRows } from './byte-rows';
import type { NumberIndex } from './number-index';
import { type HeldCodes, isBrokenText, parseField, personOf } from './parse-field';
import type { TableHeader } from './read-header';
import { guessCells, type RecordSink } from './split-records';

/** Fields of a row that matter as texts, by their index. */
export interface RowTexts {
  /** The trimmed text. */
  text(field: number): string;
  /** The same as UTF-8; valid until the next row. */
  bytes(field: number): Uint8Array;
  /** fingerprintOf() the text; 0 where it is empty. */
  fingerprint(field: number): number;
}

/** Takes note of every row, before it is judged. Person is 0 where it cannot be read. */
export interface RowNotes {
  note(line: number, personId: number, texts: RowTexts): void;
}

/**
 * Takes a row without a fault, with the ordinal of its person, -1 without an index. The values belong to the reader: the
 * next row writes over them.
 */
export type AcceptRow = (ordinal: number, line: number, values: Float64Array, texts: RowTexts) => void;

/** What becomes of the rows of a table. */
export interface RowTarget {
  readonly keys: RowNotes;
  /** Persons to whom rows must belong; undefined where nobody is called unknown. */
  readonly index?: Pick<NumberIndex, 'find'> | undefined;
  readonly accept?: AcceptRow | undefined;
  /** A person whose id stands in a row with a fault. */
  readonly concern?: (personId: number) => void;
}

/** What the rows of a file are read with. */
export interface FieldContext {
  readonly held: HeldCodes;
  readonly rejects: RejectLog;
  readonly limits: ReadingLimits;
}

/** Turns the records of one file into rows of numbers or rejects, each fault of each row. */
export class TableReader implements RecordSink, ByteRowSink, RowTexts {
  readonly #spec: TableSpec;
  readonly #file: string;
  readonly #header: TableHeader;
  readonly #held: HeldCodes;
  readonly #rejects: RejectLog;
  readonly #limits: ReadingLimits;
  readonly #target: RowTarget;
  readonly #params: readonly MessageParams[];
  readonly #byteRows: ByteRows;
  readonly #values: Float64Array;
  /** The row at hand: its line, person and faults so far, and its cells, undefined while it stands in bytes. */
  #line = 0;
  #personId = NO_PERSON;
  #faults = 0;
  #cells: readonly string[] | undefined;
  #rows = 0;
  readonly #spreadIds = new SpreadIds();

  constructor(
    spec: TableSpec,
    file: { name: string; header: TableHeader },
    { held, rejects, limits }: FieldContext,
    target: RowTarget,
  ) {
    this.#spec = spec;
    this.#file = file.name;
    this.#header = file.header;
    this.#held = held;
    this.#rejects = rejects;
    this.#limits = limits;
    this.#target = target;
    this.#params = spec.fields.map(paramsOf);
    this.#byteRows = new ByteRows(spec, file.header, held, limits.fieldBytes);
    this.#values = this.#byteRows.values;
  }

  /** Data rows so far, the rejected ones included. */
  get rows(): number {
    return this.#rows;
  }

  text(field: number): string {
    if (this.#cells) return this.#cells[at(this.#header.columnOf, field)] ?? '';
    const { buffer, byteOffset, length } = this.bytes(field);
    return Buffer.from(buffer, byteOffset, length).toString(this.#byteRows.ascii ? 'latin1' : 'utf8');
  }

  bytes(field: number): Uint8Array {
    if (this.#cells) return Buffer.from(this.text(field), 'utf8');
    const { bytes, starts, ends } = this.#byteRows;
    return bytes.subarray(i32(starts, field), i32(ends, field));
  }

  fingerprint(field: number): number {
    if (this.#cells) {
      const text = this.bytes(field);
      return text.length === 0 ? 0 : fingerprintOf(text, 0, text.length);
    }
    const { bytes, starts, ends } = this.#byteRows;
    const [start, end] = [i32(starts, field), i32(ends, field)];
    return start === end ? 0 : fingerprintOf(bytes, start, end);
  }

  /** Whole lines without quotes, up to the end of the bytes. Returns the line behind the last. */
  lines(bytes: Uint8Array, start: number, line: number): number {
    return this.#byteRows.read(bytes, start, line, this);
  }

  fast(line: number): boolean {
    const { personField, startField, endField } = this.#spec;
    if (startField >= 0 && f64(this.#values, endField) < f64(this.#values, startField)) return false;
    const personId = personField < 0 ? NO_PERSON : f64(this.#values, personField);
    const { index, keys } = this.#target;
    const ordinal = index === undefined ? -1 : index.find(personId);
    if (index !== undefined && ordinal < 0) return false;
    this.#cells = undefined;
    this.#rows += 1;
    keys.note(line, personId, this);
    this.#target.accept?.(ordinal, line, this.#values, this);
    return true;
  }

  plain(line: number, start: number, end: number): void {
    if (end - start > this.#limits.lineBytes) {
      this.tooLong(line);
      return;
    }
    const { bytes } = this.#byteRows;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');
    const cells = text.split(this.#header.separator).map(trimBlanks);
    if (cells.some((cell) => cell !== '')) this.record(line, cells);
  }

  record(line: number, cells: readonly string[]): void {
    this.#begin(line, cells);
    const columns = this.#header.cells.length;
    if (cells.length !== columns) this.#rejectRow('FIELD_COUNT', { columns }, String(cells.length));
    else this.#readFields();
    this.#checkLengths(cells);
    this.#end();
  }

  broken(line: number, cells: readonly string[]): void {
    this.#begin(line, cells);
    this.#rejectRow('QUOTING');
    this.#end();
  }

  /** A line of a value that holds a line end: rejected, with everybody whose id stands in it. */
  spread(line: number, text: string): void {
    this.#begin(line, guessCells(text, this.#header.separator));
    this.#rejectRow('LINE_END_IN_VALUE');
    this.#end();
    if (this.#spec.personField < 0) return;
    for (const id of this.#spreadIds.of(line, text)) this.#target.concern?.(id);
  }

  tooLong(line: number): void {
    this.#line = line;
    this.#personId = NO_PERSON;
    this.#rows += 1;
    this.#rejectRow('LINE_TOO_LONG', { maximum: this.#limits.lineBytes });
  }

  #checkLengths(cells: readonly string[]): void {
    const { fieldBytes } = this.#limits;
    cells.forEach((cell, column) => {
      if (cell.length * 3 <= fieldBytes || Buffer.byteLength(cell) <= fieldBytes) return;
      this.#reject(this.#header.cells[column] ?? '', 'FIELD_TOO_LONG', { maximum: fieldBytes }, '');
    });
  }

  #begin(line: number, cells: readonly string[]): void {
    this.#cells = cells;
    this.#rows += 1;
    this.#faults = 0;
    this.#line = line;
    const { personField } = this.#spec;
    this.#personId = personField < 0 ? NO_PERSON : personOf(this.text(personField));
    this.#target.keys.note(line, this.#personId, this);
  }

  #end(): void {
    const { index, accept, concern } = this.#target;
    const isUnknown = this.#personId === NO_PERSON || index === undefined;
    const ordinal = isUnknown ? -1 : index.find(this.#personId);
    if (!isUnknown && ordinal < 0) this.#rejectField(this.#spec.personField, 'PERSON_UNKNOWN', {});
    if (this.#faults === 0) accept?.(ordinal, this.#line, this.#values, this);
    else {
      const ids = this.#spec.personFields.map((field) => personOf(this.text(field)));
      for (const id of ids) if (id !== NO_PERSON) concern?.(id);
    }
  }

  #readFields(): void {
    const { fields, startField, endField } = this.#spec;
    fields.forEach((field, index) => {
      this.#values[index] = this.#readField(field, index) ?? Number.NaN;
    });
    if (startField >= 0 && f64(this.#values, endField) < f64(this.#values, startField)) {
      this.#rejectField(endField, 'END_BEFORE_START', { start: this.#columnName(startField) });
    }
  }

  /** The number of a field; undefined where it cannot be read, which is noted. */
  #readField(field: FieldSpec, index: number): number | undefined {
    const text = this.text(index);
    const odd = PLAIN_TEXT.test(text) ? undefined : oddText(text);
    const result = odd === undefined ? parseField(field, text, this.#held) : odd.rule;
    if (typeof result !== 'number') {
      this.#rejectField(index, result, odd?.params ?? at(this.#params, index));
      return undefined;
    }
    if (field.kind === 'code') this.#byteRows.learnCode(index, text, result);
    return result;
  }

  /** Name of a field as it stands in the file. */
  #columnName(field: number): string {
    return this.#header.cells[at(this.#header.columnOf, field)] ?? at(this.#spec.fields, field).name;
  }

  #rejectField(field: number, rule: RejectRule, params: MessageParams): void {
    const { kind, masked } = at(this.#spec.fields, field);
    const value = kind === 'hundredths' ? maskAmount(this.text(field)) : maskValue(this.text(field), masked);
    this.#reject(this.#columnName(field), rule, params, value);
  }

  #rejectRow(rule: RejectRule, params: MessageParams = {}, value = ''): void {
    this.#reject('', rule, params, value);
  }

  #reject(column: string, rule: RejectRule, params: MessageParams, value: string): void {
    this.#faults += 1;
    const place = { file: this.#file, line: this.#line, column };
    this.#rejects.add(this.#spec.table, { ...place, rule, params, value, personId: this.#personId });
  }
}

/** Nothing but visible ASCII and blanks. */
const PLAIN_TEXT = /^[ -~]*$/;

/** What is wrong with the characters of a text, whatever field it stands in. */
function oddText(text: string): { readonly rule: RejectRule; readonly params: MessageParams } | undefined {
  if (isBrokenText(text)) return { rule: 'ENCODING', params: {} };
  const character = firstInvisible(text);
  return character === undefined ? undefined : { rule: 'INVISIBLE_CHARACTER', params: { character } };
}

function paramsOf(field: FieldSpec): MessageParams {
  if (field.kind === 'code') {
    return { allowed: field.codes.flatMap(([english]) => (english === '' ? [] : [english])).join(', ') };
  }
  if (field.kind === 'hundredths') return { maximum: field.maximum / 100 };
  return {};
}

const ID_DIGITS = 12;

/** Finds ids of persons in the lines of a value that holds line ends, also one that a line end cuts. */
export class SpreadIds {
  #line = -1;
  /** Digits at the end of the line before. */
  #tail = '';

  /** Every id that stands in a line or goes on in it from the line before. */
  of(line: number, text: string): number[] {
    const ids = new Set<number>();
    for (const [digits] of text.matchAll(/\d+/g)) addId(digits, ids);
    if (this.#line === line - 1) addId(this.#tail + (/^\s*(\d*)/.exec(text)?.[1] ?? ''), ids);
    this.#line = line;
    this.#tail = /(\d*)\s*$/.exec(text.slice(-2 * ID_DIGITS))?.[1] ?? '';
    return [...ids];
  }
}

function addId(digits: string, ids: Set<number>): void {
  const id = personOf(digits);
  if (id !== NO_PERSON) ids.add(id);
}
