import { at, f64, i32, u8, u16, u32 } from './columns';

/** Why a line exists (data contract 4). Ordinals stand in columns. */
export const LINE_REASONS = ['regular', 'arrears', 'correction'] as const;
export const LINE_REASON = { regular: 0, arrears: 1, correction: 2 } as const;

/** One payout line in numbers; `code` is an index into LineTable.codes. An empty annual amount is -1. */
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
  traceLeaf: number;
  traceRecord: number;
}

const CHUNK = 65_536;

class Chunk {
  readonly grantYear = new Uint16Array(CHUNK);
  readonly component = new Uint8Array(CHUNK);
  readonly code = new Uint16Array(CHUNK);
  readonly personId = new Float64Array(CHUNK);
  readonly basisRecipient = new Int32Array(CHUNK);
  readonly recipient = new Int32Array(CHUNK);
  readonly annualAmountNok = new Float64Array(CHUNK);
  readonly shareNumerator = new Int32Array(CHUNK);
  readonly shareDenominator = new Int32Array(CHUNK);
  readonly cumulativeDueNok = new Float64Array(CHUNK);
  readonly previouslyPostedNok = new Float64Array(CHUNK);
  readonly amountNok = new Float64Array(CHUNK);
  readonly reason = new Uint8Array(CHUNK);
  readonly traceLeaf = new Uint32Array(CHUNK);
  readonly traceRecord = new Uint8Array(CHUNK);
}

/** Payout lines in columns, added at the end, read by place. */
export class LineTable {
  readonly #chunks: Chunk[] = [];
  readonly #codes: string[] = [''];
  readonly #codeIndex = new Map<string, number>([['', 0]]);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(line: Line): void {
    const offset = this.#length % CHUNK;
    if (offset === 0) this.#chunks.push(new Chunk());
    const chunk = at(this.#chunks, this.#chunks.length - 1);
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
    chunk.traceLeaf[offset] = line.traceLeaf;
    chunk.traceRecord[offset] = line.traceRecord;
    this.#length += 1;
  }

  /** Fills `into` with the line at a place and returns it. */
  read(index: number, into: Line): Line {
    const chunk = at(this.#chunks, Math.floor(index / CHUNK));
    const offset = index % CHUNK;
    into.grantYear = u16(chunk.grantYear, offset);
    into.component = u8(chunk.component, offset);
    into.code = at(this.#codes, u16(chunk.code, offset));
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
    into.traceLeaf = u32(chunk.traceLeaf, offset);
    into.traceRecord = u8(chunk.traceRecord, offset);
    return into;
  }

  /** Every line in order; the object is the same each time. */
  *[Symbol.iterator](): Iterator<Line> {
    const line = emptyLine();
    for (let index = 0; index < this.#length; index += 1) yield this.read(index, line);
  }

  #internCode(code: string): number {
    const known = this.#codeIndex.get(code);
    if (known !== undefined) return known;
    const index = this.#codes.push(code) - 1;
    this.#codeIndex.set(code, index);
    return index;
  }
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
    traceLeaf: 0,
    traceRecord: 0,
  };
}
