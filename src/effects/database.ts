import { closeSync, existsSync, openSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { errorCodeOf } from './error-code';
import { faultPoint } from './faults';
import { completeWhatIsBegun, interruptionPoint, isInterrupted } from './interruption';
import { quietly } from './quietly';

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
  /** Runs work that only reads in one transaction, so that all of it sees the same state. */
  reading<T>(work: () => T): T;
  /** Never throws: what was written is written, and an earlier error must not be hidden by one of closing. */
  close(): void;
}

export interface DatabaseOptions {
  readonly readOnly?: boolean;
  /** True for a ledger: once an act stands in it, the command that wrote it is not interrupted any more. */
  readonly holdsActs?: boolean;
  /** `durable`: journal DELETE and synchronous FULL (works on shares). `build`: no journal, for a new file that is renamed when whole. */
  readonly mode?: 'durable' | 'build';
  /**
   * Says in the words of the file's owner what SQLite threw, wherever it did (opening, late in an iteration); what it
   * returns is thrown. Without it, errors of SQLite bear the path of the file.
   */
  readonly explain?: (cause: unknown) => unknown;
}

/** Every database here holds DUF numbers or who looked at them: it is for its owner alone, as are its journals. */
const OWNER_ALONE = 0o600;

/** Opens or makes an SQLite file. A new one can be read by its owner alone. */
export function openDatabase(path: string, options: DatabaseOptions = {}): Database {
  faultPoint('db.open');
  const explain = options.explain ?? ((cause: unknown) => withPath(cause, path));
  const explained = <T>(work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      throw explain(cause);
    }
  };
  const sqlite = explained(() => open(path, options));
  const prepared = new Map<string, Statement>();
  return {
    exec(sql) {
      faultPoint('db.exec');
      explained(() => sqlite.exec(sql));
    },
    prepare(sql) {
      const statement = prepared.get(sql) ?? prepareStatement(sqlite, sql, explained);
      prepared.set(sql, statement);
      return statement;
    },
    transaction: (work) => runTransaction(sqlite, work, explained, options.holdsActs === true),
    reading: (work) => read(sqlite, work, explained),
    close: () => quietly(() => sqlite.close()),
  };
}

type Explaining = <T>(work: () => T) => T;

function open(path: string, { readOnly = false, mode }: DatabaseOptions): Sqlite.Database {
  if (!readOnly && path !== ':memory:' && !existsSync(path)) closeSync(openSync(path, 'a', OWNER_ALONE));
  const sqlite = new Sqlite(path, { readonly: readOnly, timeout: 10_000 });
  try {
    // A damaged page or a changed shape is reported, not followed. (The binding opens files defensively by itself.)
    sqlite.pragma('cell_size_check = ON');
    sqlite.pragma('trusted_schema = OFF');
    if (mode === 'build') {
      sqlite.pragma('journal_mode = OFF');
      sqlite.pragma('synchronous = OFF');
    } else if (!readOnly) {
      if (sqlite.pragma('journal_mode', { simple: true }) !== 'delete') sqlite.pragma('journal_mode = DELETE');
      sqlite.pragma('synchronous = FULL');
      sqlite.pragma('secure_delete = ON'); // Person ids that are deleted are overwritten, not only let go.
    }
    sqlite.pragma('foreign_keys = ON');
    return sqlite;
  } catch (cause) {
    quietly(() => sqlite.close());
    throw cause;
  }
}

/** An error of SQLite with the file that it is about. */
function withPath(cause: unknown, path: string): unknown {
  const isSqlite = errorCodeOf(cause)?.startsWith('SQLITE_') === true;
  const isBare = typeof cause === 'object' && cause !== null && !('path' in cause);
  return isSqlite && isBare ? Object.assign(cause, { path }) : cause;
}

/** A transaction within another is part of it: all of both or nothing. */
function runTransaction<T>(sqlite: Sqlite.Database, work: () => T, explained: Explaining, holdsActs: boolean): T {
  if (sqlite.inTransaction) return work();
  faultPoint('db.begin');
  explained(() => sqlite.exec('BEGIN IMMEDIATE'));
  try {
    const result = work();
    faultPoint('db.commit');
    explained(() => sqlite.exec('COMMIT'));
    if (holdsActs) completeWhatIsBegun();
    return result;
  } catch (cause) {
    if (sqlite.inTransaction) quietly(() => sqlite.exec('ROLLBACK'));
    throw cause;
  }
}

function read<T>(sqlite: Sqlite.Database, work: () => T, explained: Explaining): T {
  if (sqlite.inTransaction) return work();
  explained(() => sqlite.exec('BEGIN'));
  try {
    return work();
  } finally {
    if (sqlite.inTransaction) quietly(() => sqlite.exec('ROLLBACK'));
  }
}

function prepareStatement(sqlite: Sqlite.Database, sql: string, explained: Explaining): Statement {
  const prepare = (): Sqlite.Statement<unknown[], SqlValue[]> => {
    const statement = explained(() => sqlite.prepare<unknown[], SqlValue[]>(sql));
    return statement.reader ? statement.raw(true) : statement;
  };
  const first = prepare();
  // Whoever asks the same while the rows of the first are still read gets a statement of its own.
  const idle = (): typeof first => (first.busy ? prepare() : first);
  return {
    run(...values) {
      faultPoint('db.run');
      const result = explained(() => idle().run(...values));
      return { changes: result.changes, lastInsertRowid: Number(result.lastInsertRowid) };
    },
    get(...values) {
      interruptionPoint();
      return explained(() => idle().get(...values));
    },
    all(...values) {
      interruptionPoint();
      return explained(() => idle().all(...values));
    },
    iterate: (...values) =>
      explainedRows(
        explained(() => idle().iterate(...values)),
        explained,
      ),
  };
}

/** Rows whose errors are reported, too: damage often shows late, in the middle of an iteration. */
function explainedRows(rows: IterableIterator<SqlValue[]>, explained: Explaining): IterableIterator<SqlValue[]> {
  const next = (): IteratorResult<SqlValue[]> => rows.next();
  return {
    next() {
      // A statement that is left open would keep its transaction open, and the journal beside the file.
      if (isInterrupted()) rows.return?.();
      interruptionPoint();
      return explained(next);
    },
    return: (value) => rows.return?.(value) ?? { done: true, value: undefined },
    [Symbol.iterator]() {
      return this;
    },
  };
}
