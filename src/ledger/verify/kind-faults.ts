import { type ErrorDetail, errorDetail } from '../../domain';
import type { OpenLedger } from '../posting-reads';
import { FIRST_KINDS, type KindTable, kindTables } from '../schema/kinds';
import { KIND_COLUMNS } from '../schema/schema';
import { knownSet } from '../schema/table-sets';

/** Kinds that another act brought than the file says: the first ones come with the ledger, later ones with their set. */
export function kindFaults(ledger: OpenLedger): ErrorDetail[] {
  if (ledger.format < 2) return [];
  const since = sinceOfKinds(ledger);
  return kindTables()
    .filter((table) =>
      ledger.db
        .prepare(`SELECT since, ${KIND_COLUMNS[table]} FROM ${table}`)
        .all()
        .some(([act, ...row]) => since.get(keyOf(table, row)) !== act),
    )
    .map((table) => errorDetail('LEDGER_ROWS_WITHOUT_ACT', { table }));
}

function sinceOfKinds({ db, tableSets }: OpenLedger): Map<string, number> {
  const migrated = db.prepare("SELECT sequence FROM journal WHERE act = 'migrate' LIMIT 1").get();
  const since = new Map<string, number>();
  for (const table of kindTables()) {
    for (const row of FIRST_KINDS[table]) since.set(keyOf(table, row), Number(migrated?.[0] ?? 1));
  }
  for (const [journal, name, version, hash] of db
    .prepare('SELECT journal, name, version, hash FROM table_sets')
    .all()) {
    const set = knownSet({ name: String(name), version: Number(version), hash: String(hash) }, tableSets);
    for (const table of kindTables()) {
      for (const row of set?.kinds[table] ?? []) since.set(keyOf(table, row), Number(journal));
    }
  }
  return since;
}

function keyOf(table: KindTable, row: readonly unknown[]): string {
  return [table, ...row].join('\t');
}
