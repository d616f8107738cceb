import { COMPONENTS, HELD_REASONS, isCode, RATE_CLASSES } from './vocabulary';

/** A leaf of the trace that cannot be read. */
export class TraceFault extends Error {}

/** Kinds of leaves (FORMAT.md, "Leaf"). */
export const LEAF = { person: 0, absent: 1, kommune: 2, adjustment: 3 };
/** How recipients share ("Record of a person"). */
export const SHARING = { days: 0, halves: 1, separate: 2 };

/** What one basis recipient is due ("Part"); `from` and `to` are its words. */
export interface TracePart {
  readonly from: number;
  readonly to: number;
  readonly basis: number;
  readonly recipient: number;
  readonly heldReason: string;
  readonly shareNumerator: number;
  readonly shareDenominator: number;
  readonly dueNok: number;
  readonly heldDueNok: number;
  readonly postedNok: number;
}

/** A recipient of the year, before anything is due. */
export interface TraceRecipient {
  readonly code: number;
  /** Its code was split, so nobody can be named. */
  readonly isStopped: boolean;
  readonly days: number;
  readonly weight: number;
  readonly amountNok: number;
}

/** One grant year and component of a leaf. */
export interface TraceRecord {
  readonly from: number;
  /** Word at which its parts begin; they are its last. */
  readonly partsFrom: number;
  readonly isKommune: boolean;
  readonly grantYear: number;
  readonly component: number;
  readonly status: number;
  readonly sharing: number;
  readonly yearNumber: number;
  /** Number of the class. */
  readonly rateClass: number;
  readonly rateIndex: number;
  /** Line of the row that triggers, or below 0 the act of a case that gives it; 0 where none does. */
  readonly chosenLine: number;
  readonly annualNok: number;
  readonly dueNok: number;
  readonly heldNok: number;
  readonly heldReason: string;
  readonly recipients: readonly TraceRecipient[];
  readonly parts: readonly TracePart[];
}

/** A leaf: a person, or a kommune in one grant year and component. */
export interface TraceLeaf {
  /** Number of the leaf, by its place. */
  readonly number: number;
  readonly kind: number;
  /** Line in persons.csv, 0 for an absent person, the code of a kommune, the act of an adjustment. */
  readonly about: number;
  /** The words of the leaf. */
  readonly words: Int32Array;
  readonly records: readonly TraceRecord[];
}

/** Reads words one after the other, none behind the end of its record. */
class Cursor {
  constructor(
    readonly words: Int32Array,
    public at: number,
    readonly end: number,
    readonly isWide: boolean,
  ) {}

  next(): number {
    if (this.at >= this.end) throw new TraceFault('a record ends too early');
    this.at += 1;
    return this.words[this.at - 1] ?? 0;
  }

  skip(words: number): void {
    this.at += words;
  }

  amount(): number {
    const low = this.next();
    return this.isWide ? (low >>> 0) + this.next() * 2 ** 32 : low;
  }

  times<T>(count: number, read: () => T): T[] {
    return Array.from({ length: count }, read);
  }
}

/** A word's bits, from the first to the last. */
const bits = (word: number, first: number, last: number): number => (word >>> first) & (2 ** (last - first + 1) - 1);

/**
 * Reads the records of a leaf; its words, and theirs, count from its first.
 *
 * @throws TraceFault
 */
export function readRecords(words: Int32Array, kind: number): TraceRecord[] {
  const records: TraceRecord[] = [];
  for (let at = 3; at < words.length; ) {
    const [head = 0, length] = [words[at], bits(words[at] ?? 0, 0, 15)];
    if (length < 6 || at + length > words.length) throw new TraceFault(`record at word ${at}`);
    const cursor = new Cursor(words, at, at + length, bits(head, 29, 29) === 1);
    const record = kind === LEAF.kommune || kind === LEAF.adjustment ? kommuneRecord(cursor) : personRecord(cursor);
    if (cursor.at !== cursor.end) throw new TraceFault(`record at word ${at} has ${length} words`);
    records.push(record);
    at += length;
  }
  return records;
}

/** Record of a person: one that is not long ends behind its candidates. */
function personRecord(cursor: Cursor): TraceRecord {
  const from = cursor.at;
  const [head, year] = [cursor.next(), cursor.next()];
  cursor.skip(1); // assumptions
  const counts = cursor.next();
  cursor.skip(2 + bits(counts, 0, 15) * 2); // lines that gave the year and the decision; candidates
  const sharing = bits(head, 24, 25);
  const what = {
    ...{ from, isKommune: false, grantYear: bits(year, 0, 15), component: componentOf(head) },
    ...{ status: bits(head, 20, 23), sharing, yearNumber: year >> 16, rateClass: bits(counts, 24, 25) },
  };
  if (bits(head, 30, 30) === 0) return { ...what, ...NOTHING, partsFrom: cursor.at };
  const [rateIndex, chosenLine] = [cursor.next(), cursor.next()];
  cursor.skip(4); // window, days without a recipient, day that decides the term
  const [pieces, parts] = [cursor.next(), cursor.next()];
  cursor.skip(1); // missing rates
  const [annualNok, dueNok, heldNok] = [cursor.amount(), cursor.amount(), cursor.amount()];
  cursor.skip(bits(pieces, 0, 15) * 4); // segments
  const recipients = cursor.times(bits(pieces, 16, 31), () => recipientOf(cursor, bits(parts, 24, 24) === 1, sharing));
  const amounts = { rateIndex, chosenLine, annualNok, dueNok, heldNok, heldReason: reasonOf(bits(parts, 16, 23)) };
  return { ...what, ...amounts, recipients, ...partsOf(cursor, bits(parts, 0, 15)) };
}

const NOTHING = {
  ...{ rateIndex: -1, chosenLine: 0, annualNok: 0, dueNok: 0, heldNok: 0, heldReason: '' },
  ...{ recipients: [], parts: [] },
};

function recipientOf(cursor: Cursor, hasWeight: boolean, sharing: number): TraceRecipient {
  const [code, days] = [cursor.next(), cursor.next()];
  const weight = hasWeight ? cursor.next() : days;
  const amountNok = sharing === SHARING.separate ? cursor.amount() : 0;
  if (sharing === SHARING.separate) cursor.skip(2); // first term, line in decisions.csv
  return { code: bits(code, 0, 19), isStopped: bits(code, 20, 20) === 1, days, weight, amountNok };
}

/** Record of a kommune: counts and hours, amounts, the numbers of its rates. */
function kommuneRecord(cursor: Cursor): TraceRecord {
  const from = cursor.at;
  const [head, year] = [cursor.next(), cursor.next()];
  cursor.skip(1); // n or hours rows
  const parts = cursor.next();
  cursor.skip(4); // hours
  const [annualNok, dueNok, heldNok] = [cursor.amount(), cursor.amount(), cursor.amount()];
  cursor.skip(bits(year, 16, 31));
  return {
    ...{ from, isKommune: true, grantYear: bits(year, 0, 15), component: componentOf(head) },
    ...{ status: 0, sharing: 0, yearNumber: 0, rateClass: bits(head, 20, 21), rateIndex: -1, chosenLine: 0 },
    ...{ annualNok, dueNok, heldNok, heldReason: reasonOf(bits(parts, 16, 23)), recipients: [] },
    ...partsOf(cursor, bits(parts, 0, 15)),
  };
}

/** Number of the component in the order of their names. */
function componentOf(head: number): number {
  const component = COMPONENTS.findIndex(({ code }) => code === bits(head, 16, 19));
  if (component < 0) throw new TraceFault(`${bits(head, 16, 19)} is no component`);
  return component;
}

function partsOf(cursor: Cursor, count: number): Pick<TraceRecord, 'partsFrom' | 'parts'> {
  const partsFrom = cursor.at;
  const parts = cursor.times(count, () => {
    const from = cursor.at;
    const [basis, recipient, share] = [cursor.next(), cursor.next(), cursor.next()];
    const [dueNok, heldDueNok, postedNok] = [cursor.amount(), cursor.amount(), cursor.amount()];
    const part = { from, to: cursor.at, basis: bits(basis, 0, 19), recipient, heldReason: reasonOf(basis >>> 20) };
    const shares = { shareNumerator: bits(share, 0, 15), shareDenominator: share >>> 16 };
    for (const code of [part.basis, recipient]) {
      if (!isCode(code)) throw new TraceFault(`${code} is not a recipient code`);
    }
    return { ...part, ...shares, dueNok, heldDueNok, postedNok };
  });
  return { partsFrom, parts };
}

function reasonOf(number: number): string {
  const reason = HELD_REASONS[number];
  if (reason === undefined) throw new TraceFault(`${number} is no reason`);
  return reason;
}

/** Class of a record by its name. */
export function classOf({ rateClass }: TraceRecord): string {
  return RATE_CLASSES[rateClass] ?? '';
}
