/**
 * A trigger that refuses an event. @param event `INSERT ON postings`; @param condition when; empty for always;
 * @param message what SQLite says
 */
export function refuse(name: string, event: string, condition: string, message: string): string {
  return `CREATE TRIGGER ${name} BEFORE ${event}${condition === '' ? '' : ` WHEN ${condition}`} BEGIN SELECT RAISE(ABORT, '${message}'); END`;
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
