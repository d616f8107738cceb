/** One thing that verification found wrong; the text stands in the catalogue under `code`. */
export interface LedgerFault {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}
