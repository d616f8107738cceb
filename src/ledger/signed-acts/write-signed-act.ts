import { type ErrorDetail, errorDetail, NorsktilskuddError } from '../../domain';
import type { Database } from '../../effects';
import { clockAhead, earliestActTime } from '../act-times';
import { type JournalAct, LATER_ACTS } from '../codes';
import { type ActContent, actBody, journalHead, placeOf, type SignedActBy, writeAct } from '../journal';
import { signatureHolds } from '../lists/ed25519';
import { isValidOn, personNamed } from '../lists/list-faults';
import { listInForce, requiresSignatures } from '../lists/lists';
import { isRuled, type RightAsked, rightDetail, rightFault } from '../lists/rights';
import type { ListedPerson, SigningRole } from '../lists/signed-list';
import { actPayload, signatureContent } from './act-signature';

/**
 * Acts that change money or evidence without being part of a batch. Where the ledger holds a list of approvers, somebody
 * who stands on it signs each of them, in whatever role; elsewhere they go by name.
 */
export const SIGNED_ACTS = [
  'outcome',
  'withdraw',
  'forget',
  'prune',
  'continue',
  ...LATER_ACTS,
] as const satisfies readonly JournalAct[];
export type SignedAct = (typeof SIGNED_ACTS)[number];

/** Acts by which money moves on another's word: they take a role of the list. */
const ROLES: Partial<Record<SignedAct, SigningRole>> = {
  'confirm-act': 'approver',
  'confirm-claim': 'approver',
  'decide-case': 'approver',
};

/** Whether somebody on the list may do an act: in whatever role, unless it takes one. */
export function mayDo(person: ListedPerson, act: SignedAct): boolean {
  const role = ROLES[act];
  return role === undefined || person.roles.includes(role);
}

/**
 * Adds such an act to the journal, with a signature where the ledger asks for one. Returns its number. The caller holds
 * the transaction, so that what is signed is what is written.
 *
 * @param asked what the list in force may say of it, where it can
 * @throws NorsktilskuddError refused LEDGER_ACT_REFUSED with the reason as a detail
 */
export function writeSignedAct(
  db: Database,
  act: SignedAct,
  by: SignedActBy,
  content: ActContent,
  asked?: RightAsked,
): number {
  return writeAct(db, act, by, { ...content, ...signatureOf(db, act, by, content, asked) });
}

function signatureOf(
  db: Database,
  act: SignedAct,
  by: SignedActBy,
  content: ActContent,
  asked: RightAsked | undefined,
): ActContent {
  const { actor, at, key } = by;
  const day = at.slice(0, 10);
  const signer = { actor, role: act, day };
  const refuse = (reason: ErrorDetail): never => {
    throw new NorsktilskuddError('refused', 'LEDGER_ACT_REFUSED', { act }, [reason]);
  };
  if (!requiresSignatures(db)) return key === undefined ? {} : refuse(errorDetail('LEDGER_HAS_NO_APPROVERS', signer));
  const [ahead] = clockAhead(db, by, '');
  if (ahead !== undefined) return refuse(errorDetail(ahead.code, { ...signer, ...ahead.params }));
  if (key === undefined) return refuse(errorDetail('LEDGER_SIGNATURE_NEEDED', signer));
  const approvers = listInForce(db, 'approvers', day);
  const person = approvers && personNamed(approvers.list.persons, actor);
  if (approvers === undefined || person === undefined) return refuse(errorDetail('LEDGER_SIGNER_UNKNOWN', signer));
  if (!isValidOn(person, day)) return refuse(errorDetail('LEDGER_SIGNER_NOT_VALID', signer));
  if (!isRuled(approvers.list, asked) && !mayDo(person, act))
    return refuse(errorDetail('LEDGER_SIGNER_LACKS_ROLE', { ...signer, role: ROLES[act] ?? '' }));
  const fault = asked && rightFault(approvers.list, person, asked);
  if (fault !== undefined && asked !== undefined) return refuse(rightDetail(actor, asked, fault));
  const earliest = earliestActTime(db);
  if (at < earliest) return refuse(errorDetail('LEDGER_CLOCK_BEHIND', { ...signer, at, earliest }));
  const body = actBody(act, placeOf(db, by), content);
  const text = actPayload({ approversHash: approvers.hash, previousHash: journalHead(db), body });
  const signature = key.sign(text);
  if (!signatureHolds(person.publicKey, text, signature)) return refuse(errorDetail('LEDGER_SIGNATURE_WRONG', signer));
  return signatureContent({ publicKey: person.publicKey, approversHash: approvers.hash, signature });
}
