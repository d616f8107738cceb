import { type ErrorDetail, errorDetail, isSamePerson } from '../../domain';
import { type ActContent, actorKey, fieldsOf } from '../journal';
import type { LaterActs, LaterStoredAct } from '../later/later-act';
import type { OpenLedger } from '../posting-reads';
import { factsHash, outcomesContent, readingAct, receiveAct, withdrawalAct } from './receipt-acts';
import { damagedReceipts, factsOfReceipt, outcomeRows, receiptsOf } from './receipt-reads';
import { RECEIPTS } from './tables';

/** Acts of receipts, held to their rows. */
export const RECEIPT_ACTS: LaterActs = {
  tables: RECEIPTS,
  contentOf: {
    'receive-receipt': ({ db }, { journal }) => {
      const row = db.prepare('SELECT receipt, name, hash, size FROM receipts WHERE journal = ?').get(journal);
      return row && receiveAct(Number(row[0]), String(row[1]), String(row[2]), Number(row[3]));
    },
    receipt: readingContent,
    'propose-receipt-withdrawal': ({ db }, { journal }) => {
      const row = db
        .prepare('SELECT withdrawal, receipt, payment_key FROM receipt_withdrawals WHERE journal = ?')
        .get(journal);
      return row && withdrawalAct(Number(row[0]), Number(row[1]), String(row[2]));
    },
    'withdraw-receipt': withdrawnContent,
  },
  rows: {
    receipts: ['receive-receipt'],
    receipt_readings: ['receipt'],
    receipt_withdrawals: ['propose-receipt-withdrawal'],
    receipt_withdrawals_confirmed: ['withdraw-receipt'],
  },
  faults: receiptFaults,
};

function readingContent(ledger: OpenLedger, { journal, body }: LaterStoredAct): ActContent | undefined {
  const row = ledger.db
    .prepare(
      `SELECT receipt, kind, message_id, identity, content_hash, problems, facts, facts_hash, first_outcome, outcomes
       FROM receipt_readings WHERE journal = ?`,
    )
    .get(journal);
  if (!row) return undefined;
  const text = (index: number): string => String(row[index]);
  const facts = factsOfReceipt(ledger, Number(row[0]));
  const hash = factsHash(facts);
  return readingAct(
    { receipt: Number(row[0]), kind: text(1), messageId: text(2), identity: text(3), content: text(4) },
    // The column and the rows must both be what was reported.
    { problems: text(5), facts: facts.length, factsHash: hash === text(7) && facts.length === row[6] ? hash : '' },
    // Blocks of accounts are held to the act by the register of recipients.
    { ...outcomesOf(ledger, journal, Number(row[8]), Number(row[9])), ...fieldsOf(body, ['blocks']) },
  );
}

function withdrawnContent(ledger: OpenLedger, { journal, body }: LaterStoredAct): ActContent | undefined {
  const row = ledger.db
    .prepare(
      `SELECT w.withdrawal, w.receipt, w.payment_key, c.first_outcome, c.outcomes FROM receipt_withdrawals_confirmed AS c
       JOIN receipt_withdrawals AS w USING (withdrawal) WHERE c.journal = ?`,
    )
    .get(journal);
  if (!row) return undefined;
  const outcomes = outcomesOf(ledger, journal, Number(row[3]), Number(row[4]));
  return withdrawalAct(Number(row[0]), Number(row[1]), String(row[2]), { ...outcomes, ...fieldsOf(body, ['blocks']) });
}

/** What an act says of the outcomes that it wrote; rows of another act are none of its own. */
function outcomesOf(ledger: OpenLedger, journal: number, first: number, count: number): ActContent {
  const rows = outcomeRows(ledger, first, count).filter((row) => row.journal === journal);
  return { ...outcomesContent(first, rows), outcomes: count };
}

/** Kept bytes have their hash, who confirms is another than who proposed, and names are those of the acts. */
function receiptFaults(ledger: OpenLedger): ErrorDetail[] {
  const damaged = damagedReceipts(ledger);
  const names = receiptsOf(ledger);
  const strayFacts = ledger.db
    .prepare('SELECT DISTINCT receipt FROM receipt_facts WHERE receipt NOT IN (SELECT receipt FROM receipt_readings)')
    .all();
  const persons = ['receipt_withdrawals', 'receipt_withdrawals_confirmed'].flatMap((table) =>
    ledger.db
      .prepare(`SELECT t.actor_key, j.actor, t.journal FROM ${table} AS t JOIN journal AS j ON j.sequence = t.journal`)
      .all()
      .filter(([key, actor]) => key !== actorKey(String(actor)))
      .map(([, , journal]) => errorDetail('LEDGER_ACT_DIFFERS', { sequence: Number(journal), act: table })),
  );
  const own = names.flatMap(({ withdrawals }) =>
    withdrawals.filter((each) => each.confirmedBy !== '' && isSamePerson(each.proposedBy, each.confirmedBy)),
  );
  return [
    ...damaged.map((receipt) => errorDetail('LEDGER_RECEIPT_DIFFERS', { receipt })),
    ...strayFacts.map(([receipt]) => errorDetail('LEDGER_RECEIPT_DIFFERS', { receipt: Number(receipt) })),
    ...persons,
    ...own.map(({ receipt }) => errorDetail('LEDGER_RECEIPT_DIFFERS', { receipt })),
  ];
}
