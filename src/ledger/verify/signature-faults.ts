import { type ErrorDetail, errorDetail, sha256Hex } from '../../domain';
import { earliestActTime, earliestSigningTime } from '../act-times';
import { approvalPayload } from '../approval/approval-payload';
import { rightOfBatch } from '../approval/signature-rules';
import { type BatchSignature, signaturesOfBatch } from '../approval/signatures';
import { rightOfStored } from '../cases/asked-right';
import { oneOf, type RowOf, rowsOf, text, whole } from '../columns';
import type { BatchInfo } from '../drafts/batch-info';
import { allBatches } from '../drafts/batches';
import { type ActBy, actBody, actorKey, placeColumns } from '../journal';
import { signatureHolds } from '../lists/ed25519';
import { isValidOn, listFaults, personNamed } from '../lists/list-faults';
import { type AdoptedList, adoptedLists } from '../lists/lists';
import { isRuled, rightFault } from '../lists/rights';
import { LIST_KINDS, listHash, listText, SIGNING_ROLES } from '../lists/signed-list';
import type { OpenLedger } from '../posting-reads';
import { type ActSignature, actPayload, signatureInBody } from '../signed-acts/act-signature';
import { mayDo, SIGNED_ACTS } from '../signed-acts/write-signed-act';
import { contentOfAct } from './content-of-act';

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

/** An act that a ledger with a list of approvers wants signed, as the journal has it. */
const SIGNED_ACT = {
  sequence: whole('sequence'),
  act: oneOf('act', SIGNED_ACTS),
  at: text('at'),
  actor: text('actor'),
  reason: text('reason'),
  build: text('build'),
  previousHash: text('previous_hash'),
  body: text('body'),
  format: whole('format'),
};
type JournalRow = RowOf<typeof SIGNED_ACT> & ActBy;

/**
 * Checks outcomes, withdrawals and deletions: once the ledger held a list of approvers, each bears the signature of
 * somebody who stood on it on that day, over the bytes of the act and the place that it has in the journal.
 */
export function signedActFaults(ledger: OpenLedger): ErrorDetail[] {
  const approvers = adoptedLists(ledger.db, 'approvers');
  const first = approvers[0]?.journal ?? Number.MAX_SAFE_INTEGER;
  return journalRows(ledger).flatMap((row) => {
    const { sequence, act, actor, body } = row;
    const signed = signatureInBody(body);
    if (signed === undefined) return sequence > first ? [errorDetail('LEDGER_ACT_UNSIGNED', { sequence, act })] : [];
    const holds = doesHold(ledger, row, signed, inForce(approvers, row.at, sequence));
    return holds ? [] : [errorDetail('LEDGER_ACT_SIGNATURE_BROKEN', { sequence, act, actor })];
  });
}

function journalRows({ db, format }: OpenLedger): JournalRow[] {
  const names = SIGNED_ACTS.map((act) => `'${act}'`).join(', ');
  return rowsOf(
    db,
    { ...SIGNED_ACT, ...placeColumns(format) },
    `FROM journal WHERE act IN (${names}) ORDER BY sequence`,
  );
}

function doesHold(ledger: OpenLedger, row: JournalRow, signed: ActSignature, list: AdoptedList | undefined): boolean {
  const { sequence, act, at, actor, previousHash } = row;
  const person = list && personNamed(list.list.persons, actor);
  const content = contentOfAct(ledger, { act, journal: sequence, body: row.body, format: row.format });
  if (list?.hash !== signed.approversHash || person === undefined || content === undefined) return false;
  const asked = rightOfStored(ledger, act, row.body);
  const text = actPayload({
    approversHash: signed.approversHash,
    previousHash,
    body: actBody(act, row, content, row.format),
  });
  return (
    at >= earliestActTime(ledger.db, sequence) &&
    isValidOn(person, at.slice(0, 10)) &&
    (isRuled(list.list, asked) || mayDo(person, act)) &&
    (asked === undefined || rightFault(list.list, person, asked) === undefined) &&
    person.publicKey === signed.publicKey &&
    signatureHolds(person.publicKey, text, signed.signature)
  );
}
