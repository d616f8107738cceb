import { dirname, join } from 'node:path';
import { type ErrorDetail, errorDetail } from '../domain';
import { isFolder, isPlainFile, listFolder, openDatabase, openReader } from '../effects';
import { APPLICATION_ID } from './schema/schema';

/** Bytes of an SQLite file up to its application id, and where that stands (sqlite.org/fileformat2.html, 1.3). */
const HEAD_BYTES = 100;
const APPLICATION_ID_AT = 68;
/** Ledgers that are named; a folder with more of them is no folder of ledgers. */
const NAMED = 20;

/** Ledgers in the folder of a path, real or rehearsal, as details of a refusal: perhaps one of them was meant. */
export function ledgersBeside(path: string): ErrorDetail[] {
  const folder = dirname(path);
  if (!isFolder(folder)) return [];
  return listFolder(folder)
    .map((name) => join(folder, name))
    .filter((file) => file !== path && holdsLedger(file))
    .slice(0, NAMED)
    .map((file) => errorDetail(isRehearsal(file) ? 'LEDGER_BESIDE_REHEARSAL' : 'LEDGER_BESIDE_REAL', { file }));
}

/** Whether a file says of itself that it is a ledger; no more than its first bytes are read. */
export function holdsLedger(file: string): boolean {
  try {
    if (!isPlainFile(file)) return false;
    const reader = openReader(file);
    try {
      const head = Buffer.alloc(HEAD_BYTES);
      if (reader.read(head, 0) < HEAD_BYTES) return false;
      const isSqlite = head.subarray(0, 15).toString('latin1') === 'SQLite format 3';
      return isSqlite && head.readUInt32BE(APPLICATION_ID_AT) === APPLICATION_ID;
    } finally {
      reader.close();
    }
  } catch {
    return false; // What cannot be read is not named: it is only a hint.
  }
}

function isRehearsal(file: string): boolean {
  try {
    const db = openDatabase(file, { mode: 'durable', readOnly: true });
    try {
      return db.prepare('SELECT rehearsal FROM ledger').get()?.[0] === 1;
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}
