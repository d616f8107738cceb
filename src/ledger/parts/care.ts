import type { ErrorDetail } from '../../domain';
import { copyWholeFile } from '../../effects';
import { accessHeads } from '../access-heads/head-rows';
import { type DeletionAnswer, deleteContents, goingContents } from '../deletions/delete-contents';
import type { Deletable } from '../deletions/tables';
import { contentUses } from '../deletions/what-is-kept';
import { snapshotsInUse } from '../drafts/batches';
import { type ActBy, journalHead, type SignedActBy } from '../journal';
import { adoptedLists, adoptList, type ListAnswer, listInForce, requiresSignatures } from '../lists/lists';
import type { ListKind, SignedList } from '../lists/signed-list';
import { extendLedger } from '../migration/extend';
import { ALL_POSTED } from '../proof/prove';
import { hasHad, journalBodies, journalHeadOfPosting } from '../reads/journal-reads';
import { forgetPersons, personIds, type WhoToForget } from '../retention/forget';
import { recordPruning, runFolderUses, snapshotUses } from '../retention/retention';
import type { TableSet } from '../schema/table-sets';
import { type VerificationReport, verifyLedger } from '../verify/verify-ledger';
import { type ContinueAnswer, type ContinueInput, continueLedger } from '../witness/continue';
import { keepWitness } from '../witness/keep-witness';
import { faultsWithNote, refuseBehind, refuseOtherList } from '../witness/witness-rules';
import type { Doors } from './doors';

/** How a ledger is kept: its acts as a whole, lists, what is deleted, and whether all of it holds. */
export function carePart({ open, reading, proven, written, witnessed, act, prove }: Doors) {
  return {
    /** Head of every act, for keeping elsewhere. */
    journalHead: (): string => journalHead(open.db),
    /** The same when a run was posted: what a list of its payments names beside the posting head. */
    journalHeadOfPosting: reading(journalHeadOfPosting),
    /** True where the ledger has had this journal or posting head. */
    hasHad: reading(hasHad),
    /** How far the access log had come at each approval, the oldest first. */
    accessHeads: reading(accessHeads),
    /** The bytes of every act, the oldest first, for keeping elsewhere. Read to the end before anything is written. */
    journalBodies: (): Iterable<string> => ({ [Symbol.iterator]: () => journalBodies(open) }),
    /** True once a list of approvers has been adopted: nothing is posted without every signature. */
    requiresSignatures: reading(() => requiresSignatures(open.db)),
    /** Adopts the next version of a list. */
    adoptList(list: SignedList, by: ActBy): ListAnswer {
      refuseOtherList(open, list);
      return witnessed(by, () => adoptList(open, list, by));
    },
    adoptedLists: reading((_, kind: ListKind) => adoptedLists(open.db, kind)),
    /** The version that holds on a day, `YYYY-MM-DD`. */
    listInForce: reading((_, kind: ListKind, day: string) => listInForce(open.db, kind, day)),
    /** Snapshots that posted batches rest on. */
    snapshotsInUse: reading(snapshotsInUse),
    /** Every snapshot that a draft has rested on, with what keeps it. */
    snapshotUses: reading(snapshotUses),
    /** The folder of every run, with what keeps it. */
    runFolderUses: reading(runFolderUses),
    /** Writes down that a snapshot is deleted; the file goes afterwards. */
    recordPruning: (snapshot: string, by: SignedActBy, keptUntil?: string): void =>
      act(by, () => recordPruning(open, snapshot, by, keptUntil)),
    /** Receipts or cases, with what keeps their contents. */
    contentUses: reading(contentUses),
    /** Numbers of those whose contents may go. */
    goingContents: reading(goingContents),
    /** Deletes their contents: the first who asks proposes it, another confirms it. */
    deleteContents: (what: Deletable, keptUntil: string, by: SignedActBy): DeletionAnswer | undefined =>
      act(by, () => deleteContents(open, what, keptUntil, by), ALL_POSTED),
    /** DUF numbers that the ledger holds, for look-ups by pseudonym. Read to the end before anything is written. */
    personIds: (): Iterable<number> => ({ [Symbol.iterator]: () => proven({}, () => personIds(open)) }),
    /** Deletes DUF numbers of persons whom no run can reach any more; returns how many. */
    forgetPersons: (who: WhoToForget, by: SignedActBy): number =>
      act(by, () => forgetPersons(open, who, by), ALL_POSTED),
    /**
     * What was posted or adopted with this ledger and is not in it (it is an older copy), and its note where that is missing.
     * Empty where all is well.
     */
    missing: (): readonly ErrorDetail[] => faultsWithNote(open),
    /** Refuses to go on where anything is missing (LEDGER_BEHIND). */
    refuseBehind: (): void => refuseBehind(open),
    /** Writes down by name why the ledger goes on all the same, and writes the note anew. */
    continueWith(by: ContinueInput): ContinueAnswer {
      const answer = written(by, () => continueLedger(open, by), ALL_POSTED);
      keepWitness(open, true);
      return answer;
    },
    /** Adds a set of later tables; false where the ledger holds it. */
    extend: (set: TableSet, by: ActBy): boolean => written(by, () => extendLedger(open, set, by)),
    /** Copies the file while no other process can write to it; a file of that name is replaced. */
    copyTo: (file: string): void => open.db.transaction(() => copyWholeFile(open.path, file)),
    /** Does something while no other process can write to the ledger; nothing may be recorded meanwhile. */
    whileLocked: <T>(work: () => T): T => open.db.transaction(work),
    /**
     * Holds what is about to be shown or built upon to the bytes that were hashed. Acts do it by themselves.
     *
     * @throws NorsktilskuddError verification LEDGER_NOT_PROVEN with the rows that differ
     */
    prove,
    /** Checks everything; faults are returned, not thrown. */
    verify: (): VerificationReport => verifyLedger(open),
  };
}
