import type { Database, SqlValue } from '../../effects';

/** Puts rows into a table, every column in its order. */
export function fill(db: Database, table: string, rows: readonly (readonly SqlValue[])[]): void {
  const [first] = rows;
  if (!first) return;
  const insert = db.prepare(`INSERT INTO ${table} VALUES (${first.map(() => '?').join(', ')})`);
  for (const row of rows) insert.run(...row);
}
