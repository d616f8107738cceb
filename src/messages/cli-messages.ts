import type { Catalogue } from './catalogue';

/** Texts of findings and errors of the cli room. */
export const cliMessages = {} satisfies Catalogue;
