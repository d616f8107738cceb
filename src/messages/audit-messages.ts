import type { Catalogue } from './catalogue';

/** Texts of findings and errors of the audit room. */
export const auditMessages = {} satisfies Catalogue;
