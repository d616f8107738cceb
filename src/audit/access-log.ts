import { dirname } from 'node:path';
import { NorsktilskuddError, withoutPersonIds } from '../domain';
import {
  accountName,
  type Database,
  errorCodeOf,
  fileSize,
  isPlainFile,
  makeFolder,
  openDatabase,
  pathExists,
  restrictFile,
} from '../effects';
import { type AccessRows, accessLogLacks, beginAccessNote, writeAccessNote } from './access-note';
import {
  ACCESS_APPLICATION_ID,
  ACCESS_SHAPE,
  accessBody,
  accessFormatOf,
  accessHash,
  EMPTY_ACCESS_HEAD,
} from './access-rows';

/** What is logged. */
const ACCESS_KINDS = [
  'explain',
  'preview',
  'report',
  'reveal',
  'export',
  'letter',
  'sample',
  'control',
  'dossier',
  'delete',
] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

/** Somebody who is about to see something. */
export interface Access {
  readonly kind: AccessKind;
  /** Name given with --as; empty where the command needs none: the account of the machine is logged beside it. */
  readonly actor: string;
  /** UTC, `2026-11-24T12:00:00Z`. */
  readonly at: string;
  /** Empty where no single run is concerned. */
  readonly runId: string;
  /** What is shown: pseudonyms, line ids, recipients, names of files. A person id that slips in is masked. */
  readonly subjects: readonly string[];
  /** Why; `reveal` asks for one. */
  readonly purpose?: string;
}

/** Place of the access log of a ledger. */
export function accessLogPath(ledgerPath: string): string {
  return `${ledgerPath}.d/access.db`;
}

/**
 * Logs who is about to see what about persons: one row, chained by hashes, in a file of its own beside the ledger that
 * only ever grows. A command that shows or hands out something about a person or about a kommune's persons calls this
 * BEFORE it shows it, so that nothing is shown that is not in the log. Returns the head of the log.
 *
 * @example logAccess(accessLogPath(settings.db), { kind: 'explain', actor, at: nowUtc(), runId, subjects: [pseudonym] })
 * @throws NorsktilskuddError refused ACCESS_LOG_UNWRITABLE; verification ACCESS_LOG_BROKEN, ACCESS_LOG_CUT where the note
 *   beside it knows rows that it has not, ACCESS_NOTE_GONE, ACCESS_LOG_EMPTIED
 */
export function logAccess(path: string, access: Access): string {
  return logAccessAfter(path, () => access);
}

/**
 * Does something and logs it while nobody else can log: of two at once the second waits, and where the work fails nothing
 * is logged. For what is written beside the log and anchored in it.
 */
export function logAccessAfter(path: string, work: () => Access): string {
  const isEmpty = isPlainFile(path) ? fileSize(path) === 0 : !pathExists(path);
  if (isEmpty) refuseWhatLacks(path, { count: 0, lastFormat: undefined }, () => EMPTY_ACCESS_HEAD);
  const db = openForWriting(path);
  try {
    const last = db.transaction(() => append(db, path, work()));
    // After the row, so that the note never knows more than the log; a row of something that was not shown does no harm.
    writeAccessNote(path, last);
    return last.head;
  } catch (cause) {
    throw readable(cause, path);
  } finally {
    db.close();
  }
}

function refuseWhatLacks(path: string, rows: AccessRows, headOf: (row: number) => string | undefined): void {
  const [fault] = accessLogLacks(path, rows, headOf);
  if (fault) throw new NorsktilskuddError('verification', fault.code, fault.params);
}

/** Stars for ids of persons, and for 11 or 12 digits on their own. The hash in a run id may be digits alone. */
function masked(text: string): string {
  const inARow = /(?<![0-9a-z]|T\d-)\d{11,12}(?![0-9a-z])/gi;
  return withoutPersonIds(text).replace(inARow, (digits) => '*'.repeat(digits.length));
}

function openForWriting(path: string): Database {
  try {
    const isNew = !pathExists(path);
    if (isNew) makeFolder(dirname(path));
    const db = openDatabase(path, { mode: 'durable' });
    if (isNew) restrictFile(path);
    return db;
  } catch (cause) {
    throw readable(cause, path);
  }
}

function append(db: Database, path: string, access: Access): { rows: number; head: string } {
  if (db.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get() === undefined) {
    db.exec(`${ACCESS_SHAPE.join(';\n')}; PRAGMA application_id = ${ACCESS_APPLICATION_ID}`);
  }
  const last = db
    .prepare('SELECT sequence, body, previous_hash, hash FROM access ORDER BY sequence DESC LIMIT 1')
    .get();
  if (last && accessHash(String(last[2]), String(last[1])) !== last[3]) {
    throw new NorsktilskuddError('verification', 'ACCESS_LOG_BROKEN', { file: path, row: Number(last[0]) });
  }
  const sequence = last ? Number(last[0]) + 1 : 1;
  const headOf = db.prepare('SELECT hash FROM access WHERE sequence = ?');
  const rows = { count: sequence - 1, lastFormat: last && accessFormatOf(String(last[1])) };
  refuseWhatLacks(path, rows, (row) => (row === 0 ? EMPTY_ACCESS_HEAD : textOf(headOf.get(row)?.[0])));
  const previous = last ? String(last[3]) : EMPTY_ACCESS_HEAD;
  beginAccessNote(path, { rows: sequence - 1, head: previous });
  const body = accessBody({
    ...access,
    actor: masked(access.actor),
    subjects: access.subjects.map(masked),
    purpose: masked(access.purpose ?? ''),
    account: accountName(),
  });
  const hash = accessHash(previous, body);
  db.prepare('INSERT INTO access VALUES (?, ?, ?, ?)').run(sequence, body, previous, hash);
  return { rows: sequence, head: hash };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Codes of what keeps the log from being written, though nobody has changed it. A full disk is reported as such. */
const UNWRITABLE = [
  'SQLITE_READONLY',
  'SQLITE_CANTOPEN',
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'SQLITE_PROTOCOL',
  'SQLITE_PERM',
  'SQLITE_IOERR',
  'EACCES',
  'EROFS',
  'EPERM',
];

function readable(cause: unknown, file: string): unknown {
  const code = errorCodeOf(cause);
  if (code === undefined) return cause;
  const params = { file, reason: code };
  if (UNWRITABLE.some((known) => code.startsWith(known))) {
    return new NorsktilskuddError('refused', 'ACCESS_LOG_UNWRITABLE', params);
  }
  return code.startsWith('SQLITE_') && code !== 'SQLITE_FULL'
    ? new NorsktilskuddError('verification', 'ACCESS_LOG_BROKEN', { file, row: 0 })
    : cause;
}
