import { type ErrorDetail, errorDetail, NETTING_GROUPS } from '../../domain';
import { type ChainEntry, statedFigures } from '../chain/chain-entries';

import { groupNumber } from '../codes';
import { balancesAsOf, lastPosting, type OpenLedger } from '../posting-reads';
import { balancesHash, endBlocks } from '../postings/post-figures';
import { recipientText, textRow } from '../rows-text';

/** Rows that are named; of more, their number is reported. */
const NAMED_MAX = 20;

const GROUP_NAMES: ReadonlyMap<unknown, string> = new Map(NETTING_GROUPS.map((name) => [groupNumber(name), name]));

/** Holds the balances that the next batch carries on to the hash in the act of the last posting. */
export function balanceProofFaults(ledger: OpenLedger, entries: readonly ChainEntry[]): ErrorDetail[] {
  const last = lastPosting(ledger);
  const expected = statedFigures(ledger).get(last)?.balancesHash;
  if (expected !== undefined && balancesHash(balancesAsOf(ledger, last)) === expected) return [];
  const faults = movementProofFaults(ledger, entries);
  // An act of format 1 says nothing of balances: there every movement is held to its text.
  if (expected === undefined || faults.length > 0) return faults;
  return [errorDetail('LEDGER_FIGURES_DIFFER', { posting: last })];
}

/** Holds the movements of batches to their texts. */
export function movementProofFaults(ledger: OpenLedger, entries: readonly ChainEntry[]): ErrorDetail[] {
  return entries.flatMap((entry) => rowsOtherwise(ledger, entry, 'movement', movementTexts));
}

/** Holds the payments of batches to their texts. */
export function paymentProofFaults(ledger: OpenLedger, entries: readonly ChainEntry[]): ErrorDetail[] {
  const known = entries.map(({ posting }) => posting);
  const stray = ledger.db
    .prepare('SELECT payment_key, posting FROM payments')
    .all()
    .filter(([, posting]) => !known.includes(Number(posting)))
    .map(([key]) => errorDetail('LEDGER_ROW_DIFFERS', { runId: '-', line: 0, text: '-', table: `payment ${key}` }));
  return [...stray, ...entries.flatMap((entry) => rowsOtherwise(ledger, entry, 'payment', paymentTexts))];
}

/** Rows of a kind in the last block of a text that the tables have otherwise, with both. */
function rowsOtherwise(
  ledger: OpenLedger,
  { posting, runId }: ChainEntry,
  kind: string,
  textsOf: (ledger: OpenLedger, posting: number) => readonly string[],
): ErrorDetail[] {
  const [, last] = endBlocks(ledger.db, posting);
  const inText = last.split('\n').filter((row) => row.startsWith(`${kind}\t`));
  const inTable = textsOf(ledger, posting);
  const [left, right] = [new Set(inText), new Set(inTable)];
  const only = [
    ...inText.filter((row) => !right.has(row)).map((row) => ({ text: plain(row), table: '-' })),
    ...inTable.filter((row) => !left.has(row)).map((row) => ({ text: '-', table: plain(row) })),
  ];
  return only.slice(0, NAMED_MAX).map((both) => errorDetail('LEDGER_ROW_DIFFERS', { runId, line: 0, ...both }));
}

function movementTexts({ db }: OpenLedger, posting: number): string[] {
  return db
    .prepare(
      'SELECT recipient, netting_group, from_place, to_place, amount, case_number FROM movements WHERE posting = ?',
    )
    .all(posting)
    .map(([recipient, group, from, to, amount, caseNumber]) =>
      text(
        'movement',
        recipientOf(recipient),
        groupName(group),
        String(from),
        String(to),
        Number(amount),
        Number(caseNumber),
      ),
    );
}

function paymentTexts({ db }: OpenLedger, posting: number): string[] {
  return db
    .prepare('SELECT payment_key, recipient, netting_group, amount FROM payments WHERE posting = ?')
    .all(posting)
    .map(([key, recipient, group, amount]) =>
      text('payment', String(key), recipientOf(recipient), groupName(group), Number(amount)),
    );
}

function text(...fields: readonly (string | number)[]): string {
  return textRow(...fields).trimEnd();
}

/** A number that stands for no recipient or group is shown as it is. */
function recipientOf(code: unknown): string {
  try {
    return recipientText(Number(code));
  } catch {
    return `?${String(code)}`;
  }
}

function groupName(number: unknown): string {
  return GROUP_NAMES.get(number) ?? `?${String(number)}`;
}

function plain(row: string): string {
  return row.replaceAll('\t', ' ');
}
