import type { Catalogue } from './catalogue';

/** Texts of findings and errors of the ledger room. */
export const ledgerMessages = {} satisfies Catalogue;
