import { at, f64, GrowingColumn, type MessageParams, NO_PERSON } from '../../domain';
import { TABLES, type TableName } from '../tables/table-specs';
import { FILE_RULES, REJECT_RULES, type RejectRule } from './reject-rules';

/** One reason for which a row, or a whole file, cannot be read (rejected.csv). */
export interface Reject {
  /** Name of the file as it stands in the folder. */
  readonly file: string;
  /** The header is line 1; 0 where the reason is of the whole file. */
  readonly line: number;
  /** Name of the column as it stands in the file, empty where the reason is of the whole row. */
  readonly column: string;
  /** Its text in the message catalogue says what was expected, its action what to do. */
  readonly rule: RejectRule;
  readonly params: MessageParams;
  /** Masked where it is an id. */
  readonly value: string;
  /** Person that the row names, NO_PERSON where it names none. */
  readonly personId: number;
}

/** Files that are no table. */
const OTHER_FILE = TABLES.length;

/** Reasons of one kind: rule, file, column and values in the text are the same. */
export interface RejectGroup {
  /** The one in the first line. */
  readonly first: Reject;
  readonly times: number;
  /** The lines after the first, few of them. */
  readonly nextLines: readonly number[];
}

/** Reasons that are listed where no setting lowers it (data contract 1, "Limits"). */
export const REASONS_LISTED = 1_000_000;

/** Lines that a group names. */
const GROUP_LINES = 3;

/** A reject log between threads. */
export interface RejectColumns {
  readonly table: Float64Array;
  readonly line: Float64Array;
  readonly name: Float64Array;
  readonly rule: Float64Array;
  readonly person: Float64Array;
  readonly values: readonly string[];
  readonly names: readonly { readonly file: string; readonly column: string; readonly params: MessageParams }[];
  readonly overflow: number;
}

/** Everything that could not be read, all of it, kept in columns: an extract may hold millions of bad rows. */
export class RejectLog {
  readonly #table = new GrowingColumn();
  readonly #line = new GrowingColumn();
  readonly #name = new GrowingColumn();
  readonly #rule = new GrowingColumn();
  readonly #person = new GrowingColumn();
  readonly #values: string[] = [];
  #overflow = 0;
  /** Files, columns and params, each kept once. */
  readonly #names: { file: string; column: string; params: MessageParams }[] = [];
  readonly #nameIndex = new Map<string, number>();
  readonly #lines: readonly LineSet[] = TABLES.map(() => new LineSet());
  readonly #reasonsMaximum: number;

  /** @param reasonsMaximum reasons that are kept; of an extract with more the rest is counted, and no limit helps */
  constructor(reasonsMaximum: number = REASONS_LISTED) {
    this.#reasonsMaximum = reasonsMaximum;
  }

  /** Number of reasons. */
  get size(): number {
    return this.#rule.length;
  }

  /** Number of reasons beyond those that are kept. */
  get overflow(): number {
    return this.#overflow;
  }

  /** True where a whole file is at fault: no limit helps. */
  get hasFileFault(): boolean {
    return this.#rule.view().some((rule) => FILE_RULES.has(at(REJECT_RULES, rule)));
  }

  /** Notes a reason. `table` is undefined for a file that is no table. */
  add(table: TableName | undefined, reject: Reject): void {
    const ordinal = table === undefined ? OTHER_FILE : TABLES.indexOf(table);
    if (table !== undefined && !FILE_RULES.has(reject.rule)) at(this.#lines, ordinal).add(reject.line);
    if (this.size >= this.#reasonsMaximum) {
      this.#overflow += 1;
      return;
    }
    this.#table.push(ordinal);
    this.#line.push(reject.line);
    this.#rule.push(REJECT_RULES.indexOf(reject.rule));
    this.#person.push(reject.personId);
    this.#name.push(this.#nameOf(reject));
    this.#values.push(reject.value);
  }

  #nameOf(reject: Reject): number {
    const { file, column, params } = reject;
    const key = `${file}\n${column}\n${JSON.stringify(params)}`;
    const known = this.#nameIndex.get(key);
    if (known !== undefined) return known;
    this.#nameIndex.set(key, this.#names.length);
    return this.#names.push({ file, column, params }) - 1;
  }

  /** Everything as plain columns, for the thread that joins it. */
  columns(): RejectColumns {
    const copy = (column: GrowingColumn): Float64Array => column.view().slice();
    const [table, line, name] = [copy(this.#table), copy(this.#line), copy(this.#name)];
    const [rule, person] = [copy(this.#rule), copy(this.#person)];
    return { table, line, name, rule, person, values: this.#values, names: this.#names, overflow: this.#overflow };
  }

  /** Adds what another thread has noted. */
  join(other: RejectColumns): void {
    this.#overflow += other.overflow;
    for (let index = 0; index < other.rule.length; index += 1) {
      const place = at(other.names, f64(other.name, index));
      const rule = at(REJECT_RULES, f64(other.rule, index));
      const [line, personId, value] = [f64(other.line, index), f64(other.person, index), at(other.values, index)];
      this.add(TABLES[f64(other.table, index)], { ...place, line, rule, value, personId });
    }
  }

  /** Lines of a table with at least one reason. */
  rejectedLines(table: TableName): LineSet {
    return at(this.#lines, TABLES.indexOf(table));
  }

  /** Number of rejected rows of a table, the cascade included. */
  rejectedRows(table: TableName): number {
    return this.rejectedLines(table).size;
  }

  /** All reasons, in the order of file, line, column and rule. */
  *[Symbol.iterator](): Generator<Reject> {
    const order = Array.from({ length: this.size }, (_, index) => index);
    order.sort((a, b) => this.#compare(a, b));
    for (const index of order) yield this.#reject(index);
  }

  /** All reasons in kinds, in the order of file and first line. One pass, however many there are. */
  groups(): RejectGroup[] {
    const groups = new Map<number, { times: number; places: number[] }>();
    for (let index = 0; index < this.size; index += 1) {
      const key = this.#name.get(index) * REJECT_RULES.length + this.#rule.get(index);
      const group = groups.get(key) ?? { times: 0, places: [] };
      groups.set(key, group);
      group.times += 1;
      const last = group.places.at(-1);
      const isFull = group.places.length === GROUP_LINES;
      if (isFull && last !== undefined && this.#compare(index, last) > 0) continue;
      group.places.push(index);
      group.places.sort((a, b) => this.#compare(a, b));
      group.places.length = Math.min(group.places.length, GROUP_LINES);
    }
    const sorted = [...groups.values()].sort((a, b) => this.#compare(at(a.places, 0), at(b.places, 0)));
    return sorted.map(({ times, places }) => {
      const [first = 0, ...next] = places;
      return { first: this.#reject(first), times, nextLines: next.map((place) => this.#line.get(place)) };
    });
  }

  #compare(a: number, b: number): number {
    const first = at(this.#names, this.#name.get(a));
    const second = at(this.#names, this.#name.get(b));
    return (
      compareText(first.file, second.file) ||
      this.#line.get(a) - this.#line.get(b) ||
      compareText(first.column, second.column) ||
      compareText(at(REJECT_RULES, this.#rule.get(a)), at(REJECT_RULES, this.#rule.get(b))) ||
      compareText(at(this.#values, a), at(this.#values, b))
    );
  }

  #reject(index: number): Reject {
    const { file, column, params } = at(this.#names, this.#name.get(index));
    return {
      file,
      line: this.#line.get(index),
      column,
      rule: at(REJECT_RULES, this.#rule.get(index)),
      params,
      value: at(this.#values, index),
      personId: this.#person.get(index),
    };
  }
}

function compareText(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}

/** A reason of a whole file. */
export function fileReject(
  file: string,
  rule: RejectRule,
  place: { line?: number; column?: string; value?: string } = {},
  params: MessageParams = {},
): Reject {
  const { line = 0, column = '', value = '' } = place;
  return { file, line, column, rule, params, value, personId: NO_PERSON };
}

/** A set of line numbers of one file as bits. */
export class LineSet {
  #words = new Uint32Array(64);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(line: number): boolean {
    return (((this.#words[line >>> 5] ?? 0) >>> (line & 31)) & 1) === 1;
  }

  /** Adds a line; false where it was in the set already. */
  add(line: number): boolean {
    if (this.has(line)) return false;
    const word = line >>> 5;
    if (word >= this.#words.length) {
      const wider = new Uint32Array(Math.max(word + 1, this.#words.length * 2));
      wider.set(this.#words);
      this.#words = wider;
    }
    this.#words[word] = (this.#words[word] ?? 0) | (1 << (line & 31));
    this.#size += 1;
    return true;
  }
}
