import { assert, NorsktilskuddError } from '../../domain';
import { type ActBy, writeAct } from '../journal';
import type { OpenLedger } from '../posting-reads';
import { insertKinds, nameOf } from '../schema/schema';
import { extendAct, heldSets, type TableSet, tableSetHash } from '../schema/table-sets';

/**
 * Adds a set of later tables with its kinds to a ledger, by one act. The same again: "already" (false).
 *
 * @returns whether the set was added now
 * @throws NorsktilskuddError refused LEDGER_TABLES_NOT_NEXT where the version before is missing
 */
export function extendLedger(ledger: OpenLedger, set: TableSet, by: ActBy): boolean {
  const { db } = ledger;
  assert(ledger.tableSets.includes(set), `the set ${set.name} is not one that this program knows`);
  return db.transaction(() => {
    const held = heldSets(db).filter(({ name }) => name === set.name);
    if (held.some(({ version }) => version === set.version)) return false;
    const last = Math.max(0, ...held.map(({ version }) => version));
    if (last !== set.version - 1) {
      throw new NorsktilskuddError('refused', 'LEDGER_TABLES_NOT_NEXT', {
        path: ledger.path,
        name: set.name,
        version: set.version,
        last,
      });
    }
    const journal = writeAct(db, 'extend', by, extendAct(set));
    for (const statement of set.statements) {
      replaceable(ledger, nameOf(statement));
      db.exec(statement);
    }
    const { name, version } = set;
    db.prepare('INSERT INTO table_sets VALUES (?, ?, ?, ?)').run(name, version, tableSetHash(set), journal);
    insertKinds(db, set.kinds, journal);
    return true;
  });
}

/** Takes away a trigger or view that the set brings anew. A table is never taken away. */
function replaceable({ db }: OpenLedger, name: string): void {
  const found = db.prepare('SELECT type FROM sqlite_master WHERE name = ?').get(name);
  if (found === undefined) return;
  assert(found[0] === 'trigger' || found[0] === 'view', `a set brings ${name} anew, which is a ${String(found[0])}`);
  db.exec(`DROP ${String(found[0])} ${name}`);
}
