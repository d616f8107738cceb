import type { Catalogue } from './catalogue';

/** Texts of findings and errors of the rules room. */
export const rulesMessages = {} satisfies Catalogue;
