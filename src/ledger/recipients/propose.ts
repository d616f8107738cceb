import { assert } from '../../domain';
import { actorKey, type SignedActBy } from '../journal';
import { requireTables } from '../later/later-acts';
import type { OpenLedger } from '../posting-reads';
import { writeSignedAct } from '../signed-acts/write-signed-act';
import { proposalAct } from './acts';
import { insertEntries, nextEntry, type RecipientFacts, storedEntries } from './recipient-entry';
import { RECIPIENT_TABLES } from './recipient-tables';
import type { StandingCause } from './recipient-types';
import { changedNumbers, entryBefore, isNews, registerRows } from './register-state';

/** Rows of an import, in the order of their recipients and first days. */
export interface ProposalInput extends SignedActBy {
  readonly rows: readonly RecipientFacts[];
  /** SHA-256 of the file that they were read from. */
  readonly source: string;
}

/** A row that was proposed, and how it differs from what was confirmed of the recipient. */
export interface ProposedRecipient {
  readonly facts: RecipientFacts;
  /** undefined for a new recipient. */
  readonly before: RecipientFacts | undefined;
  /** What a second person must confirm by the recipient's name; empty where neither account nor organisation number changes. */
  readonly changed: readonly StandingCause[];
}

function proposed(facts: RecipientFacts, before: RecipientFacts | undefined): ProposedRecipient {
  return { facts, before, changed: before === undefined ? ['new'] : changedNumbers(before, facts) };
}

/**
 * Proposes rows for the register of recipients: those that it does not hold, or that wait already, are left out. A second
 * person answers them. The first proposal of a ledger gives it the register.
 *
 * @returns the rows that were proposed now; none where the register holds, or waits for, all of them
 * @throws NorsktilskuddError refused LEDGER_ACT_REFUSED where the ledger wants a signature
 */
export function proposeRecipients(ledger: OpenLedger, input: ProposalInput): readonly ProposedRecipient[] {
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
    return rows.map((facts) => proposed(facts, entryBefore(facts, known)));
  });
}
