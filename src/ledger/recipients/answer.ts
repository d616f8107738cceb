import {
  assert,
  type ErrorDetail,
  errorDetail,
  isSamePerson,
  NorsktilskuddError,
  type RecipientCode,
} from '../../domain';
import type { Database } from '../../effects';
import { actorKey, type SignedActBy } from '../journal';
import type { OpenLedger } from '../posting-reads';
import { recipientText } from '../rows-text';
import { writeSignedAct } from '../signed-acts/write-signed-act';
import { answerAct } from './acts';
import { type AccountBlock, type BlockedAccount, blockTexts, insertBlocks, openBlocks } from './blocks';
import { type RecipientEntry, storedEntries } from './recipient-entry';
import { changedNumbers, entryBefore, hasRecipients, type RegisterRow, registerRows } from './register-state';

/** Which rows are answered, and on what the answer rests. */
export interface AnswerInput extends SignedActBy {
  /** `all`: everything that waits, but changed accounts and organisation numbers, which are named one by one. */
  readonly recipients: readonly RecipientCode[] | 'all';
  /** How it was checked, or why it is rejected. */
  readonly reference: string;
}

/** What became of the rows that waited. */
export interface RecipientAnswer {
  readonly answered: readonly RecipientCode[];
  /** Recipients whose account a bank had refused and that is confirmed anew. */
  readonly released: readonly RecipientCode[];
  /** Named recipients of whom nothing waits. */
  readonly already: readonly RecipientCode[];
  /** With `all`: recipients that must be named, since their account or organisation number changes. */
  readonly left: readonly RecipientCode[];
}

interface Chosen extends RecipientAnswer {
  readonly entries: readonly RecipientEntry[];
  readonly blocks: readonly AccountBlock[];
}

/**
 * Confirms rows that another person has proposed, and accounts that a bank had refused, with a reference to how they were
 * checked. The same again: nothing waits, "already".
 *
 * @throws NorsktilskuddError usage LEDGER_RECIPIENTS_UNKNOWN; refused LEDGER_RECIPIENTS_MISSING, LEDGER_RECIPIENTS_REFUSED
 * with each recipient of the confirmer's own proposal, LEDGER_ACT_REFUSED where the ledger wants a signature
 */
export function confirmRecipients(ledger: OpenLedger, input: AnswerInput): RecipientAnswer {
  return answer(ledger, input, 'confirm-recipients');
}

/** Takes proposed rows back: what was confirmed before holds again. Anybody may, with a reason; errors as confirming. */
export function rejectRecipients(ledger: OpenLedger, input: AnswerInput): RecipientAnswer {
  return answer(ledger, input, 'reject-recipients');
}

/**
 * Blocks the accounts of recipients that somebody doubts: nothing is paid to them until a second person has confirmed them
 * anew. Recipients that are blocked, or have no account, are left as they are.
 *
 * @returns recipients that are blocked now
 * @throws as confirming
 */
export function blockRecipients(
  ledger: OpenLedger,
  { recipients, ...by }: SignedActBy & { readonly recipients: readonly RecipientCode[]; readonly reason: string },
): readonly RecipientCode[] {
  assert(actorKey(by.actor) !== '' && by.reason.trim() !== '', 'a block needs a name and a reason');
  const { db } = ledger;
  return db.transaction(() => {
    if (!hasRecipients(ledger)) throw new NorsktilskuddError('refused', 'LEDGER_RECIPIENTS_MISSING', {});
    const entries = storedEntries(db);
    refuseUnknown(recipients, entries);
    const open = openBlocks(db);
    const fresh = new Map<string, BlockedAccount>();
    for (const { confirmed } of registerRows(entries).values()) {
      if (confirmed === undefined || confirmed.account === '' || !recipients.includes(confirmed.recipient)) continue;
      const { recipient, account } = confirmed;
      if (open.some((block) => block.recipient === recipient && block.account === account)) continue;
      fresh.set(`${recipient} ${account}`, { recipient, account, cause: 'doubt' });
    }
    const blocked = [...fresh.values()];
    if (blocked.length === 0) return [];
    const journal = writeSignedAct(db, 'block-recipients', by, { blocks: blockTexts(blocked) });
    insertBlocks(db, journal, blocked);
    return codesOf(blocked);
  });
}

function answer(
  ledger: OpenLedger,
  input: AnswerInput,
  act: 'confirm-recipients' | 'reject-recipients',
): RecipientAnswer {
  assert(actorKey(input.actor) !== '' && input.reference.trim() !== '', 'an answer needs a name and a reference');
  const { db } = ledger;
  return db.transaction(() => {
    if (!hasRecipients(ledger)) throw new NorsktilskuddError('refused', 'LEDGER_RECIPIENTS_MISSING', {});
    const chosen = choose(db, input, act === 'confirm-recipients');
    const { entries, blocks, ...answered } = chosen;
    if (act === 'confirm-recipients') refuseOwn(db, input.actor, chosen);
    if (entries.length > 0 || blocks.length > 0) {
      const journal = writeSignedAct(db, act, input, answerAct(input.reference, entries, blocks));
      db.prepare('INSERT INTO recipient_decisions VALUES (?, ?)').run(journal, input.reference);
      const insertAnswer = db.prepare('INSERT INTO recipient_answers VALUES (?, ?)');
      for (const { entry } of entries) insertAnswer.run(entry, journal);
      const released = db.prepare('INSERT INTO recipient_releases VALUES (?, ?)');
      for (const { block } of blocks) released.run(block, journal);
    }
    return answered;
  });
}

function choose(db: Database, { recipients }: AnswerInput, confirms: boolean): Chosen {
  const entries = storedEntries(db);
  const rows = registerRows(entries);
  const waiting = [...rows.values()].flatMap((row) => row.waiting ?? []);
  const needsName = ({ recipient }: RecipientEntry): boolean =>
    waiting.some((entry) => entry.recipient === recipient && isChange(entry, rows));
  if (recipients === 'all') {
    const left = confirms ? waiting.filter(needsName) : [];
    const taken = waiting.filter((entry) => !left.includes(entry));
    return { entries: taken, blocks: [], answered: codesOf(taken), released: [], already: [], left: codesOf(left) };
  }
  refuseUnknown(recipients, entries);
  const taken = waiting.filter(({ recipient }) => recipients.includes(recipient));
  const accounts = [...rows.values()].map(({ confirmed, waiting: next }) =>
    next && taken.includes(next) ? next : confirmed,
  );
  const blocks = openBlocks(db).filter(
    (block) =>
      confirms &&
      recipients.includes(block.recipient) &&
      accounts.some((row) => row?.recipient === block.recipient && row.account === block.account),
  );
  const [answered, released] = [codesOf(taken), codesOf(blocks)];
  const already = recipients.filter((code) => !answered.includes(code) && !released.includes(code));
  return { entries: taken, blocks, answered, released, already, left: [] };
}

function isChange(entry: RecipientEntry, rows: ReadonlyMap<string, RegisterRow>): boolean {
  const before = entryBefore(entry, rows);
  return before !== undefined && changedNumbers(before, entry).length > 0;
}

function codesOf(rows: readonly { readonly recipient: RecipientCode }[]): RecipientCode[] {
  return [...new Set(rows.map(({ recipient }) => recipient))].sort((a, b) => a - b);
}

function refuseUnknown(recipients: readonly RecipientCode[], entries: readonly RecipientEntry[]): void {
  const known = new Set(entries.map(({ recipient }) => recipient));
  const unknown = recipients.filter((code) => !known.has(code));
  if (unknown.length === 0) return;
  const details = unknown.map((code) => errorDetail('LEDGER_RECIPIENT_UNKNOWN', { recipient: recipientText(code) }));
  throw new NorsktilskuddError('usage', 'LEDGER_RECIPIENTS_UNKNOWN', {}, details);
}

/** Two persons stand behind every row: who proposed it, or told that the bank refused, does not confirm. */
function refuseOwn(db: Database, actor: string, { entries, blocks }: Chosen): void {
  const actorOf = db.prepare('SELECT actor FROM journal WHERE sequence = ?');
  const own = [...entries, ...blocks].filter(({ journal }) => isSamePerson(String(actorOf.get(journal)?.[0]), actor));
  const details: ErrorDetail[] = codesOf(own).map((code) =>
    errorDetail('LEDGER_RECIPIENT_OWN_PROPOSAL', { recipient: recipientText(code), actor }),
  );
  if (details.length > 0) throw new NorsktilskuddError('refused', 'LEDGER_RECIPIENTS_REFUSED', {}, details);
}
