/** Condition on an amount in whole kroner: one that JavaScript can hold exactly. */
export const SAFE = 'BETWEEN -9007199254740991 AND 9007199254740991';

/** A column that holds a SHA-256 as 64 hex digits. */
export const hashColumn = (column: string): string => `${column} TEXT NOT NULL CHECK (length(${column}) = 64)`;

/** Condition on a text: a day, `YYYY-MM-DD`. */
export const DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'";

/**
 * A trigger that refuses an event. @param event `INSERT ON postings`; @param condition when; empty for always;
 * @param message what SQLite says
 */
export function refuse(name: string, event: string, condition: string, message: string): string {
  return `CREATE TRIGGER ${name} BEFORE ${event}${condition === '' ? '' : ` WHEN ${condition}`} BEGIN SELECT RAISE(ABORT, '${message}'); END`;
}

/**
 * Triggers that refuse new rows: by table, last part of the name and what SQLite says, the condition.
 *
 * @example insertRules({ 'batches.never_doubled: the row exists': 'EXISTS (SELECT 1 FROM batches WHERE batch = NEW.batch)' })
 */
export function insertRules(conditions: Readonly<Record<string, string>>): string[] {
  return Object.entries(conditions).map(([rule, condition]) => {
    const [, table = '', name = '', message = ''] = /^(\w+)\.(\w+): (.+)$/.exec(rule) ?? [];
    return refuse(`${table}_${name}`, `INSERT ON ${table}`, condition, `${table}: ${message}`);
  });
}

/** Triggers that refuse every change and deletion of a table's rows. */
export function neverTouched(table: string): string[] {
  return [
    refuse(`${table}_never_changed`, `UPDATE ON ${table}`, '', `${table}: rows are never changed`),
    refuse(`${table}_never_deleted`, `DELETE ON ${table}`, '', `${table}: rows are never deleted`),
  ];
}

/** Condition on a new row: it is not one of the last act, or that act is of another kind. */
export const notOf = (act: string): string =>
  `NEW.journal IS NOT (SELECT max(sequence) FROM journal) OR NOT EXISTS (SELECT 1 FROM journal WHERE sequence = NEW.journal AND act = '${act}')`;
