import { type ErrorDetail, errorDetail, isSamePerson, sha256Hex } from '../../domain';
import { restOfText } from '../cases/case-details';
import type { ActContent } from '../journal';
import type { LaterActs, LaterStoredAct } from '../later/later-act';
import type { OpenLedger } from '../posting-reads';
import { textRow } from '../rows-text';
import { deletedIn, deletionsOf, itemsOf } from './deletion-reads';
import { DELETION_NAMES, type Deletable } from './tables';

/** Deletions of contents of receipts, held to their rows. */
export const RECEIPT_DELETION_ACTS: LaterActs = actsOf('receipts', keptReceipts);

/** Deletions of texts of cases, held to their rows and to what is left of the texts. */
export const CASE_DELETION_ACTS: LaterActs = actsOf('cases', keptTexts);

function actsOf(what: Deletable, kept: (ledger: OpenLedger) => ErrorDetail[]): LaterActs {
  const names = DELETION_NAMES[what];
  const proposed = (ledger: OpenLedger, { journal }: LaterStoredAct): ActContent | undefined => {
    const row = ledger.db.prepare(`SELECT deletion, kept_until FROM ${names.proposals} WHERE journal = ?`).get(journal);
    return row && proposeDeletionAct(Number(row[0]), String(row[1]), itemsOf(ledger, what, Number(row[0])));
  };
  const removed = (ledger: OpenLedger, { journal }: LaterStoredAct): ActContent | undefined => {
    const row = ledger.db.prepare(`SELECT deletion, rest_hash FROM ${names.confirmed} WHERE journal = ?`).get(journal);
    if (!row) return undefined;
    const rest = restHash(ledger, what, itemsOf(ledger, what, Number(row[0])));
    // The column and the rows must both be what was written down.
    return deleteAct(Number(row[0]), rest === row[1] ? rest : '');
  };
  return {
    tables: names.set,
    contentOf: { [names.propose]: proposed, [names.remove]: removed },
    rows: { [names.proposals]: [names.propose], [names.confirmed]: [names.remove] },
    faults: (ledger) => [...ownFaults(ledger, what), ...kept(ledger)],
  };
}

/** Two persons stand behind every deletion. */
function ownFaults(ledger: OpenLedger, what: Deletable): ErrorDetail[] {
  const { remove } = DELETION_NAMES[what];
  return deletionsOf(ledger, what).flatMap(({ proposedBy, confirmedIn }) => {
    const by = ledger.db.prepare('SELECT actor FROM journal WHERE sequence = ?').get(confirmedIn)?.[0];
    const isOwn = confirmedIn > 0 && isSamePerson(proposedBy, String(by));
    return isOwn ? [errorDetail('LEDGER_ACT_DIFFERS', { sequence: confirmedIn, act: remove })] : [];
  });
}

/** Bytes that an act has deleted are gone. */
function keptReceipts(ledger: OpenLedger): ErrorDetail[] {
  const kept = ledger.db.prepare('SELECT 1 FROM receipts WHERE receipt = ? AND length(content) > 0');
  return [...deletedIn(ledger, 'receipts').keys()]
    .filter((receipt) => kept.get(receipt) !== undefined)
    .map((receipt) => errorDetail('LEDGER_RECEIPT_DIFFERS', { receipt }));
}

/** Nothing but the rest is left of texts that an act has deleted. */
function keptTexts(ledger: OpenLedger): ErrorDetail[] {
  const texts = [...deletedIn(ledger, 'cases').keys()].flatMap((caseNumber) => textsOfCase(ledger, caseNumber));
  return texts
    .filter(({ text }) => text !== restOfText(text))
    .map(({ journal }) => errorDetail('LEDGER_ACT_DIFFERS', { sequence: journal, act: 'case_details' }));
}

/** What the journal says of contents that somebody wants deleted. */
export function proposeDeletionAct(deletion: number, keptUntil: string, items: readonly number[]): ActContent {
  return { deletion, kept_until: keptUntil, items: items.map(String) };
}

/** What it says of their deletion. */
export function deleteAct(deletion: number, restHash: string): ActContent {
  return { deletion, rest_hash: restHash };
}

/** SHA-256 over what is left: of receipts number, hash and size of the bytes that went, of cases the texts without persons. */
export function restHash(ledger: OpenLedger, what: Deletable, items: readonly number[]): string {
  return sha256Hex((what === 'cases' ? restRows(ledger, items) : receiptRows(ledger, items)).join(''));
}

function receiptRows({ db }: OpenLedger, receipts: readonly number[]): string[] {
  const find = db.prepare('SELECT hash, size FROM receipts WHERE receipt = ?');
  return receipts.map((receipt) => {
    const [hash, size] = find.get(receipt) ?? [];
    return textRow('receipt', receipt, String(hash), Number(size));
  });
}

/** Journal numbers and texts of a case: of its opening and of each act. */
export function textsOfCase({ db }: OpenLedger, caseNumber: number): { journal: number; text: string }[] {
  return db
    .prepare(
      `SELECT journal, text FROM case_details WHERE journal IN (SELECT journal FROM cases WHERE case_number = ?
       UNION SELECT journal FROM case_acts WHERE case_number = ?) ORDER BY journal`,
    )
    .all(caseNumber, caseNumber)
    .map(([journal, text]) => ({ journal: Number(journal), text: String(text) }));
}

/** Rows over which the act that deletes texts of cases says a hash: `text`, number of the act that wrote it, what stays of it. */
function restRows(ledger: OpenLedger, caseNumbers: readonly number[]): string[] {
  const texts = caseNumbers.flatMap((caseNumber) => textsOfCase(ledger, caseNumber));
  return texts.map(({ journal, text }) => textRow('text', journal, restOfText(text)));
}
