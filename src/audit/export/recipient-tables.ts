import { stringify } from 'csv-stringify/sync';
import {
  asRecipientCode,
  at,
  COMPONENTS,
  formatRecipientCode,
  isPerKommune,
  nettingGroupOf,
  ordinalOfCode,
} from '../../domain';
import { PSEUDONYM_BYTES, REFERENCE_BYTES, SALT_BYTES } from '../../trace';
import type { RunContents } from '../verify/run-contents';
import type { ShownPart } from './recipient-parts';

const PAYOUT_COLUMNS = ['recipient_id', 'netting_group', 'lines_total', 'carried_in', 'paid', 'carried_out'];
const LINE_COLUMNS = [
  'line_ref',
  'grant_year',
  'component',
  'person_ref',
  'recipient_id',
  'basis_recipient_id',
  'share_numerator',
  'share_denominator',
  'cumulative_due',
  'previously_posted',
  'amount',
  'netting_group',
];
const TAG_BYTES = 4;
/** Tag and salt. */
const ENTRY_HEAD_BYTES = TAG_BYTES + SALT_BYTES;
const LINE_BYTES = 24;
/** Behind the head of a row: recipient, group, four sums, number of lines. */
const LINES_AT = ENTRY_HEAD_BYTES + 8 + 32 + 4;

/** A recipient code as files have it: 0301, or 15 for a fylke. */
export const codeText = (recipient: number): string => formatRecipientCode(asRecipientCode(recipient));
const csv = (columns: readonly string[], rows: readonly (readonly string[])[]): string => stringify([columns, ...rows]);

/** Text of payouts.csv: a recipient's rows. */
export function payoutsText(rows: RunContents['payouts']): string {
  return csv(
    PAYOUT_COLUMNS,
    rows.map((row) => {
      const sums = [row.linesTotalNok, row.carriedInNok, row.paidNok, row.carriedOutNok];
      return [codeText(row.recipient), row.group, ...sums.map(String)];
    }),
  );
}

/**
 * Text of lines.csv: the lines that the recipient's entries hold, in their order, each with what its part says of it; a
 * line whose part is hidden stands without it.
 * @param entries data of the entries of its rows of payouts.csv
 */
export function linesText(
  recipient: number,
  entries: readonly Buffer[],
  parts: readonly ShownPart[],
): { readonly text: string; readonly lines: number; readonly hidden: number } {
  const cellsOf = new Map<string, readonly string[]>();
  for (const { data } of parts) if (data) cellsOf.set(...cellsOfPart(data));
  let hidden = 0;
  const rows = entries.flatMap((data) =>
    Array.from({ length: (data.length - LINES_AT) / LINE_BYTES }, (_, index) => {
      const line = data.subarray(LINES_AT + index * LINE_BYTES);
      const reference = line.toString('hex', 0, REFERENCE_BYTES);
      const [person = '', ...amounts] = cellsOf.get(reference) ?? ['', '', '', '', ''];
      if (!cellsOf.has(reference)) hidden += 1;
      const what = line.readUInt32LE(REFERENCE_BYTES);
      const component = at(COMPONENTS, ordinalOfCode(what >>> 16));
      return [
        reference,
        String(what & 0xffff),
        component,
        isPerKommune(component) ? '' : person,
        codeText(recipient),
        codeText(line.readUInt32LE(REFERENCE_BYTES + 4)),
        ...amounts,
        String(line.readBigInt64LE(REFERENCE_BYTES + 8)),
        nettingGroupOf(component),
      ];
    }),
  );
  return { text: csv(LINE_COLUMNS, rows), lines: rows.length, hidden };
}

/** Reference of a part; person, share, due and posted amount as lines.csv has them. */
function cellsOfPart(data: Buffer): [string, readonly string[]] {
  const person = data.toString('hex', ENTRY_HEAD_BYTES, ENTRY_HEAD_BYTES + PSEUDONYM_BYTES);
  const place = ENTRY_HEAD_BYTES + PSEUDONYM_BYTES;
  const words = data.subarray(place + REFERENCE_BYTES + 4);
  const wide = words.length === 36;
  const amount = (index: number): string =>
    wide ? String(words.readBigInt64LE(12 + index * 8)) : String(words.readInt32LE(12 + index * 4));
  const share = [words.readUInt16LE(8), words.readUInt16LE(10)].map(String);
  return [data.toString('hex', place, place + REFERENCE_BYTES), [person, ...share, amount(0), amount(2)]];
}
