import { type ErrorDetail, errorDetail, isSamePerson } from '../../domain';
import { type ActContent, fieldsOf } from '../journal';
import type { LaterActs, LaterStoredAct } from '../later/later-act';
import type { OpenLedger } from '../posting-reads';
import { type AccountBlock, blockTexts, storedBlocks } from './blocks';
import { factsHash, keyOfFacts, type RecipientEntry, type RecipientFacts, storedEntries } from './recipient-entry';
import { RECIPIENT_TABLES } from './recipient-tables';

/** The acts of the register of recipients, as they are held to its rows. */
export const RECIPIENT_LATER: LaterActs = {
  tables: RECIPIENT_TABLES.name,
  contentOf: {
    'propose-recipients': proposedContent,
    'confirm-recipients': answeredContent,
    'reject-recipients': answeredContent,
    'block-recipients': blockedContent,
  },
  rows: {
    recipient_proposals: ['propose-recipients'],
    recipient_decisions: ['confirm-recipients', 'reject-recipients'],
  },
  faults: recipientFaults,
};

function proposedContent({ db }: OpenLedger, { journal }: LaterStoredAct): ActContent | undefined {
  const proposal = db.prepare('SELECT source FROM recipient_proposals WHERE journal = ?').get(journal);
  const entries = storedEntries(db, journal);
  const [first] = entries;
  return proposal && first && proposalAct(String(proposal[0]), first.entry, entries);
}

function answeredContent({ db }: OpenLedger, { journal }: LaterStoredAct): ActContent | undefined {
  const decision = db.prepare('SELECT reference FROM recipient_decisions WHERE journal = ?').get(journal);
  const numbers = (table: string, column: string): number[] =>
    db
      .prepare(`SELECT ${column} FROM ${table} WHERE journal = ? ORDER BY ${column}`)
      .all(journal)
      .map(([number]) => Number(number));
  return (
    decision &&
    answerAct(
      String(decision[0]),
      numbers('recipient_answers', 'entry').map((entry) => ({ entry })),
      numbers('recipient_releases', 'block').map((block) => ({ block })),
    )
  );
}

function blockedContent({ db }: OpenLedger, { journal }: LaterStoredAct): ActContent | undefined {
  const blocks = storedBlocks(db).filter((block) => block.journal === journal);
  return blocks.length === 0 ? undefined : { blocks: blockTexts(blocks) };
}

/**
 * Plays the register again: numbers without gaps, an answer to the newest entry of its key alone and never by the person who
 * proposed it, blocks that their acts speak of, released by others.
 */
function recipientFaults(ledger: OpenLedger): ErrorDetail[] {
  const { db } = ledger;
  const entries = storedEntries(db);
  const blocks = storedBlocks(db);
  const acts = new Map(
    db
      .prepare('SELECT sequence, act, actor, body FROM journal')
      .all()
      .map(([sequence, act, actor, body]) => [Number(sequence), { act, actor: String(actor), body: String(body) }]),
  );
  const faults: string[] = [];
  if (entries.some(({ entry }, index) => entry !== index + 1)) faults.push('entries');
  if (blocks.some(({ block }, index) => block !== index + 1)) faults.push('blocks');
  const ofKey = new Map<string, RecipientEntry[]>();
  for (const entry of entries) ofKey.set(keyOfFacts(entry), [...(ofKey.get(keyOfFacts(entry)) ?? []), entry]);
  for (const entry of entries) {
    const answer = acts.get(entry.answered);
    if (answer === undefined) continue;
    const isOwn =
      answer.act === 'confirm-recipients' && isSamePerson(answer.actor, acts.get(entry.journal)?.actor ?? '');
    const isLate = ofKey
      .get(keyOfFacts(entry))
      ?.some((other) => other.entry > entry.entry && other.journal < entry.answered);
    if (isOwn || isLate || entry.answered <= entry.journal) faults.push(`entry ${entry.entry}`);
  }
  for (const { block, journal, released } of blocks) {
    const written = fieldsOf(acts.get(journal)?.body ?? '', ['blocks']).blocks ?? [];
    const own = blockTexts(blocks.filter((other) => other.journal === journal));
    const isOwn = released > 0 && isSamePerson(acts.get(released)?.actor ?? '', acts.get(journal)?.actor ?? '');
    if (isOwn || JSON.stringify(written) !== JSON.stringify(own)) faults.push(`block ${block}`);
  }
  return faults.map((what) => errorDetail('LEDGER_RECIPIENTS_DIFFER', { what }));
}

/** What the journal says of a proposal. */
export function proposalAct(source: string, first: number, rows: readonly RecipientFacts[]): ActContent {
  return { source, first_entry: first, entries: rows.length, entries_hash: factsHash(rows) };
}

/** What the journal says of an answer: numbers of entries and of blocks that it releases. */
export function answerAct(
  reference: string,
  entries: readonly Pick<RecipientEntry, 'entry'>[],
  blocks: readonly Pick<AccountBlock, 'block'>[],
): ActContent {
  return {
    reference,
    entries: entries.map(({ entry }) => String(entry)),
    releases: blocks.map(({ block }) => String(block)),
  };
}
