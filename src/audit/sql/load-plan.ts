import type { Database, SqlValue } from '../../effects';
import type { Manifest } from '../run-manifest';

/** Components that SQL works out. */
export const IN_SQL: readonly string[] = ['grunntilskudd', 'persontilskudd', 'persontilskudd37d'];

/** The run's dates, what it leaves out, what had been computed before, and what its manifest says it computed. */
export function loadPlan(db: Database, manifest: Manifest): void {
  const { grant_year: year, term, as_of: asOf, excluded } = manifest.identity;
  const cutOff = `${year}-${['03-31', '06-30', '09-30', '12-31'][term - 1] ?? ''}`;
  fill(db, 'run', [[year, term, asOf, cutOff, manifest.extract.taken_at || asOf]]);
  const years = [year - 1, year];
  fill(
    db,
    'years',
    years.map((of) => [of, `${of}-01-01`, `${of}-12-31`, `${of}-01-15`, of === year ? term : 4]),
  );
  fill(
    db,
    'excluded',
    excluded.map((component) => [component]),
  );
  fill(db, 'covered', [
    ...manifest.coverage.map((row) => [row.grant_year, row.component, row.run_year, row.run_term]),
    ...manifest.opening_coverage.map((row) => [row.grant_year, row.component, 0, 0]),
  ]);
  const modules = manifest.modules.filter((row) => IN_SQL.includes(row.component));
  fill(
    db,
    'in_manifest',
    modules.map((row) => [row.grant_year, row.component]),
  );
}

/** Puts rows into a table, every column in its order. */
export function fill(db: Database, table: string, rows: readonly (readonly SqlValue[])[]): void {
  const [first] = rows;
  if (!first) return;
  const insert = db.prepare(`INSERT INTO ${table} VALUES (${first.map(() => '?').join(', ')})`);
  for (const row of rows) insert.run(...row);
}
