import { sha256Hex } from '../../domain';
import type { Database } from '../../effects';
import { ACCESS_HEADS_1 } from '../access-heads/tables';
import { CASES_1 } from '../cases/tables';
import { CLAIMS_1 } from '../claims/tables';
import { type RowOf, rowsOf, text, whole } from '../columns';
import { CASE_DELETIONS_1, RECEIPT_DELETIONS_1 } from '../deletions/tables';
import { type ActContent, fieldsOf } from '../journal';
import { OPENING_PAYMENTS_1 } from '../opening-payments/tables';
import { PAYMENT_FILES_1 } from '../payment-files/tables';
import type { OpenLedger } from '../posting-reads';
import { RECEIPTS_1 } from '../receipts/tables';
import { RECIPIENT_TABLES } from '../recipients/recipient-tables';
import { textRow } from '../rows-text';
import { KIND_TABLES, type TableSet } from './kinds';

export type { TableSet };

/** Sets that this program knows, the versions of a name in ascending order. */
export const TABLE_SETS: readonly TableSet[] = [
  PAYMENT_FILES_1,
  RECIPIENT_TABLES,
  OPENING_PAYMENTS_1,
  RECEIPTS_1,
  CASES_1,
  CLAIMS_1,
  ACCESS_HEADS_1,
  RECEIPT_DELETIONS_1,
  CASE_DELETIONS_1,
];

/** Rows of a set's kinds as its act tells them: table, then the values of the row, with tabs. */
function kindTexts(kinds: TableSet['kinds']): string[] {
  return KIND_TABLES.flatMap((table) => (kinds[table] ?? []).map((row) => [table, ...row].join('\t')));
}

/** Hash of all that a set brings. */
export function tableSetHash({ name, version, statements, kinds }: TableSet): string {
  return sha256Hex(
    [
      textRow('norsktilskudd tables', name, version),
      ...statements.map((statement) => `${statement};\n`),
      ...kindTexts(kinds).map((text) => `${text}\n`),
    ].join(''),
  );
}

/** A set as the file names it. */
const HELD = { name: text('name'), version: whole('version'), hash: text('hash') };
export type HeldSet = RowOf<typeof HELD>;

/** Sets that the file holds, in the order in which they came. */
export function heldSets(db: Database): HeldSet[] {
  return rowsOf(db, HELD, 'FROM table_sets ORDER BY journal');
}

/** The set that the file means; undefined where this program does not know it. */
export function knownSet({ name, version, hash }: HeldSet, sets: readonly TableSet[]): TableSet | undefined {
  return sets.find((set) => set.name === name && set.version === version && tableSetHash(set) === hash);
}

/** Whether an act in the journal brought the set that the file names. */
export function isToldByAct(db: Database, { name, version, hash }: HeldSet): boolean {
  return db
    .prepare("SELECT body FROM journal WHERE act = 'extend'")
    .all()
    .map(([body]) => fieldsOf(String(body), ['name', 'version', 'hash']))
    .some((said) => said.name === name && said.version === version && said.hash === hash);
}

/** What the journal says of a set of tables. */
export function extendAct(set: TableSet): ActContent {
  return { name: set.name, version: set.version, hash: tableSetHash(set), kinds: kindTexts(set.kinds) };
}

/** Whether the ledger has the tables of a set. */
export function hasTables(ledger: OpenLedger, name: string): boolean {
  return ledger.format >= 2 && heldSets(ledger.db).some((set) => set.name === name);
}
