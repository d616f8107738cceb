import { neverTouched, refuse } from './refuse';

/** What has been deleted on purpose, and by which act: numbers and names only, nothing of what it was. */
export const RETENTION_TABLES: readonly string[] = [
  `CREATE TABLE forgettings (
  journal INTEGER PRIMARY KEY REFERENCES journal,
  last_grant_year INTEGER NOT NULL CHECK (last_grant_year > 0),
  persons INTEGER NOT NULL CHECK (persons > 0),
  left_hash TEXT NOT NULL CHECK (length(left_hash) IN (0, 64))
) STRICT`,
  `CREATE TABLE prunings (
  snapshot TEXT NOT NULL CHECK (length(snapshot) > 0),
  journal INTEGER NOT NULL UNIQUE REFERENCES journal,
  used INTEGER NOT NULL CHECK (used IN (0, 1)),
  PRIMARY KEY (snapshot, journal)
) STRICT, WITHOUT ROWID`,
];

/** Triggers by which the file keeps what is known of deletions. */
export const RETENTION_GUARDS: readonly string[] = ['forgettings', 'prunings'].flatMap((table) => [
  ...neverTouched(table),
  refuse(
    `${table}_never_doubled`,
    `INSERT ON ${table}`,
    `EXISTS (SELECT 1 FROM ${table} WHERE journal = NEW.journal) OR NEW.journal IS NOT (SELECT max(sequence) FROM journal)`,
    `${table}: the row exists`,
  ),
]);
