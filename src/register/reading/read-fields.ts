import { at, f64, firstInvisible, i32, type MessageParams, NO_PERSON, trimBlanks } from '../../domain';
import type { ReadingLimits } from '../rejects/reading-limits';
import type { RejectLog } from '../rejects/reject-log';
import type { RejectRule } from '../rejects/reject-rules';
import { maskValue } from '../rejects/reject-rules';
import type { FieldSpec, TableSpec } from '../tables/table-specs';
import { type ByteRowSink, ByteRows } from './byte-rows';
import { type Fingerprint, fingerprintBytes } from './fingerprints';
import type { PersonIndex } from './identities';
import { type HeldCodes, isBrokenText, parseField, parsePerson } from './parse-field';
import type { TableHeader } from './read-header';
import { guessCells, type RecordSink } from './split-records';

/** Fields of a row that matter as texts, by their index. */
export interface RowTexts {
  /** The trimmed text. */
  text(field: number): string;
  /** Fingerprint of the text; false where it is empty. */
  fingerprint(field: number, target: Fingerprint): boolean;
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
  readonly index?: Pick<PersonIndex, 'find'> | undefined;
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
  /** The row at hand: its cells, or undefined while it stands in bytes. */
  #cells: readonly string[] | undefined;
  #faults = 0;
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
    const personId = this.#begin(line, cells);
    if (cells.length !== this.#header.cells.length) {
      const params = { columns: this.#header.cells.length };
      this.#reject(line, '', 'FIELD_COUNT', params, String(cells.length), personId);
    } else {
      this.#readFields(line, personId);
    }
    this.#checkLengths(line, cells, personId);
    this.#end(line, personId);
  }

  broken(line: number, cells: readonly string[]): void {
    const personId = this.#begin(line, cells);
    this.#reject(line, '', 'QUOTING', {}, '', personId);
    this.#end(line, personId);
  }

  /** A line of a value that holds a line end: rejected, with everybody whose id stands in it. */
  spread(line: number, text: string): void {
    const cells = guessCells(text, this.#header.separator);
    const personId = this.#begin(line, cells);
    this.#reject(line, '', 'LINE_END_IN_VALUE', {}, '', personId);
    this.#end(line, personId);
    if (this.#spec.personField < 0) return;
    for (const id of this.#spreadIds.of(line, text)) this.#target.concern?.(id);
  }

  tooLong(line: number): void {
    this.#rows += 1;
    this.#reject(line, '', 'LINE_TOO_LONG', { maximum: this.#limits.lineBytes }, '', NO_PERSON);
  }

  #checkLengths(line: number, cells: readonly string[], personId: number): void {
    const { fieldBytes } = this.#limits;
    for (let column = 0; column < cells.length; column += 1) {
      const cell = at(cells, column);
      if (cell.length * 3 <= fieldBytes || Buffer.byteLength(cell) <= fieldBytes) continue;
      const name = this.#header.cells[column] ?? '';
      this.#reject(line, name, 'FIELD_TOO_LONG', { maximum: fieldBytes }, '', personId);
    }
  }

  #begin(line: number, cells: readonly string[]): number {
    this.#cells = cells;
    this.#rows += 1;
    this.#faults = 0;
    const { personField } = this.#spec;
    const person = personField < 0 ? NO_PERSON : parsePerson(this.text(personField));
    const personId = typeof person === 'number' ? person : NO_PERSON;
    this.#target.keys.note(line, personId, this);
    return personId;
  }

  #end(line: number, personId: number): void {
    const { index } = this.#target;
    const ordinal = index === undefined || personId === NO_PERSON ? -1 : index.find(personId);
    if (index !== undefined && personId !== NO_PERSON && ordinal < 0) {
      this.#fieldReject(line, this.#spec.personField, 'PERSON_UNKNOWN', {}, personId);
    }
    if (this.#faults === 0) this.#target.accept?.(ordinal, line, this.#values, this);
    else for (const field of this.#spec.personFields) this.#concern(this.text(field));
  }

  #concern(text: string): void {
    const id = parsePerson(text);
    if (typeof id === 'number') this.#target.concern?.(id);
  }

  #readFields(line: number, personId: number): void {
    const { fields, startField, endField } = this.#spec;
    for (let index = 0; index < fields.length; index += 1) {
      const text = this.text(index);
      const result = this.#readField(line, index, text, personId);
      this.#values[index] = result ?? Number.NaN;
    }
    if (startField < 0) return;
    if (f64(this.#values, endField) < f64(this.#values, startField)) {
      this.#fieldReject(line, endField, 'END_BEFORE_START', { start: this.#columnName(startField) }, personId);
    }
  }

  /** The number of a field; undefined where it cannot be read, which is noted. */
  #readField(line: number, index: number, text: string, personId: number): number | undefined {
    const field = at(this.#spec.fields, index);
    const odd = PLAIN_TEXT.test(text) ? undefined : oddText(text);
    if (odd !== undefined) {
      this.#fieldReject(line, index, odd.rule, odd.params, personId);
      return undefined;
    }
    const result = parseField(field, text, this.#held);
    if (typeof result === 'number') {
      if (field.kind === 'code') this.#byteRows.learnCode(index, text, result);
      return result;
    }
    this.#fieldReject(line, index, result, at(this.#params, index), personId);
    return undefined;
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
  const id = digits.length === ID_DIGITS ? parsePerson(digits) : undefined;
  if (typeof id === 'number') ids.add(id);
}
