import { COMPONENTS, NETTING_GROUPS, nettingGroupOf } from '../../domain';
import type { Database } from '../../effects';
import { componentNumber, groupNumber } from '../codes';
import { ACT_TABLES, DRAFT_TABLES } from './act-tables';
import { FORMAT_1_OWN } from './format-1';
import { GUARDS } from './guards';
import {
  FIRST_KINDS,
  KIND_COLUMNS,
  KIND_GUARDS,
  KIND_STATEMENTS,
  KIND_TABLES,
  type KindRow,
  type KindTable,
} from './kinds';
import { OUTCOME_GUARDS, OUTCOME_TABLES, OUTCOME_VIEWS } from './outcome-tables';
import { POSTED_TABLES, RETENTION_GUARDS, RETENTION_TABLES, VIEWS } from './posted-tables';
import { SIGNATURE_GUARDS, SIGNATURE_TABLES } from './signature-tables';
import { heldSets, knownSet, type TableSet } from './table-sets';

/** Marks an SQLite file as a ledger: the letters NTLG. */
export const APPLICATION_ID = 0x4e544c47;
/** Format of the ledger file. A change of shape or of meaning gets a new number. */
export const FORMAT = 2;
/** The oldest format that is read. */
export const OLDEST_FORMAT = 1;

/** The shape of a file: its format and the later tables that it may hold. */
export interface Shape {
  readonly format: number;
  /** Sets of later tables that this program knows. */
  readonly tableSets: readonly TableSet[];
}

/** Every statement of format 2, tables before what guards them. */
export const STATEMENTS: readonly string[] = [
  ...KIND_STATEMENTS,
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
  ...KIND_GUARDS,
];

/** Format 1 had kinds in the rules of columns, and no sets of tables. */
const STATEMENTS_1: readonly string[] = [
  ...STATEMENTS.filter((statement) => {
    const name = nameOf(statement);
    const isOther = FORMAT_1_OWN.some((own) => nameOf(own) === name);
    return !isOther && ![...KIND_STATEMENTS, ...KIND_GUARDS].includes(statement);
  }),
  ...FORMAT_1_OWN,
];

/** Writes the shape and the fixed names into a new file. The caller holds the transaction and adds the kinds. */
export function createSchema(db: Database, rehearsal: boolean): void {
  db.exec(STATEMENTS.join(';\n'));
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${FORMAT}`);
  db.prepare('INSERT INTO ledger (one, rehearsal) VALUES (1, ?)').run(rehearsal ? 1 : 0);
  for (const [table, rows] of namedRows()) insertRows(db, table, rows);
}

/** Adds kinds, with the act that brings them: the last one. */
export function insertKinds(
  db: Database,
  kinds: Readonly<Partial<Record<KindTable, readonly KindRow[]>>>,
  since: number,
): void {
  for (const table of KIND_TABLES) {
    insertRows(
      db,
      table,
      (kinds[table] ?? []).map((row) => [...row, since]),
    );
  }
}

function insertRows(db: Database, table: string, rows: readonly KindRow[]): void {
  const places = rows[0]?.map(() => '?').join(', ') ?? '';
  for (const row of rows) db.prepare(`INSERT INTO ${table} VALUES (${places})`).run(...row);
}

/** Numbers and names that other tables use. */
function namedRows(): [table: string, rows: KindRow[]][] {
  return [
    ['netting_groups', NETTING_GROUPS.map((group) => [groupNumber(group), group])],
    ['components', COMPONENTS.map((name) => [componentNumber(name), name, groupNumber(nettingGroupOf(name))])],
  ];
}

/** Numbers of the groups and components with which every ledger began; a later one comes with the first draft that has it. */
const FIRST_NUMBERS: Readonly<Record<string, number>> = { netting_groups: 5, components: 8 };

/** Adds groups and components that came after the ledger was made. */
export function addLaterNames(db: Database): void {
  for (const [table, rows] of namedRows()) insertRows(db, table, rowsNotIn(db, table, rows));
}

function rowsNotIn(db: Database, table: string, rows: readonly KindRow[]): KindRow[] {
  const stored = new Set(
    db
      .prepare(`SELECT * FROM ${table}`)
      .all()
      .map(([number]) => Number(number)),
  );
  return rows.filter(([number]) => !stored.has(Number(number)));
}

/** Names that a file may lack, since it was made before them. */
function withoutLaterNames(db: Database, table: string, rows: readonly KindRow[]): readonly KindRow[] {
  const first = FIRST_NUMBERS[table];
  if (first === undefined) return rows;
  const missing = rowsNotIn(db, table, rows).filter(([number]) => Number(number) > first);
  return rows.filter((row) => !missing.includes(row));
}

/**
 * What differs between the file's shape and the one that this program writes: names of tables, triggers, indexes and
 * views that are missing, changed or extra, and of name tables with other rows. Empty when all is as it was made.
 */
export function schemaDifferences(db: Database, shape: Shape): string[] {
  const found = new Map<string, string>();
  const rows = db
    .prepare("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
    .all();
  for (const [name, sql] of rows) found.set(String(name), String(sql));
  const differences: string[] = [];
  // The tables that say what else there is are looked at first, since they are read.
  const isReadable = shape.format < 2 || KIND_STATEMENTS.every((sql) => found.get(nameOf(sql)) === sql);
  const sets = isReadable ? setsHeldBy({ db, ...shape }) : [];
  for (const [name, statement] of expectedStatements(shape, sets)) {
    if (found.get(name) !== statement) differences.push(name);
    found.delete(name);
  }
  differences.push(...found.keys());
  for (const [table, expected, columns] of expectedRows(shape, sets)) {
    if (differences.includes(table)) continue;
    const stored = db.prepare(`SELECT ${columns} FROM ${table}`).all();
    if (rowsText(stored) !== rowsText(withoutLaterNames(db, table, expected))) differences.push(table);
  }
  return differences;
}

/** Sets of later tables that the file holds and this program knows. */
export function setsHeldBy({ db, format, tableSets }: Shape & { readonly db: Database }): TableSet[] {
  return format < 2 ? [] : heldSets(db).flatMap((held) => knownSet(held, tableSets) ?? []);
}

/** Statements by name; one of a later set takes the place of an earlier one of its name. */
function expectedStatements({ format }: Shape, sets: readonly TableSet[]): Map<string, string> {
  const all = [...(format < 2 ? STATEMENTS_1 : STATEMENTS), ...sets.flatMap(({ statements }) => statements)];
  return new Map(all.map((statement) => [nameOf(statement), statement]));
}

function expectedRows(
  { format }: Shape,
  sets: readonly TableSet[],
): (readonly [table: string, rows: readonly KindRow[], columns: string])[] {
  const names = namedRows().map(([table, rows]) => [table, rows, '*'] as const);
  if (format < 2) return [...names, ['posting_kinds', FIRST_KINDS.posting_kinds, '*']];
  const kinds = KIND_TABLES.map((table) => {
    const rows = [...FIRST_KINDS[table], ...sets.flatMap((set) => set.kinds[table] ?? [])];
    return [table, rows, KIND_COLUMNS[table]] as const;
  });
  return [...names, ...kinds];
}

function rowsText(rows: readonly (readonly unknown[])[]): string {
  return rows
    .map((row) => row.join('\t'))
    .sort()
    .join('\n');
}

/** Every CREATE TABLE of a ledger with the name of its table. */
export function tableStatements(
  format: number = FORMAT,
  sets: readonly TableSet[] = [],
): { readonly name: string; readonly statement: string }[] {
  const all = [...expectedStatements({ format, tableSets: [] }, sets)];
  return all
    .filter(([, statement]) => statement.startsWith('CREATE TABLE'))
    .map(([name, statement]) => ({ name, statement }));
}

/** Name of what a CREATE statement makes. */
export function nameOf(statement: string): string {
  return /^CREATE (?:UNIQUE )?(?:TABLE|INDEX|TRIGGER|VIEW) (\w+)/.exec(statement)?.[1] ?? '';
}
