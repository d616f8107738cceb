import { type HashedTable, isReleased, otherThanShipped } from '../../../rules';
import { type ErrorDetail, errorDetail, NorsktilskuddError } from '../../domain';
import type { Ledger } from '../../ledger';
import { readTables } from './read-tables';

/** What decides whether a ledger takes tables that no release had. */
export type TablesLedger = Pick<Ledger, 'rehearsal' | 'requiresSignatures' | 'listInForce'>;

/**
 * Refuses shipped tables that somebody has changed, in a real ledger (rulebook 1). A status is what the program shipped or
 * a signed list says, never what a file on disk says.
 *
 * @throws NorsktilskuddError refused TABLES_CHANGED with every table as a detail
 */
export function refuseChangedTables({ rehearsal }: { readonly rehearsal: boolean }): void {
  if (rehearsal) return;
  const details = changedTables();
  if (details.length > 0) throw new NorsktilskuddError('refused', 'TABLES_CHANGED', {}, details);
}

/** Shipped tables, as they lie on disk now, that are others than the program's. */
export function changedTables(): ErrorDetail[] {
  return otherThanShipped(readTables().tables).map(({ name, sha256, expected }) =>
    errorDetail('TABLE_CHANGED', { name, expected, found: sha256 }),
  );
}

/**
 * Refuses newer tables that nobody has approved: in a ledger that requires signatures they stand on its signed list of
 * tables, in one that goes by names they are accepted with a reference (data contract 3).
 *
 * @param accepted `NAME` or `NAME=REFERENCE`, as identities have it
 * @param day `YYYY-MM-DD`
 * @throws NorsktilskuddError refused TABLES_REFUSED with every table as a detail
 */
export function refuseNewerTables(
  tables: readonly HashedTable[],
  accepted: readonly string[],
  ledger: TablesLedger,
  day: string,
): void {
  if (ledger.rehearsal) return;
  const isSigned = ledger.requiresSignatures();
  if (!isSigned && tablesReference(accepted) !== '') return;
  const approved = ledger.listInForce('tables', day)?.list.files.map(({ sha256 }) => sha256) ?? [];
  const wrong = tables.filter((table) => !isReleased(table) && !approved.includes(table.sha256));
  if (wrong.length === 0) return;
  const code = isSigned ? 'TABLE_NOT_SIGNED' : 'TABLE_NOT_ACCEPTED';
  const details = wrong.map(({ name, sha256 }) => errorDetail(code, { name, sha256 }));
  throw new NorsktilskuddError('refused', 'TABLES_REFUSED', {}, details);
}

/** What newer tables were accepted with; empty for nothing. */
function tablesReference(accepted: readonly string[]): string {
  return accepted.find((text) => text.startsWith('tables='))?.slice('tables='.length) ?? '';
}
