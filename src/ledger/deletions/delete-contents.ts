import { isSamePerson } from '../../domain';
import { restOfText } from '../cases/case-details';
import type { SignedActBy } from '../journal';
import { requireTables } from '../later/later-acts';
import type { OpenLedger } from '../posting-reads';
import { writeSignedAct } from '../signed-acts/write-signed-act';
import { deleteAct, proposeDeletionAct, restHash, textsOfCase } from './acts';
import { type Deletion, deletionsOf } from './deletion-reads';
import { DELETION_NAMES, type Deletable } from './tables';
import { contentUses, mayBeDeleted } from './what-is-kept';

/** What came of a wish to delete contents. */
export interface DeletionAnswer {
  readonly items: readonly number[];
  readonly proposedBy: string;
  /** Whether they are deleted: another than the one who proposed it has confirmed it. */
  readonly isDeleted: boolean;
}

/**
 * Deletes contents of receipts or cases whose time is over: the first person who asks proposes it, the same asked by another
 * confirms it. What has been calculated, paid and decided of them stays. The caller holds the transaction.
 *
 * @param keptUntil day (`YYYY-MM-DD`) before which all of it was over
 * @returns undefined where nothing may go
 * @throws NorsktilskuddError refused LEDGER_ACT_REFUSED where the ledger wants a signature
 */
export function deleteContents(
  ledger: OpenLedger,
  what: Deletable,
  keptUntil: string,
  by: SignedActBy,
): DeletionAnswer | undefined {
  const going = goingContents(ledger, what, keptUntil);
  const waiting = deletionsOf(ledger, what).filter(
    (one) => one.confirmedIn === 0 && one.keptUntil === keptUntil && one.items.every((item) => going.includes(item)),
  );
  const others = waiting.find(({ proposedBy }) => !isSamePerson(proposedBy, by.actor));
  if (others !== undefined) return confirm(ledger, what, others, by);
  const own = waiting.find(({ items }) => items.length === going.length);
  if (own !== undefined) return { items: own.items, proposedBy: own.proposedBy, isDeleted: false };
  return going.length === 0 ? undefined : propose(ledger, what, { keptUntil, items: going }, by);
}

/** Numbers of receipts or cases whose content may go. */
export function goingContents(ledger: OpenLedger, what: Deletable, keptUntil: string): number[] {
  return contentUses(ledger, what)
    .filter((use) => mayBeDeleted(use, keptUntil))
    .map(({ item }) => item);
}

function propose(
  ledger: OpenLedger,
  what: Deletable,
  { keptUntil, items }: Pick<Deletion, 'keptUntil' | 'items'>,
  by: SignedActBy,
): DeletionAnswer {
  const { db } = ledger;
  const names = DELETION_NAMES[what];
  requireTables(ledger, names.set, by);
  const deletion = Number(db.prepare(`SELECT coalesce(max(deletion), 0) + 1 FROM ${names.proposals}`).get()?.[0]);
  const journal = writeSignedAct(db, names.propose, by, proposeDeletionAct(deletion, keptUntil, items));
  db.prepare(`INSERT INTO ${names.proposals} VALUES (?, ?, ?)`).run(deletion, journal, keptUntil);
  const insert = db.prepare(`INSERT INTO ${names.items} VALUES (?, ?)`);
  for (const item of items) insert.run(deletion, item);
  return { items, proposedBy: by.actor, isDeleted: false };
}

function confirm(
  ledger: OpenLedger,
  what: Deletable,
  { deletion, items, proposedBy }: Deletion,
  by: SignedActBy,
): DeletionAnswer {
  const { db } = ledger;
  const names = DELETION_NAMES[what];
  const rest = restHash(ledger, what, items);
  const journal = writeSignedAct(db, names.remove, by, deleteAct(deletion, rest));
  db.prepare(`INSERT INTO ${names.confirmed} VALUES (?, ?, ?)`).run(deletion, journal, rest);
  for (const item of items) clear(ledger, what, item);
  return { items, proposedBy, isDeleted: true };
}

/** Overwrites what goes; every other column stays as it was. */
function clear(ledger: OpenLedger, what: Deletable, item: number): void {
  const { db } = ledger;
  if (what === 'receipts') {
    db.prepare('UPDATE receipts SET content = zeroblob(0) WHERE receipt = ?').run(item);
    return;
  }
  const write = db.prepare('UPDATE case_details SET text = ? WHERE journal = ?');
  for (const { journal, text } of textsOfCase(ledger, item)) write.run(restOfText(text), journal);
}
