import type { Catalogue } from './catalogue';

/** Texts of findings and errors of the engine room. */
export const engineMessages = {} satisfies Catalogue;
