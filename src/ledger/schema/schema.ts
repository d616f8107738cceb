import { COMPONENTS, NETTING_GROUPS, nettingGroupOf } from '../../domain';
import type { Database } from '../../effects';
import { COMPONENT_NUMBERS, GROUP_NUMBERS, POSTING_KINDS } from '../codes';
import { ACT_TABLES } from './act-tables';
import { DRAFT_TABLES } from './draft-tables';
import { GUARDS } from './guards';
import { OUTCOME_GUARDS, OUTCOME_TABLES, OUTCOME_VIEWS } from './outcome-tables';
import { POSTED_TABLES } from './posted-tables';
import { RETENTION_GUARDS, RETENTION_TABLES } from './retention-tables';
import { SIGNATURE_GUARDS, SIGNATURE_TABLES } from './signature-tables';
import { VIEWS } from './views';

/** Marks an SQLite file as a ledger: the letters NTLG. */
export const APPLICATION_ID = 0x4e544c47;
/** Format of the ledger file. A change of shape or of meaning gets a new number. */
export const FORMAT = 1;

const STATEMENTS: readonly string[] = [
  ...ACT_TABLES,
  ...DRAFT_TABLES,
  ...POSTED_TABLES,
  ...OUTCOME_TABLES,
  ...SIGNATURE_TABLES,
  ...RETENTION_TABLES,
  ...GUARDS,
  ...VIEWS,
  ...OUTCOME_VIEWS,
  ...OUTCOME_GUARDS,
  ...SIGNATURE_GUARDS,
  ...RETENTION_GUARDS,
];

/** A file without any table: new, or left by a process that ended before the shape was written. */
export function isEmptyFile(db: Database): boolean {
  return db.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get() === undefined;
}

/** Writes the shape and the fixed names into a new file. The caller holds the transaction. */
export function createSchema(db: Database, rehearsal: boolean): void {
  db.exec(STATEMENTS.join(';\n'));
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${FORMAT}`);
  db.prepare('INSERT INTO ledger (one, rehearsal) VALUES (1, ?)').run(rehearsal ? 1 : 0);
  for (const [table, rows] of fixedRows()) {
    const places = rows[0]?.map(() => '?').join(', ') ?? '';
    const insert = db.prepare(`INSERT INTO ${table} VALUES (${places})`);
    for (const row of rows) insert.run(...row);
  }
}

function fixedRows(): [table: string, rows: (string | number)[][]][] {
  return [
    ['netting_groups', NETTING_GROUPS.map((group) => [GROUP_NUMBERS[group], group])],
    ['components', COMPONENTS.map((name) => [COMPONENT_NUMBERS[name], name, GROUP_NUMBERS[nettingGroupOf(name)]])],
    ['posting_kinds', POSTING_KINDS.map((name, index) => [index + 1, name])],
  ];
}

/**
 * What differs between the file's shape and the one that this program writes: names of tables, triggers, indexes and
 * views that are missing, changed or extra, and of name tables with other rows. Empty when all is as it was made.
 */
export function schemaDifferences(db: Database): string[] {
  const found = new Map<string, string>();
  const rows = db
    .prepare("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
    .all();
  for (const [name, sql] of rows) found.set(String(name), String(sql));
  const differences: string[] = [];
  for (const statement of STATEMENTS) {
    const name = nameOf(statement);
    if (found.get(name) !== statement) differences.push(name);
    found.delete(name);
  }
  differences.push(...found.keys());
  for (const [table, rows] of fixedRows()) {
    const stored = differences.includes(table) ? rows : db.prepare(`SELECT * FROM ${table}`).all();
    const text = (list: readonly (readonly unknown[])[]): string =>
      list
        .map((row) => row.join('\t'))
        .sort()
        .join('\n');
    if (text(stored) !== text(rows)) differences.push(table);
  }
  return differences;
}

/** Every CREATE TABLE of a ledger with the name of its table. */
export function tableStatements(): { readonly name: string; readonly statement: string }[] {
  return STATEMENTS.filter((statement) => statement.startsWith('CREATE TABLE')).map((statement) => ({
    name: nameOf(statement),
    statement,
  }));
}

function nameOf(statement: string): string {
  return /^CREATE (?:UNIQUE )?(?:TABLE|INDEX|TRIGGER|VIEW) (\w+)/.exec(statement)?.[1] ?? '';
}
