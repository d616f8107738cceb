import { type ActContent, fieldsOf } from '../journal';
import { textRow } from '../rows-text';

/** What somebody signs who does an act that is no approval of a batch. */
export interface ActPayload {
  /** Hash of the approvers list in force. */
  readonly approversHash: string;
  /** Hash of the act before: the signature fits this one place of this one journal. */
  readonly previousHash: string;
  /** The bytes of the act without its signature. */
  readonly body: string;
}

/** The text that is signed, format 1: one row a fact, in this order (LEDGER.md, signatures). */
export function actPayload({ approversHash, previousHash, body }: ActPayload): string {
  return [
    textRow('norsktilskudd act', 1),
    textRow('approvers', approversHash),
    textRow('previous', previousHash),
    textRow('body', body),
  ].join('');
}

const FIELDS = ['public_key', 'approvers', 'signature'];

/** Signature of an act as its bytes hold it. */
export interface ActSignature {
  readonly publicKey: string;
  readonly approversHash: string;
  readonly signature: string;
}

/** The signature in the bytes of an act; undefined where it has none. */
export function signatureInBody(body: string): ActSignature | undefined {
  const { signature, public_key: publicKey = '', approvers = '' } = fieldsOf(body, FIELDS);
  if (signature === undefined) return undefined;
  return { publicKey: String(publicKey), approversHash: String(approvers), signature: String(signature) };
}

/** What the bytes of an act say of its signature; nothing where it has none. */
export function signatureContent(signed: ActSignature | undefined): ActContent {
  if (signed === undefined) return {};
  return { public_key: signed.publicKey, approvers: signed.approversHash, signature: signed.signature };
}
