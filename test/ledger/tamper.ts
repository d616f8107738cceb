import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { NorsktilskuddError } from '../../src/domain';
import { openLedger } from '../../src/ledger';
import { temporaryFolder } from '../support/temporary-folder';
import { changePastTriggers } from './past-triggers';
import { makeRichLedger } from './rich-ledger';

const folder = temporaryFolder();
/** A ledger in which every act has been done. */
export const original = join(folder, 'rich.db');
makeRichLedger(original);

/** Faults that verification finds; a ledger that is refused when it is opened counts as found. */
export function faultsOf(path: string): string[] {
  try {
    const ledger = openLedger(path, { readOnly: true });
    try {
      return ledger.verify().faults.map((fault) => fault.code);
    } finally {
      ledger.close();
    }
  } catch (cause) {
    if (cause instanceof NorsktilskuddError && cause.kind === 'verification') return [cause.code];
    throw cause;
  }
}

/** Changes a copy by hand, past triggers and rules, and puts every trigger back as it was. */
export function tamper(sql: string): string[] {
  const path = join(folder, 'tampered.db');
  copyFileSync(original, path);
  return changePastTriggers(path, sql) === 0 ? ['nothing changed'] : faultsOf(path);
}

const db = new Sqlite(original, { readonly: true });
/** Tables of a ledger. */
export const tables = db
  .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
  .pluck()
  .all()
  .map(String);
export const columnsOf = (table: string) =>
  db.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all().map(String);
export const rowsOf = (table: string) => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());

/** Picks the last row of a table. */
export function lastRow(table: string): string {
  const key = columnsOf(table).slice(0, 3).join(', ');
  return `WHERE (${key}) = (SELECT ${key} FROM ${table} ORDER BY ${columnsOf(table)[0]} DESC LIMIT 1)`;
}

/** Changes the value of a column in the last row. */
export function changeOf(table: string, column: string): string {
  const value = `CASE typeof(${column}) WHEN 'integer' THEN ${column} + 1 WHEN 'null' THEN 1 WHEN 'blob' THEN zeroblob(1) ELSE 'x' || substr(${column}, 2) END`;
  return `UPDATE OR REPLACE ${table} SET ${column} = ${value} ${lastRow(table)}`;
}
