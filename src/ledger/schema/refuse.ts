/**
 * A trigger that refuses an event. @param event `INSERT ON postings`; @param condition when; empty for always;
 * @param message what SQLite says
 */
export function refuse(name: string, event: string, condition: string, message: string): string {
  return `CREATE TRIGGER ${name} BEFORE ${event}${condition === '' ? '' : ` WHEN ${condition}`} BEGIN SELECT RAISE(ABORT, '${message}'); END`;
}
