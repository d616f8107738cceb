import { at, f64, i32, u8, u16, u32 } from './columns';
import { assert } from './errors';

/** Why a line exists (data contract 4). Ordinals stand in columns. */
export const LINE_REASONS = ['regular', 'arrears', 'correction', 'adjustment'] as const;
export const LINE_REASON = { regular: 0, arrears: 1, correction: 2, adjustment: 3 } as const;

/** One payout line in numbers; An empty annual amount is -1. */
export interface Line {
  grantYear: number;
  component: number;
  code: string;
  personId: number;
  basisRecipient: number;
  recipient: number;
  annualAmountNok: number;
  shareNumerator: number;
  shareDenominator: number;
  cumulativeDueNok: number;
  previouslyPostedNok: number;
  amountNok: number;
  reason: number;
  /** Act of a case that an adjustment is of, 0 for none. */
  act: number;
  traceLeaf: number;
  traceRecord: number;
}

/** Lines of a table's first chunk, enough for one person worked out alone, and of every further one. */
const FIRST_CHUNK = 256;
const CHUNK = 65_536;

class Chunk {
  length = 0;
  readonly grantYear;
  readonly component;
  readonly code;
  readonly personId;
  readonly basisRecipient;
  readonly recipient;
  readonly annualAmountNok;
  readonly shareNumerator;
  readonly shareDenominator;
  readonly cumulativeDueNok;
  readonly previouslyPostedNok;
  readonly amountNok;
  readonly reason;
  readonly act;
  readonly traceLeaf;
  readonly traceRecord;

  /** @param codes names of the codes in this chunk, by index */
  constructor(
    readonly codes: readonly string[],
    readonly room: number,
  ) {
    this.grantYear = new Uint16Array(room);
    this.component = new Uint8Array(room);
    this.code = new Uint16Array(room);
    this.personId = new Float64Array(room);
    this.basisRecipient = new Int32Array(room);
    this.recipient = new Int32Array(room);
    this.annualAmountNok = new Float64Array(room);
    this.shareNumerator = new Int32Array(room);
    this.shareDenominator = new Int32Array(room);
    this.cumulativeDueNok = new Float64Array(room);
    this.previouslyPostedNok = new Float64Array(room);
    this.amountNok = new Float64Array(room);
    this.reason = new Uint8Array(room);
    this.act = new Uint32Array(room);
    this.traceLeaf = new Uint32Array(room);
    this.traceRecord = new Uint8Array(room);
  }
}

/** Payout lines in columns, added at the end, read by place. */
export class LineTable {
  readonly #chunks: Chunk[] = [];
  /** Place of the first line of each chunk. */
  readonly #starts: number[] = [];
  readonly #codes: string[] = [''];
  readonly #codeIndex = new Map<string, number>([['', 0]]);
  #length = 0;

  /** The lines of several tables one after the other; the tables are shared, so add no more to them. */
  static concatenate(tables: readonly LineTable[]): LineTable {
    const all = new LineTable();
    for (const table of tables) {
      for (const chunk of table.#chunks) {
        all.#chunks.push(chunk);
        all.#starts.push(all.#length);
        all.#length += chunk.length;
      }
    }
    return all;
  }

  get length(): number {
    return this.#length;
  }

  push(line: Line): void {
    const chunk = this.#chunkWithRoom();
    const offset = chunk.length;
    chunk.grantYear[offset] = line.grantYear;
    chunk.component[offset] = line.component;
    chunk.code[offset] = this.#internCode(line.code);
    chunk.personId[offset] = line.personId;
    chunk.basisRecipient[offset] = line.basisRecipient;
    chunk.recipient[offset] = line.recipient;
    chunk.annualAmountNok[offset] = line.annualAmountNok;
    chunk.shareNumerator[offset] = line.shareNumerator;
    chunk.shareDenominator[offset] = line.shareDenominator;
    chunk.cumulativeDueNok[offset] = line.cumulativeDueNok;
    chunk.previouslyPostedNok[offset] = line.previouslyPostedNok;
    chunk.amountNok[offset] = line.amountNok;
    chunk.reason[offset] = line.reason;
    chunk.act[offset] = line.act;
    chunk.traceLeaf[offset] = line.traceLeaf;
    chunk.traceRecord[offset] = line.traceRecord;
    chunk.length += 1;
    this.#length += 1;
  }

  /** Fills `into` with the line at a place and returns it. */
  read(index: number, into: Line): Line {
    assert(index >= 0 && index < this.#length, `line ${index} outside 0..${this.#length - 1}`);
    const place = this.#chunkOf(index);
    return readChunk(at(this.#chunks, place), index - at(this.#starts, place), into);
  }

  /** Fills `into` with the leaf and the record of one line after the other, from a place on. */
  traceAddresses(from: number, into: Uint32Array): void {
    let place = this.#chunkOf(from);
    let offset = from - at(this.#starts, place);
    for (let word = 0; word < into.length; word += 2) {
      let chunk = at(this.#chunks, place);
      while (offset === chunk.length) {
        place += 1;
        offset = 0;
        chunk = at(this.#chunks, place);
      }
      into[word] = u32(chunk.traceLeaf, offset);
      into[word + 1] = u8(chunk.traceRecord, offset);
      offset += 1;
    }
  }

  /** Every line in order; the object is the same each time. */
  *[Symbol.iterator](): Iterator<Line> {
    const line = emptyLine();
    for (const chunk of this.#chunks) {
      for (let offset = 0; offset < chunk.length; offset += 1) yield readChunk(chunk, offset, line);
    }
  }

  #chunkWithRoom(): Chunk {
    const last = this.#chunks[this.#chunks.length - 1];
    if (last && last.length < last.room && last.codes === this.#codes) return last;
    const chunk = new Chunk(this.#codes, last ? CHUNK : FIRST_CHUNK);
    this.#chunks.push(chunk);
    this.#starts.push(this.#length);
    return chunk;
  }

  #chunkOf(index: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (at(this.#starts, middle) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #internCode(code: string): number {
    const known = this.#codeIndex.get(code);
    if (known !== undefined) return known;
    const index = this.#codes.push(code) - 1;
    this.#codeIndex.set(code, index);
    return index;
  }
}

function readChunk(chunk: Chunk, offset: number, into: Line): Line {
  into.grantYear = u16(chunk.grantYear, offset);
  into.component = u8(chunk.component, offset);
  into.code = at(chunk.codes, u16(chunk.code, offset));
  into.personId = f64(chunk.personId, offset);
  into.basisRecipient = i32(chunk.basisRecipient, offset);
  into.recipient = i32(chunk.recipient, offset);
  into.annualAmountNok = f64(chunk.annualAmountNok, offset);
  into.shareNumerator = i32(chunk.shareNumerator, offset);
  into.shareDenominator = i32(chunk.shareDenominator, offset);
  into.cumulativeDueNok = f64(chunk.cumulativeDueNok, offset);
  into.previouslyPostedNok = f64(chunk.previouslyPostedNok, offset);
  into.amountNok = f64(chunk.amountNok, offset);
  into.reason = u8(chunk.reason, offset);
  into.act = u32(chunk.act, offset);
  into.traceLeaf = u32(chunk.traceLeaf, offset);
  into.traceRecord = u8(chunk.traceRecord, offset);
  return into;
}

/** A line of zeros to read into. */
export function emptyLine(): Line {
  return {
    grantYear: 0,
    component: 0,
    code: '',
    personId: 0,
    basisRecipient: 0,
    recipient: 0,
    annualAmountNok: 0,
    shareNumerator: 0,
    shareDenominator: 1,
    cumulativeDueNok: 0,
    previouslyPostedNok: 0,
    amountNok: 0,
    reason: 0,
    act: 0,
    traceLeaf: 0,
    traceRecord: 0,
  };
}
