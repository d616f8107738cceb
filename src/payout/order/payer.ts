/** An id of an organisation with the scheme that it belongs to: `CUST` a customer or organisation number, `BANK` the bank's own. */
export interface SchemedId {
  readonly id: string;
  readonly scheme: string;
}

/** Versions of a file of payments that can be written. */
export const PAIN_VERSIONS = ['pain.001.001.03', 'pain.001.001.09'] as const;
export type PainVersion = (typeof PAIN_VERSIONS)[number];

/** Who pays, and what the agreement with the bank says of the file. */
export interface Payer {
  readonly name: string;
  readonly initiatingParty: readonly SchemedId[];
  readonly debtorIds: readonly SchemedId[];
  /** Division of the payer, for the bank that asks for one; empty for none. */
  readonly division: string;
  /** Eleven digits. */
  readonly account: string;
  /** BIC of the bank by the first day on which it holds, ascending. */
  readonly bics: readonly { readonly bic: string; readonly validFrom: string }[];
  readonly version: PainVersion;
  /** true: one debit for a block; false: one for each payment; undefined: as the bank does it. */
  readonly batchBooking: boolean | undefined;
  /** `NURG`, `URGP`; empty to leave it out. */
  readonly priority: string;
  /** `SHAR`, `SLEV`; empty to leave it out. */
  readonly chargeBearer: string;
  readonly oneBlockPerFile: boolean;
  readonly paymentsPerFileMax: number;
  /** Begins the text to a payee who has no KID: `Norsktilskudd`. */
  readonly text: string;
  /** A payment that is sent anew has a try number in InstrId; its key (EndToEndId) never changes. */
  readonly numbersTries: boolean;
}

/** BIC of the payer's bank on a day; undefined where none holds yet. */
export function bicOn(payer: Payer, day: string): string | undefined {
  return payer.bics.filter(({ validFrom }) => validFrom <= day).at(-1)?.bic;
}
