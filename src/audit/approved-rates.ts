import type { ErrorDetail } from '../domain';
import type { SignedList } from '../ledger';

/** The part of a manifest that says which rates files a run read. */
export interface RatesOfManifest {
  readonly identity: { readonly recipients_sha256: string };
  readonly inputs: readonly { readonly name: string; readonly sha256: string }[];
}

/**
 * Rates files that a run read and that no two persons have approved: every input of the manifest but the recipients. Rates
 * that ship with the program are locked with its rules.
 */
export function unapprovedRates(manifest: RatesOfManifest, rates: SignedList | undefined): ErrorDetail[] {
  const approved = new Set(rates?.files.map((file) => file.sha256));
  return manifest.inputs
    .filter(({ sha256 }) => sha256 !== manifest.identity.recipients_sha256 && !approved.has(sha256))
    .map(({ name, sha256 }) => ({ code: 'RATES_NOT_APPROVED', params: { name, sha256 } }));
}
