import { type ActContent, fieldsOf } from '../journal';

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
