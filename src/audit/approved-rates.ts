import { type ErrorDetail, errorDetail } from '../domain';
import type { SignedList } from '../ledger';

/** The part of a manifest that says which rates a run read. */
export interface RatesOfManifest {
  readonly identity: {
    readonly recipients_sha256: string;
    /** Of format 2. */
    readonly tables?: readonly { readonly name: string; readonly sha256: string }[];
  };
  readonly inputs: readonly { readonly name: string; readonly sha256: string }[];
  readonly rates_used: readonly unknown[];
}

/** Table of the rates that ship with the program. */
export const SHIPPED_RATES = 'rates.csv';
/** How a list of rates names it. */
export const SHIPPED_RATES_ON_LIST = 'rules/data/rates.csv';

/**
 * Rates of a run that no two persons have approved: rates files, which are every input of the manifest but the recipients,
 * and, as soon as there is a list, the shipped table, too: the list covers every cell that was used. Runs of format 1 do
 * not name the shipped table.
 */
export function unapprovedRates(manifest: RatesOfManifest, rates: SignedList | undefined): ErrorDetail[] {
  const { identity, inputs, rates_used: used } = manifest;
  const approved = new Set(rates?.files.map((file) => file.sha256));
  const shipped = identity.tables?.filter(({ name }) => name === SHIPPED_RATES) ?? [];
  const files = inputs
    .filter(({ sha256 }) => sha256 !== identity.recipients_sha256 && !approved.has(sha256))
    .map(({ name, sha256 }) => errorDetail('RATES_NOT_APPROVED', { name, sha256 }));
  if (rates === undefined || used.length === 0) return files;
  const tables = shipped.filter(({ sha256 }) => !approved.has(sha256));
  return [
    ...files,
    ...tables.map(({ sha256 }) => errorDetail('SHIPPED_RATES_NOT_APPROVED', { name: SHIPPED_RATES_ON_LIST, sha256 })),
  ];
}
