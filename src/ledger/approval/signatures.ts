import type { Database } from '../../effects';
import { oneOf, type RowOf, rowsOf, text, whole } from '../columns';
import type { ActContent } from '../journal';
import { SIGNING_ROLES, type SigningRole } from '../lists/signed-list';

/** A signature that has been checked, as it is kept. */
const CHECKED = {
  publicKey: text('s.public_key'),
  approversHash: text('s.approvers_hash'),
  ratesHash: text('s.rates_hash'),
  signature: text('s.signature'),
};
export type CheckedSignature = RowOf<typeof CHECKED>;

/** A signature of a batch as the ledger holds it. */
const SIGNATURE = {
  /** Number of the act. */
  journal: whole('s.journal'),
  role: oneOf('s.role', SIGNING_ROLES),
  actor: text('s.actor'),
  /** UTC, of the act; stands in the signed text. */
  at: text('j.at'),
  ...CHECKED,
};
export type BatchSignature = RowOf<typeof SIGNATURE>;

/** Signatures of a batch in the order in which they were given. */
export function signaturesOfBatch(db: Database, batch: number): BatchSignature[] {
  const rest = 'FROM signatures AS s JOIN journal AS j ON j.sequence = s.journal WHERE s.batch = ? ORDER BY s.journal';
  return rowsOf(db, SIGNATURE, rest, batch);
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
  const { publicKey, approversHash, ratesHash, signature } = signed;
  db.prepare('INSERT INTO signatures VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
    ...[batch, role, journal, actor, publicKey, approversHash, ratesHash, signature],
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
