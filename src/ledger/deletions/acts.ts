import { type ErrorDetail, errorDetail, isSamePerson } from '../../domain';
import { restOfText } from '../cases/case-details';
import type { ActContent } from '../journal';
import type { LaterActs, LaterStoredAct } from '../later/later-act';
import type { OpenLedger } from '../posting-reads';
import { textsOfCase } from './case-rest';
import { deleteAct, proposeDeletionAct, restHash } from './deletion-acts';
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
