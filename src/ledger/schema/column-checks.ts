/** Condition on an amount in whole kroner: one that JavaScript can hold exactly. */
export const SAFE = 'BETWEEN -9007199254740991 AND 9007199254740991';

/** A column that holds a SHA-256 as 64 hex digits. */
export const hashColumn = (column: string): string => `${column} TEXT NOT NULL CHECK (length(${column}) = 64)`;

/** Condition on a text: a day, `YYYY-MM-DD`. */
export const DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'";
