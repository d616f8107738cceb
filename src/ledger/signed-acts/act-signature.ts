import type { ActContent } from '../journal';

/** Signature of an act as its bytes hold it. */
export interface ActSignature {
  readonly publicKey: string;
  readonly approversHash: string;
  readonly signature: string;
}

/** The signature in the bytes of an act; undefined where it has none. */
export function signatureInBody(body: string): ActSignature | undefined {
  const parsed: unknown = JSON.parse(body);
  if (typeof parsed !== 'object' || parsed === null || !('signature' in parsed)) return undefined;
  return {
    publicKey: 'public_key' in parsed ? String(parsed.public_key) : '',
    approversHash: 'approvers' in parsed ? String(parsed.approvers) : '',
    signature: String(parsed.signature),
  };
}

/** What the bytes of an act say of its signature; nothing where it has none. */
export function signatureContent(signed: ActSignature | undefined): ActContent {
  if (signed === undefined) return {};
  return { public_key: signed.publicKey, approvers: signed.approversHash, signature: signed.signature };
}
