import type { Database, SqlValue } from '../../effects';
import { nameIn } from '../codes';
import type { ActContent } from '../journal';
import { SIGNING_ROLES, type SigningRole } from '../lists/signed-list';

/** A signature that has been checked, as it is kept. */
export interface CheckedSignature {
  readonly publicKey: string;
  readonly approversHash: string;
  readonly ratesHash: string;
  readonly signature: string;
}

/** A signature of a batch as the ledger holds it. */
export interface BatchSignature extends CheckedSignature {
  /** Number of the act. */
  readonly journal: number;
  readonly role: SigningRole;
  readonly actor: string;
  /** UTC, of the act; stands in the signed text. */
  readonly at: string;
}

/** Signatures of a batch in the order in which they were given. */
export function signaturesOfBatch(db: Database, batch: number): BatchSignature[] {
  return db
    .prepare(
      `SELECT s.role, s.actor, j.at, s.public_key, s.approvers_hash, s.rates_hash, s.signature, s.journal
       FROM signatures AS s JOIN journal AS j ON j.sequence = s.journal WHERE s.batch = ? ORDER BY s.journal`,
    )
    .all(batch)
    .map(signatureOf);
}

function signatureOf([
  role,
  actor,
  at,
  publicKey,
  approversHash,
  ratesHash,
  signature,
  journal,
]: SqlValue[]): BatchSignature {
  return {
    journal: Number(journal),
    role: nameIn(SIGNING_ROLES, role),
    actor: String(actor),
    at: String(at),
    publicKey: String(publicKey),
    approversHash: String(approversHash),
    ratesHash: String(ratesHash),
    signature: String(signature),
  };
}

/** Keeps a signature beside the act that it belongs to. The caller holds the transaction. */
export function storeSignature(
  db: Database,
  batch: number,
  role: SigningRole,
  journal: number,
  actor: string,
  signed: CheckedSignature,
): void {
  db.prepare('INSERT INTO signatures VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
    batch,
    role,
    journal,
    actor,
    signed.publicKey,
    signed.approversHash,
    signed.ratesHash,
    signed.signature,
  );
}

/** What an act says of its signature; nothing where it has none. */
export function signatureAct(signed: CheckedSignature | undefined): ActContent {
  if (signed === undefined) return {};
  return {
    public_key: signed.publicKey,
    approvers: signed.approversHash,
    rates: signed.ratesHash,
    signature: signed.signature,
  };
}
