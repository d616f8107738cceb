import { assert } from '../../domain';
import { actorKey, type SignedActBy } from '../journal';
import { requireTables } from '../later/later-acts';
import type { OpenLedger } from '../posting-reads';
import { writeSignedAct } from '../signed-acts/write-signed-act';
import { proposalAct } from './recipient-acts';
import { insertEntries, nextEntry, type RecipientFacts, storedEntries } from './recipient-entry';
import { RECIPIENT_TABLES } from './recipient-tables';
import { isNews, registerRows } from './register-state';

/** Rows of an import, in the order of their recipients and first days. */
export interface ProposalInput extends SignedActBy {
  readonly rows: readonly RecipientFacts[];
  /** SHA-256 of the file that they were read from. */
  readonly source: string;
}

/**
 * Proposes rows for the register of recipients: those that it does not hold, or that wait already, are left out. A second
 * person answers them. The first proposal of a ledger gives it the register.
 *
 * @returns the rows that were proposed now; none where the register holds, or waits for, all of them
 * @throws NorsktilskuddError refused LEDGER_ACT_REFUSED where the ledger wants a signature
 */
export function proposeRecipients(ledger: OpenLedger, input: ProposalInput): readonly RecipientFacts[] {
  assert(actorKey(input.actor) !== '', 'a proposal needs a name');
  const { db } = ledger;
  return db.transaction(() => {
    requireTables(ledger, RECIPIENT_TABLES.name, input);
    const known = registerRows(storedEntries(db));
    const rows = input.rows.filter((row) => isNews(known, row));
    if (rows.length === 0) return [];
    const first = nextEntry(db);
    const journal = writeSignedAct(db, 'propose-recipients', input, proposalAct(input.source, first, rows));
    db.prepare('INSERT INTO recipient_proposals VALUES (?, ?)').run(journal, input.source);
    insertEntries(db, journal, first, rows);
    return rows;
  });
}
