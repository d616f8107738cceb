import { closeSync, existsSync, openSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { faultPoint } from './faults';

/** A value that SQLite stores. Blobs come out as Buffers of their own. */
export type SqlValue = number | string | Buffer | null;

/** A prepared statement. Rows are arrays of values in the order of the columns. */
export interface Statement {
  run(...values: readonly (SqlValue | Uint8Array)[]): { changes: number; lastInsertRowid: number };
  get(...values: readonly SqlValue[]): SqlValue[] | undefined;
  all(...values: readonly SqlValue[]): SqlValue[][];
  iterate(...values: readonly SqlValue[]): IterableIterator<SqlValue[]>;
}

/** One SQLite file. */
export interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  /** Runs the work in one immediate transaction: all of it or nothing. */
  transaction<T>(work: () => T): T;
  close(): void;
}

export interface DatabaseOptions {
  readonly readOnly?: boolean;
  /** `durable`: journal DELETE and synchronous FULL (works on shares). `build`: no journal, for a new file that is renamed when whole. */
  readonly mode?: 'durable' | 'build';
}

/** Every database here holds DUF numbers or who looked at them: it is for its owner alone, as are its journals. */
const OWNER_ALONE = 0o600;

/** Opens or makes an SQLite file. A new one can be read by its owner alone. */
export function openDatabase(path: string, options: DatabaseOptions = {}): Database {
  faultPoint('db.open');
  if (!options.readOnly && path !== ':memory:' && !existsSync(path)) closeSync(openSync(path, 'a', OWNER_ALONE));
  const sqlite = new Sqlite(path, { readonly: options.readOnly ?? false, timeout: 10_000 });
  if (options.mode === 'build') {
    sqlite.pragma('journal_mode = OFF');
    sqlite.pragma('synchronous = OFF');
  } else if (!options.readOnly) {
    sqlite.pragma('journal_mode = DELETE');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('secure_delete = ON'); // Person ids that are deleted are overwritten, not only let go.
  }
  sqlite.pragma('foreign_keys = ON');
  return {
    exec(sql) {
      faultPoint('db.exec');
      sqlite.exec(sql);
    },
    prepare: (sql) => prepareStatement(sqlite, sql),
    transaction: (work) => runTransaction(sqlite, work),
    close: () => void sqlite.close(),
  };
}

/** A transaction within another is part of it: all of both or nothing. */
function runTransaction<T>(sqlite: Sqlite.Database, work: () => T): T {
  if (sqlite.inTransaction) return work();
  faultPoint('db.begin');
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    faultPoint('db.commit');
    sqlite.exec('COMMIT');
    return result;
  } catch (cause) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    throw cause;
  }
}

function prepareStatement(sqlite: Sqlite.Database, sql: string): Statement {
  const statement = sqlite.prepare<unknown[], SqlValue[]>(sql);
  if (statement.reader) statement.raw(true);
  return {
    run(...values) {
      faultPoint('db.run');
      const result = statement.run(...values);
      return { changes: result.changes, lastInsertRowid: Number(result.lastInsertRowid) };
    },
    get: (...values) => statement.get(...values),
    all: (...values) => statement.all(...values),
    iterate: (...values) => statement.iterate(...values),
  };
}
