import { ByteRows, NumberRows, TextNumbers } from './columns';
import type { Files, HashedFile } from './files';
import type { SealedManifest } from './read-manifest';

/** A row of payout_lines.csv; components as numbers, nobody as 0, no annual amount as -1. */
export interface LineRow {
  /** Line in the file. */
  line: number;
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
  traceLeaf: number;
  traceRecord: number;
  /** Of a case, not of what the register says. */
  isAdjustment: boolean;
}

const LINE_WIDTH = 16;

/** The rows of payout_lines.csv. */
export class LineRows {
  readonly #numbers = new NumberRows(LINE_WIDTH);
  readonly #codes = new TextNumbers();

  get length(): number {
    return this.#numbers.length;
  }

  push(row: LineRow): void {
    const what = [row.line, row.grantYear, row.component, this.#codes.numberOf(row.code), row.personId];
    const share = [row.basisRecipient, row.recipient, row.annualAmountNok, row.shareNumerator, row.shareDenominator];
    const amounts = [row.cumulativeDueNok, row.previouslyPostedNok, row.amountNok, row.traceLeaf, row.traceRecord];
    this.#numbers.push(...what, ...share, ...amounts, row.isAdjustment ? 1 : 0);
  }

  at(place: number): LineRow {
    const number = (column: number): number => this.#numbers.at(place, column);
    return {
      line: number(0),
      grantYear: number(1),
      component: number(2),
      code: this.#codes.at(number(3)),
      personId: number(4),
      basisRecipient: number(5),
      recipient: number(6),
      annualAmountNok: number(7),
      shareNumerator: number(8),
      shareDenominator: number(9),
      cumulativeDueNok: number(10),
      previouslyPostedNok: number(11),
      amountNok: number(12),
      traceLeaf: number(13),
      traceRecord: number(14),
      isAdjustment: number(15) === 1,
    };
  }

  *[Symbol.iterator](): Iterator<LineRow> {
    for (let place = 0; place < this.length; place += 1) yield this.at(place);
  }
}

/** A row of posted_before.csv. */
export interface PostedRow {
  readonly line: number;
  /** Pseudonym, 32 hex digits; empty for a component per kommune. */
  readonly personRef: string;
  readonly grantYear: number;
  readonly component: number;
  readonly basisRecipient: number;
  readonly amountNok: number;
  readonly code: string;
  readonly codeOrder: number;
}

export const PSEUDONYM_BYTES = 16;
const NOBODY = '0'.repeat(PSEUDONYM_BYTES * 2);

/** The rows of posted_before.csv, which stand in the order of the pseudonyms. */
export class PostedRows {
  readonly #persons = new ByteRows(PSEUDONYM_BYTES);
  readonly #numbers = new NumberRows(7);
  readonly #codes = new TextNumbers();
  /** Places of the rows of each person, made only where they stand in another order. */
  #places: Map<string, number[]> | undefined;

  get length(): number {
    return this.#numbers.length;
  }

  push(row: PostedRow): void {
    const person = row.personRef || NOBODY;
    const isBehind = this.length > 0 && this.#person(this.length - 1) > person;
    if (isBehind && !this.#places) {
      this.#places = new Map();
      for (let place = 0; place < this.length; place += 1) this.#note(this.#places, place);
    }
    this.#persons.push(person);
    const code = this.#codes.numberOf(row.code);
    const { line, grantYear, component, basisRecipient, amountNok, codeOrder } = row;
    this.#numbers.push(line, grantYear, component, basisRecipient, amountNok, code, codeOrder);
    if (this.#places) this.#note(this.#places, this.length - 1);
  }

  #note(places: Map<string, number[]>, place: number): void {
    const person = this.#person(place);
    const known = places.get(person);
    if (known) known.push(place);
    else places.set(person, [place]);
  }

  #person(place: number): string {
    return this.#persons.at(place).toString('hex');
  }

  at(place: number): PostedRow {
    const number = (column: number): number => this.#numbers.at(place, column);
    const person = this.#person(place);
    return {
      line: number(0),
      personRef: person === NOBODY ? '' : person,
      grantYear: number(1),
      component: number(2),
      basisRecipient: number(3),
      amountNok: number(4),
      code: this.#codes.at(number(5)),
      codeOrder: number(6),
    };
  }

  *[Symbol.iterator](): Iterator<PostedRow> {
    for (let place = 0; place < this.length; place += 1) yield this.at(place);
  }

  /** Places of a person's rows; of all without a person under an empty text. */
  placesOf(personRef: string): readonly number[] {
    const person = personRef || NOBODY;
    if (this.#places) return this.#places.get(person) ?? [];
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#person(middle) < person) low = middle + 1;
      else high = middle;
    }
    const places: number[] = [];
    for (; low < this.length && this.#person(low) === person; low += 1) places.push(low);
    return places;
  }
}

/** A row of payouts.csv. */
export interface PayoutRow {
  readonly line: number;
  readonly recipient: number;
  readonly group: string;
  readonly linesTotalNok: number;
  readonly carriedInNok: number;
  readonly paidNok: number;
  readonly carriedOutNok: number;
  readonly paymentRef: string;
  readonly recipientName: string;
  readonly orgNumber: string;
  readonly accountNumber: string;
}

/** A row of held.csv. */
export interface HeldRow {
  readonly line: number;
  readonly grantYear: number;
  readonly component: number;
  readonly personRef: string;
  readonly annualAmountNok: number | null;
  readonly heldAmountNok: number | null;
  readonly reason: string;
}

/** A row of balances_before.csv. */
export interface BalanceRow {
  readonly line: number;
  readonly recipient: number;
  readonly group: string;
  readonly balanceNok: number;
}

/** A row of cases_before.csv: an act of a case in force. */
export interface CaseRow {
  readonly line: number;
  readonly order: number;
  readonly act: number;
  readonly caseNumber: number;
  readonly kind: CaseKindName;
  /** 0 for none, as codes are. */
  readonly grantYear: number;
  /** Name, empty for none. */
  readonly component: string;
  readonly personRef: string;
  readonly recipient: number;
  readonly basisRecipient: number;
  readonly fromDay: string;
  readonly toDay: string;
  readonly amount: number;
  readonly code: string;
  readonly table: string;
  readonly key: string;
  readonly row: string;
}

/** A row of frozen_before.csv: a kommune's grant by a count that was frozen and could not be posted. */
export interface FrozenRow {
  readonly line: number;
  readonly grantYear: number;
  readonly component: string;
  readonly basisRecipient: number;
  readonly persons: number;
  readonly rateClass: number;
  readonly amountNok: number;
  readonly reason: string;
}

/** Kinds of acts that runs read. */
export const CASE_KINDS = [
  'pin_kommune',
  'pin_count',
  'pin_successor',
  'row_void',
  'row_standing',
  'adjustment',
  'block',
  'keep',
  'correct',
  'claim',
  'claim_payment',
  'write_off',
] as const;
export type CaseKindName = (typeof CASE_KINDS)[number];

/** What a row of sizing.csv counts. */
export interface SizingFigures {
  readonly persons: number;
  readonly days: number;
  /** null where there is none. */
  readonly rateNok: number | null;
  readonly annualNok: number;
}

/** A row of sizing.csv. `key` is what the row is about: recipient, component, year number and class. */
export interface SizingRow extends SizingFigures {
  readonly line: number;
  readonly key: string;
  readonly component: string;
}

/** A rate of parameters.csv. */
export interface RateRow {
  readonly key: string;
  readonly grantYear: number;
  readonly rateClass: string;
  readonly valueNok: number;
}

/** A limit of parameters.csv, with the grant years in which it holds. */
export interface LimitRow {
  readonly key: string;
  readonly first: number;
  readonly last: number;
  readonly value: string;
}

/** Everything of a run folder that is checked against something else. What no check has asked for stays empty. */
export interface RunContents extends SealedManifest {
  readonly files: Files;
  readonly folder: string;
  /** Size and hash of every file that was read. */
  readonly hashes: Map<string, HashedFile>;
  readonly lines: LineRows;
  readonly posted: PostedRows;
  readonly payouts: PayoutRow[];
  readonly held: HeldRow[];
  readonly balances: BalanceRow[];
  readonly cases: CaseRow[];
  readonly frozen: FrozenRow[];
  readonly sizing: SizingRow[];
  /** Rates of parameters.csv, in order: the trace names them by their places. */
  readonly rates: RateRow[];
  readonly limits: LimitRow[];
  /** Persons of hours_basis.csv who trigger persontilskudd, with hours or without, by year number, with the line. */
  readonly triggeringInHours: Map<number, { readonly line: number; readonly persons: number }>;
}
