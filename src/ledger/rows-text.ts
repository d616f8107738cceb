import { asRecipientCode, formatPersonId, formatRecipientCode, type NettingGroup, NO_PERSON } from '../domain';
import { componentOfNumber, kindOfNumber } from './codes';

/*
 * Rows of text that the ledger hashes: fields with a tab between them and a line feed at the end, the first field being
 * the kind of row. LEDGER.md describes each; a format number guards every change.
 */

/** One row of text. No field holds a tab or a line feed. */
export function textRow(...fields: readonly (string | number)[]): string {
  return `${fields.join('\t')}\n`;
}

/** Fields of a line that draft and posting have in common. */
export interface LineText {
  readonly line: number;
  readonly kind: string;
  readonly grantYear: number;
  readonly component: string;
  readonly basisRecipient: number;
  readonly recipient: number;
  readonly amountNok: number;
  readonly code: string;
  /** null for an empty one. */
  readonly annualAmountNok: number | null;
  /** Act of a case that an adjustment is of, or that is reversed with one; 0 for none. */
  readonly act: number;
}

const recipientTexts = new Map<number, string>();

/** `1507`; the texts are few and kept. */
export function recipientText(code: number): string {
  const known = recipientTexts.get(code);
  if (known !== undefined) return known;
  const text = formatRecipientCode(asRecipientCode(code));
  recipientTexts.set(code, text);
  return text;
}

/** 12 digits, empty for no person. */
export function personText(personId: number): string {
  return personId === NO_PERSON ? '' : formatPersonId(personId);
}

/** `line`: a draft's line; that of an adjustment ends with its act. */
export function draftLineRow(line: LineText, personId: number, dueNok: number, previouslyNok: number): string {
  const act = line.act === 0 ? '' : `\t${line.act}`;
  return `line\t${lineFields(line, personText(personId))}\t${dueNok}\t${previouslyNok}${act}\n`;
}

/** `posting`: a posted line, with the ledger's number of the person (0 for none). */
export function postingRow(line: LineText, person: number, reverses: number): string {
  return `posting\t${lineFields(line, String(person))}\t${reverses}\t${line.act}\n`;
}

/** Columns of `postings` in the order in which storedPostingRow() reads them. */
export const POSTING_COLUMNS =
  'line, kind, grant_year, component, person, basis_recipient, recipient, amount, code, annual_amount, reverses, case_number';

/** `posting` of a row of the table. */
export function storedPostingRow(row: readonly unknown[]): string {
  const line = {
    line: Number(row[0]),
    kind: kindOfNumber(row[1]),
    grantYear: Number(row[2]),
    component: componentOfNumber(row[3]),
    basisRecipient: Number(row[5]),
    recipient: Number(row[6]),
    amountNok: amountOfRow(row),
    code: String(row[8]),
    annualAmountNok: row[9] === null ? null : Number(row[9]),
    act: Number(row[11]),
  };
  return postingRow(line, Number(row[4]), Number(row[10]));
}

/** Kroner of a row of POSTING_COLUMNS. */
export function amountOfRow(row: readonly unknown[]): number {
  return Number(row[7]);
}

function lineFields(line: LineText, person: string): string {
  const annual = line.annualAmountNok === null ? '' : line.annualAmountNok;
  return `${line.line}\t${line.kind}\t${line.grantYear}\t${line.component}\t${person}\t${recipientText(line.basisRecipient)}\t${recipientText(line.recipient)}\t${line.amountNok}\t${line.code}\t${annual}`;
}

/** `payout`: a row of payouts.csv. */
export function payoutRow(
  row: {
    recipient: number;
    group: NettingGroup;
    linesTotalNok: number;
    carriedInNok: number;
    paidNok: number;
    carriedOutNok: number;
  },
  key: string,
): string {
  return textRow(
    'payout',
    recipientText(row.recipient),
    row.group,
    row.linesTotalNok,
    row.carriedInNok,
    row.paidNok,
    row.carriedOutNok,
    key,
  );
}

/** True for text that can stand in a row: short, without control characters. */
export function isRowText(text: string): boolean {
  return text.length <= 64 && !/\p{Cc}/u.test(text);
}
