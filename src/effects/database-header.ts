import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** What the first bytes of a file say, read without SQLite, so that a file of another program is never touched. */
export interface DatabaseHeader {
  /** Bytes of the file. */
  readonly size: number;
  /** True where the file begins as every SQLite file does. */
  readonly isSqlite: boolean;
  /** Number by which a program marks its files. */
  readonly applicationId: number;
  readonly userVersion: number;
}

const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

/** The header of a file; undefined where there is none or it is no regular file. */
export function databaseHeader(path: string): DatabaseHeader | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) return undefined;
  const bytes = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(file);
  }
  return {
    size: stat.size,
    isSqlite: bytes.toString('latin1', 0, MAGIC.length) === MAGIC,
    applicationId: bytes.readUInt32BE(APPLICATION_ID_AT),
    userVersion: bytes.readUInt32BE(USER_VERSION_AT),
  };
}
