import type { Catalogue } from './catalogue';

/** Texts of findings and errors of the register room. */
export const registerMessages = {} satisfies Catalogue;
