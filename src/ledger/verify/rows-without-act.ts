import { type ErrorDetail, errorDetail } from '../../domain';
import type { JournalAct } from '../codes';
import { actorKey } from '../journal';
import { laterRows } from '../later/later-acts';
import type { OpenLedger } from '../posting-reads';

/** Rows of the act tables that no act of the journal wrote. */
export function rowsWithoutAct(ledger: OpenLedger, acts: ReadonlyMap<JournalAct, number>): ErrorDetail[] {
  const written = (...names: readonly JournalAct[]): number =>
    names.reduce((sum, name) => sum + (acts.get(name) ?? 0), 0);
  const expected: (readonly [string, number])[] = [
    ['batches', written('draft')],
    ['batch_ends', written('supersede', 'withdraw', 'post')],
    ['approvals', written('attest', 'approve')],
    ['forgettings', written('forget')],
    ['prunings', written('prune')],
    ['posting_chain', written('post')],
    ...(ledger.format < 2 ? [] : [['table_sets', written('extend')] as const]),
    ...laterRows(ledger).map(({ table, acts: names }) => [table, written(...names)] as const),
  ];
  const loose: ErrorDetail[] = Object.entries(ACTS_OF_ROWS)
    .filter(
      ([table, acts]) =>
        ledger.db
          .prepare(
            `SELECT 1 FROM ${table} AS t LEFT JOIN journal AS j ON j.sequence = t.journal
             WHERE coalesce(j.act, '') NOT IN (${acts}) LIMIT 1`,
          )
          .get() !== undefined,
    )
    .map(([table]) => errorDetail('LEDGER_ROWS_WITHOUT_ACT', { table }));
  const miscounted = expected
    .filter(([table, count]) => ledger.db.prepare(`SELECT count(*) FROM ${table}`).get()?.[0] !== count)
    .map(([table]) => errorDetail('LEDGER_ROWS_WITHOUT_ACT', { table }));
  return [...loose, ...miscounted];
}

/** Acts that rows can stand beside, where not each such act writes one. */
const ACTS_OF_ROWS = { signed_lists: "'create', 'adopt'", signatures: "'sign', 'attest', 'approve'" } as const;

/** Actors in batches and approvals are those of their acts, and no runner approves. */
export function actorFaults(ledger: OpenLedger): ErrorDetail[] {
  const faults: ErrorDetail[] = [];
  for (const table of ['batches', 'approvals']) {
    const rows = ledger.db
      .prepare(
        `SELECT t.actor, t.actor_key, j.actor, j.sequence FROM ${table} AS t JOIN journal AS j ON j.sequence = t.journal`,
      )
      .all();
    for (const [actor, key, journalActor, sequence] of rows) {
      if (actor === journalActor && key === actorKey(String(actor))) continue;
      faults.push(errorDetail('LEDGER_ACT_DIFFERS', { sequence: Number(sequence), act: table }));
    }
  }
  const own = ledger.db
    .prepare(
      `SELECT a.journal FROM approvals AS a JOIN batches AS b USING (batch)
       WHERE a.actor_key = b.actor_key AND a.role <> 'attestant'`,
    )
    .all();
  return [...faults, ...own.map(([sequence]) => errorDetail('LEDGER_OWN_APPROVAL', { sequence: Number(sequence) }))];
}
