import { i32, ordinalOfCode, SHARING } from '../domain';
import { CODE_MASK, LEAF_KIND, LONG, SHIFT, WEIGHTED, WIDE } from './format';
import { firstRecord, leafKind, leafLength, recordLength } from './leaf-words';
import type {
  KommuneTraceRecord,
  PersonTraceRecord,
  TraceLeaf,
  TracePart,
  TraceRecipient,
  TraceSegment,
} from './trace-leaf';

/** Reads the leaf that begins at a place of the words. */
export function decodeLeaf(words: Int32Array, at: number): TraceLeaf {
  const leaf = i32(words, at + 1);
  const place = i32(words, at + 2);
  const starts: number[] = [];
  for (let record = firstRecord(at); record < at + leafLength(words, at); record += recordLength(words, record)) {
    starts.push(record);
  }
  const kind = leafKind(words, at);
  if (kind === LEAF_KIND.kommune) {
    return { kind: 'kommune', leaf, kommune: place, records: starts.map((start) => decodeKommune(words, start)) };
  }
  if (kind === LEAF_KIND.adjustment) {
    return { kind: 'adjustment', leaf, act: place, records: starts.map((start) => decodeKommune(words, start)) };
  }
  const records = starts.map((start) => decodeRecord(words, start));
  return { kind: kind === LEAF_KIND.person ? 'person' : 'absentPerson', leaf, place, records };
}

/** Reads words one after the other. */
class Cursor {
  readonly words: Int32Array;
  readonly wide: boolean;
  at: number;

  constructor(words: Int32Array, at: number) {
    this.words = words;
    this.wide = (i32(words, at) & WIDE) !== 0;
    this.at = at;
  }

  next(): number {
    this.at += 1;
    return i32(this.words, this.at - 1);
  }

  /** A line, or what stands for one of a row that a case gives (lineOfAct). */
  line(): number {
    return this.next() >>> 0;
  }

  amount(): number {
    return this.wide ? this.long() : this.next();
  }

  long(): number {
    const low = this.next() >>> 0;
    return low + this.next() * 2 ** 32;
  }

  times<T>(count: number, read: () => T): T[] {
    return Array.from({ length: count }, read);
  }
}

const low = (word: number): number => word & 0xff_ff;

function decodeRecord(words: Int32Array, start: number): PersonTraceRecord {
  const cursor = new Cursor(words, start);
  const first = cursor.next();
  const year = cursor.next();
  const assumptions = cursor.next();
  const counts = cursor.next();
  const anchorLine = cursor.line();
  const decisionLine = cursor.line();
  const candidates = cursor.times(low(counts), () => ({ line: cursor.line(), failures: cursor.next() }));
  const sharing = (first >>> SHIFT.sharing) & 0x3;
  const rest = (first & LONG) === 0 ? SHORT_REST : decodeLongPart(cursor, sharing);
  // Written out: spreading two objects costs ten times as much, and a trace has millions of records.
  return {
    grantYear: low(year),
    component: ordinalOfCode((first >>> SHIFT.component) & 0xf),
    rateClass: (counts >>> SHIFT.rateClass) & 0x3,
    status: (first >>> SHIFT.status) & 0xf,
    sharing,
    candidateTable: (first >>> SHIFT.candidateTable) & 0x7,
    yearNumber: year >> SHIFT.yearNumber,
    assumptions,
    notes: (counts >>> SHIFT.notes) & 0xff,
    anchorLine,
    decisionLine,
    candidates,
    rateIndex: rest.rateIndex,
    chosenLine: rest.chosenLine,
    windowFrom: rest.windowFrom,
    windowTo: rest.windowTo,
    daysWithoutRecipient: rest.daysWithoutRecipient,
    dueDay: rest.dueDay,
    missingCells: rest.missingCells,
    annualAmountNok: rest.annualAmountNok,
    cumulativeDueNok: rest.cumulativeDueNok,
    wholeHeld: rest.wholeHeld,
    wholeHeldNok: rest.wholeHeldNok,
    segments: rest.segments,
    recipients: rest.recipients,
    parts: rest.parts,
  };
}

const SHORT_REST = {
  rateIndex: -1,
  chosenLine: 0,
  windowFrom: 0,
  windowTo: -1,
  daysWithoutRecipient: 0,
  dueDay: 0,
  missingCells: 0,
  annualAmountNok: 0,
  cumulativeDueNok: 0,
  wholeHeld: 0,
  wholeHeldNok: 0,
  segments: [],
  recipients: [],
  parts: [],
} as const;

function decodeLongPart(cursor: Cursor, sharing: number) {
  const [rateIndex, chosenLine, windowFrom, windowTo] = [cursor.next(), cursor.line(), cursor.next(), cursor.next()];
  const [daysWithoutRecipient, dueDay, counts, parts] = [cursor.next(), cursor.next(), cursor.next(), cursor.next()];
  const weighted = (parts & WEIGHTED) !== 0;
  return {
    rateIndex,
    chosenLine,
    windowFrom,
    windowTo,
    daysWithoutRecipient,
    dueDay,
    missingCells: cursor.next(),
    annualAmountNok: cursor.amount(),
    cumulativeDueNok: cursor.amount(),
    wholeHeld: (parts >>> SHIFT.wholeHeld) & 0xff,
    wholeHeldNok: cursor.amount(),
    segments: cursor.times(low(counts), () => decodeSegment(cursor)),
    recipients: cursor.times(counts >>> SHIFT.secondCount, () =>
      decodeRecipient(cursor, weighted, sharing === SHARING.separate),
    ),
    parts: cursor.times(low(parts), () => decodePart(cursor)),
  };
}

function decodeSegment(cursor: Cursor): TraceSegment {
  const from = cursor.next();
  const to = cursor.next();
  const code = cursor.next();
  return { from, to, code: code & CODE_MASK, table: code >>> SHIFT.table, line: cursor.line() };
}

function decodeRecipient(cursor: Cursor, weighted: boolean, separate: boolean): TraceRecipient {
  const code = cursor.next();
  const days = cursor.next();
  return {
    code: code & CODE_MASK,
    stopped: code >>> SHIFT.stopped === 1,
    days,
    weight: weighted ? cursor.next() : days,
    amountNok: separate ? cursor.amount() : 0,
    term: separate ? cursor.next() : 0,
    line: separate ? cursor.line() : 0,
  };
}

function decodePart(cursor: Cursor): TracePart {
  const basis = cursor.next();
  const recipient = cursor.next();
  const share = cursor.next();
  return {
    basisRecipient: basis & CODE_MASK,
    held: basis >>> SHIFT.held,
    recipient,
    shareNumerator: low(share),
    shareDenominator: share >>> SHIFT.shareDenominator,
    dueNok: cursor.amount(),
    heldDueNok: cursor.amount(),
    postedNok: cursor.amount(),
  };
}

function decodeKommune(words: Int32Array, start: number): KommuneTraceRecord {
  const cursor = new Cursor(words, start);
  const first = cursor.next();
  const year = cursor.next();
  const count = cursor.next();
  const parts = cursor.next();
  return {
    grantYear: low(year),
    component: ordinalOfCode((first >>> SHIFT.component) & 0xf),
    rateClass: (first >>> SHIFT.kommuneRateClass) & 0x3,
    count,
    teachingHundredths: cursor.long(),
    participantHundredths: cursor.long(),
    annualAmountNok: cursor.amount(),
    cumulativeDueNok: cursor.amount(),
    wholeHeld: (parts >>> SHIFT.wholeHeld) & 0xff,
    wholeHeldNok: cursor.amount(),
    rateIndexes: cursor.times(year >>> SHIFT.secondCount, () => cursor.next()),
    parts: cursor.times(low(parts), () => decodePart(cursor)),
  };
}
