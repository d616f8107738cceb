import { type ErrorDetail, errorDetail, sha256Hex } from '../../domain';
import { earliestActTime, earliestSigningTime } from '../act-times';
import { approvalPayload } from '../approval/approval-payload';
import { rightOfBatch } from '../approval/batch-right';
import { type BatchSignature, signaturesOfBatch } from '../approval/signatures';
import type { BatchInfo } from '../drafts/batch-info';
import { allBatches } from '../drafts/batches';
import { actorKey } from '../journal';
import { signatureHolds } from '../lists/ed25519';
import { isValidOn, listFaults, personNamed } from '../lists/list-faults';
import { type AdoptedList, adoptedLists } from '../lists/lists';
import { rightFault } from '../lists/rights';
import { LIST_KINDS, listHash, listText, SIGNING_ROLES } from '../lists/signed-list';
import type { OpenLedger } from '../posting-reads';

/**
 * Checks lists and signatures: every version follows the one before and is signed, every signature is that of somebody
 * who stood on the list with that role on that day, over the figures of its batch, and no batch was posted without all of
 * them once the ledger required them.
 */
export function signatureFaults(ledger: OpenLedger): ErrorDetail[] {
  const lists = LIST_KINDS.map((kind) => adoptedLists(ledger.db, kind));
  const [approvers, rates] = [adoptedLists(ledger.db, 'approvers'), adoptedLists(ledger.db, 'rates')];
  const first = approvers[0]?.journal;
  return [
    ...lists.flatMap((ofKind) => chainFaults(ledger, ofKind, approvers)),
    ...columnFaults(ledger, lists.flat()),
    ...allBatches(ledger).flatMap((batch) => {
      const signatures = signaturesOfBatch(ledger.db, batch.batch);
      const unsigned =
        first !== undefined && postedAfter(ledger, batch, first) && signatures.length < SIGNING_ROLES.length;
      return [
        ...(unsigned ? [errorDetail('LEDGER_POSTED_UNSIGNED', { runId: batch.runId })] : []),
        ...signatures.flatMap((signature) => faultsOf(ledger, batch, signature, approvers, rates)),
        ...signatures.flatMap((signature) => actFaults(ledger, batch, signature, signatures)),
      ];
    }),
  ];
}

function postedAfter(ledger: OpenLedger, batch: BatchInfo, journal: number): boolean {
  return (
    ledger.db.prepare('SELECT 1 FROM posting_chain WHERE batch = ? AND journal > ?').get(batch.batch, journal) !==
    undefined
  );
}

/** Columns by which lists are found say what their texts say. */
function columnFaults(ledger: OpenLedger, lists: readonly AdoptedList[]): ErrorDetail[] {
  const columns = ledger.db.prepare('SELECT kind, version, valid_from FROM signed_lists WHERE journal = ?');
  return lists.flatMap(({ list, journal }) => {
    const { kind, version, validFrom } = list;
    const stored = columns.get(journal) ?? [];
    const same = stored[0] === kind && stored[1] === version && stored[2] === validFrom;
    return same ? [] : [errorDetail('LEDGER_LIST_DIFFERS', { kind, version })];
  });
}

function chainFaults(
  ledger: OpenLedger,
  lists: readonly AdoptedList[],
  approvers: readonly AdoptedList[],
): ErrorDetail[] {
  const timeOf = ledger.db.prepare('SELECT at FROM journal WHERE sequence = ?');
  return lists.flatMap(({ list, hash, journal }, index) => {
    const at = String(timeOf.get(journal)?.[0]);
    const before = {
      previous: lists[index - 1]?.list,
      approvers: approvers.filter((candidate) => candidate.journal < journal).at(-1)?.list,
      adoptedOn: at.slice(0, 10),
    };
    const isBroken = hash !== listHash(list) || hash !== sha256Hex(listText(list));
    const isEarly = at < earliestActTime(ledger.db, journal);
    if (!isBroken && !isEarly && listFaults(list, before).length === 0) return [];
    return [errorDetail('LEDGER_LIST_DIFFERS', { kind: list.kind, version: list.version })];
  });
}

function faultsOf(
  ledger: OpenLedger,
  batch: BatchInfo,
  signature: BatchSignature,
  approvers: readonly AdoptedList[],
  rates: readonly AdoptedList[],
): ErrorDetail[] {
  const { role, actor, at, approversHash, ratesHash } = signature;
  const list = inForce(approvers, at, signature.journal);
  const person = list && personNamed(list.list.persons, actor);
  const day = at.slice(0, 10);
  const named = list?.hash === approversHash && (inForce(rates, at, signature.journal)?.hash ?? '') === ratesHash;
  const { runId, postingHead } = batch;
  const text = approvalPayload({ runId, role, actor, at, postingHead, reviewed: batch, approversHash, ratesHash });
  const holds =
    person?.roles.includes(role) &&
    rightFault(list?.list ?? {}, person, rightOfBatch(ledger, batch, role)) === undefined &&
    isValidOn(person, day) &&
    person.publicKey === signature.publicKey &&
    signatureHolds(person.publicKey, text, signature.signature);
  return named && holds ? [] : [errorDetail('LEDGER_SIGNATURE_BROKEN', { runId, role, actor })];
}

/** A signature dated before what it stands on, a key that has signed under two names, a runner's that is not the runner's. */
function actFaults(
  ledger: OpenLedger,
  { batch, runId, actor: runner }: BatchInfo,
  { role, actor, at, journal, publicKey }: BatchSignature,
  signatures: readonly BatchSignature[],
): ErrorDetail[] {
  const isEarly = at < earliestSigningTime(ledger.db, batch, journal);
  const isShared = signatures.some(
    (other) => other.publicKey === publicKey && actorKey(other.actor) !== actorKey(actor),
  );
  const isStranger = role === 'runner' && actorKey(actor) !== actorKey(runner);
  return isEarly || isShared || isStranger ? [errorDetail('LEDGER_SIGNATURE_BROKEN', { runId, role, actor })] : [];
}

/** The version that held when the act was done. */
export function inForce(lists: readonly AdoptedList[], at: string, journal: number): AdoptedList | undefined {
  return lists.filter((entry) => entry.journal < journal && entry.list.validFrom <= at.slice(0, 10)).at(-1);
}
