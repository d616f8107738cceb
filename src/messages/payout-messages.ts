import type { Catalogue } from './catalogue';

/** Texts of findings and errors of the payout room. */
export const payoutMessages = {} satisfies Catalogue;
