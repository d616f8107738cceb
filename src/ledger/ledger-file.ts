import { NorsktilskuddError } from '../domain';
import { databaseHeader, errorCodeOf, isFolder, pathExists } from '../effects';
import { APPLICATION_ID } from './schema/schema';

/**
 * Refuses a path that holds anything but a ledger, before SQLite opens it: opening a file may change it (its journal
 * mode, a journal beside it that is played back), and a file of another program is left as it is. A file that was a
 * ledger, by what lies beside it, is a damaged one.
 *
 * @throws NorsktilskuddError refused LEDGER_NOT_A_LEDGER; verification LEDGER_DAMAGED
 */
export function refuseForeignFile(path: string): void {
  if (isFolder(path)) throw new NorsktilskuddError('refused', 'LEDGER_NOT_A_LEDGER', { path });
  const header = databaseHeader(path);
  if (header?.isSqlite && header.applicationId === APPLICATION_ID) return;
  if (wasLedger(path)) throw damaged(path, header?.isSqlite ? 'application_id' : `${header?.size ?? 0} bytes`);
  throw new NorsktilskuddError('refused', 'LEDGER_NOT_A_LEDGER', { path });
}

/** What only a ledger has beside it. */
function wasLedger(path: string): boolean {
  return ['posted.txt', 'runs', 'access.db'].some((name) => pathExists(`${path}.d/${name}`));
}

/** The ledger is damaged. @param what what was found, in the words of SQLite */
function damaged(path: string, what: string): NorsktilskuddError {
  return new NorsktilskuddError('verification', 'LEDGER_DAMAGED', { path, what });
}

/** Codes of SQLite that say nothing of damage; of extended ones the part before, as `SQLITE_BUSY` of `SQLITE_BUSY_SNAPSHOT`. */
const REFUSED: Readonly<Record<string, 'LEDGER_BUSY' | 'LEDGER_WRITE_PROTECTED'>> = {
  SQLITE_BUSY: 'LEDGER_BUSY',
  SQLITE_LOCKED: 'LEDGER_BUSY',
  SQLITE_PROTOCOL: 'LEDGER_BUSY',
  SQLITE_READONLY: 'LEDGER_WRITE_PROTECTED',
  SQLITE_PERM: 'LEDGER_WRITE_PROTECTED',
  SQLITE_AUTH: 'LEDGER_WRITE_PROTECTED',
  SQLITE_CANTOPEN: 'LEDGER_WRITE_PROTECTED',
};

/** Conditions of the machine that have messages of their own everywhere. */
const OF_THE_MACHINE = ['SQLITE_FULL', 'SQLITE_NOMEM', 'SQLITE_INTERRUPT'];

/**
 * What SQLite said of a ledger, as a failure that its user can act on; anything else is given back as it is. Statements
 * and shape are the program's own and tested, so whatever else SQLite refuses is damage.
 */
export function explainSqlite(cause: unknown, path: string): unknown {
  const code = errorCodeOf(cause);
  if (code === undefined || !code.startsWith('SQLITE_') || !(typeof cause === 'object' && cause !== null)) return cause;
  const primary = code.split('_').slice(0, 2).join('_');
  if (OF_THE_MACHINE.includes(primary)) return Object.assign(cause, { path });
  const what = 'message' in cause ? String(cause.message) : code;
  if (primary === 'SQLITE_IOERR') return new NorsktilskuddError('verification', 'LEDGER_DISK_FAILED', { path, what });
  const refused = REFUSED[primary];
  return refused === undefined ? damaged(path, what) : new NorsktilskuddError('refused', refused, { path });
}
