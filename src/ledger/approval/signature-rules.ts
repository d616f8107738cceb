import { type ErrorDetail, errorDetail } from '../../domain';
import { clockAhead, earliestSigningTime } from '../act-times';
import type { BatchInfo } from '../drafts/batch-info';
import { actorKey } from '../journal';
import { signatureHolds } from '../lists/ed25519';
import { isValidOn, personNamed } from '../lists/list-faults';
import { listInForce, requiresSignatures } from '../lists/lists';
import { type RightAsked, rightDetail, rightFault } from '../lists/rights';
import type { ListedPerson, SigningRole } from '../lists/signed-list';
import type { OpenLedger } from '../posting-reads';
import { type ApprovalInput, approvalPayload } from './approval-payload';
import { type CheckedSignature, signaturesOfBatch } from './signatures';

/** Either a checked signature, or nothing where none is needed, or why the act is refused. */
export interface SignatureVerdict {
  readonly signature: CheckedSignature | undefined;
  readonly reasons: readonly ErrorDetail[];
}

/** What is wrong with somebody who signs. */
type SignerFault =
  | 'LEDGER_HAS_NO_APPROVERS'
  | 'LEDGER_SIGNATURE_NEEDED'
  | 'LEDGER_SIGNER_UNKNOWN'
  | 'LEDGER_SIGNER_NOT_VALID'
  | 'LEDGER_SIGNER_LACKS_ROLE'
  | 'LEDGER_KEY_OF_ANOTHER'
  | 'LEDGER_SIGNATURE_WRONG';

/**
 * Judges the signature of an act. A ledger with a list of approvers asks for one from each role, of somebody who stands
 * on the list on that day with that role; another ledger takes none, for there is no list to hold it against.
 */
export function judgeSignature(
  ledger: OpenLedger,
  batch: BatchInfo,
  role: SigningRole,
  approval: ApprovalInput,
): SignatureVerdict {
  const { actor, at, signature, reviewed } = approval;
  const day = at.slice(0, 10);
  const refuse = (code: SignerFault): SignatureVerdict => {
    const signer = { actor, role, day };
    return { signature: undefined, reasons: [errorDetail(code, signer)] };
  };
  if (!requiresSignatures(ledger.db)) {
    return signature === undefined ? { signature: undefined, reasons: [] } : refuse('LEDGER_HAS_NO_APPROVERS');
  }
  const ahead = clockAhead(
    ledger.db,
    approval,
    batch.asOf,
    batch.accepted.some(({ name }) => name === 'clock'),
  );
  if (ahead.length > 0) return { signature: undefined, reasons: ahead };
  if (signature === undefined) return refuse('LEDGER_SIGNATURE_NEEDED');
  const approvers = listInForce(ledger.db, 'approvers', day);
  const person = approvers && personNamed(approvers.list.persons, actor);
  if (approvers === undefined || person === undefined) return refuse('LEDGER_SIGNER_UNKNOWN');
  if (!isValidOn(person, day)) return refuse('LEDGER_SIGNER_NOT_VALID');
  if (!person.roles.includes(role)) return refuse('LEDGER_SIGNER_LACKS_ROLE');
  const asked = rightOfBatch(ledger, batch, role);
  const fault = rightFault(approvers.list, person, asked);
  if (fault !== undefined) return { signature: undefined, reasons: [rightDetail(actor, asked, fault)] };
  const earliest = earliestSigningTime(ledger.db, batch.batch);
  if (at < earliest) {
    return { signature: undefined, reasons: [errorDetail('LEDGER_CLOCK_BEHIND', { at, earliest })] };
  }
  if (keyOfAnother(ledger, batch, person)) return refuse('LEDGER_KEY_OF_ANOTHER');
  const approversHash = approvers.hash;
  const ratesHash = listInForce(ledger.db, 'rates', day)?.hash ?? '';
  const { runId, postingHead } = batch;
  const text = approvalPayload({ runId, role, actor, at, postingHead, reviewed, approversHash, ratesHash });
  if (!signatureHolds(person.publicKey, text, signature)) return refuse('LEDGER_SIGNATURE_WRONG');
  return { signature: { publicKey: person.publicKey, approversHash, ratesHash, signature }, reasons: [] };
}

/** Whether a key has signed the batch under another name: one key is one person, whatever the lists have called it. */
function keyOfAnother(ledger: OpenLedger, { batch }: BatchInfo, { publicKey, name }: ListedPerson): boolean {
  return signaturesOfBatch(ledger.db, batch).some(
    (earlier) => earlier.publicKey === publicKey && actorKey(earlier.actor) !== actorKey(name),
  );
}

const STEPS = { runner: 'propose', attestant: 'attest', approver: 'confirm' } as const;

/**
 * What a signature on a batch asks for: what a run pays; of an annulment what it takes back, by its lines or as it was to be
 * paid, whichever is more, so that lines that make up for each other hide nothing.
 */
export function rightOfBatch({ db }: OpenLedger, batch: BatchInfo, role: SigningRole): RightAsked {
  const { kind, annuls, paidNok, linesTotalNok } = batch;
  if (kind !== 'annulment') return { act: 'run', step: STEPS[role], amountNok: paidNok };
  const sql = 'SELECT b.paid FROM posting_chain AS c JOIN batches AS b USING (batch) WHERE c.posting = ?';
  const annulledNok = Number(db.prepare(sql).get(annuls)?.[0] ?? 0);
  return { act: 'annulment', step: STEPS[role], amountNok: Math.max(Math.abs(linesTotalNok), annulledNok) };
}
