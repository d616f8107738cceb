import type { OpenLedger } from '../posting-reads';
import { storedBlocks } from './blocks';
import { type RecipientEntry, storedEntries } from './recipient-entry';
import { hasRecipients, registerRows } from './register-state';

/** An act on a recipient: who, when, and on what it rests. */
export interface RecipientActBy {
  readonly actor: string;
  /** UTC. */
  readonly at: string;
  /** Reference of an answer; empty for a proposal. */
  readonly reference: string;
}

/** What became of a proposed row; `replaced`: a newer proposal took its place before anybody answered. */
export type EntryFate = 'waiting' | 'confirmed' | 'rejected' | 'replaced';

/** A row of the register as it was proposed, and what became of it. */
export interface RecipientHistoryRow {
  readonly facts: RecipientEntry;
  readonly fate: EntryFate;
  readonly proposed: RecipientActBy;
  readonly answered: RecipientActBy | undefined;
  /** Accounts of this recipient that a bank refused, told at this row that had them. */
  readonly blocks: readonly {
    readonly cause: string;
    readonly blocked: RecipientActBy;
    readonly released: RecipientActBy | undefined;
  }[];
}

/** Every row of the register in its order. */
export function recipientHistory(ledger: OpenLedger): RecipientHistoryRow[] {
  if (!hasRecipients(ledger)) return [];
  const { db } = ledger;
  const entries = storedEntries(db);
  const waiting = new Set([...registerRows(entries).values()].map((row) => row.waiting));
  const blocks = storedBlocks(db);
  const read = db.prepare(
    `SELECT j.actor, j.at, coalesce(d.reference, '') FROM journal AS j
     LEFT JOIN recipient_decisions AS d ON d.journal = j.sequence WHERE j.sequence = ?`,
  );
  const byOf = (sequence: number): RecipientActBy => {
    const [actor, at, reference] = read.get(sequence) ?? [];
    return { actor: String(actor), at: String(at), reference: String(reference) };
  };
  const answerOf = (sequence: number): RecipientActBy | undefined => (sequence === 0 ? undefined : byOf(sequence));
  return entries.map((facts) => ({
    facts,
    fate: fateOf(facts, waiting.has(facts)),
    proposed: byOf(facts.journal),
    answered: answerOf(facts.answered),
    blocks: blocks
      .filter(
        ({ recipient, account }) => facts.isConfirmed && recipient === facts.recipient && account === facts.account,
      )
      .map(({ cause, journal, released }) => ({ cause, blocked: byOf(journal), released: answerOf(released) })),
  }));
}

function fateOf({ answered, isConfirmed }: RecipientEntry, isWaiting: boolean): EntryFate {
  if (isWaiting) return 'waiting';
  if (answered === 0) return 'replaced';
  return isConfirmed ? 'confirmed' : 'rejected';
}
