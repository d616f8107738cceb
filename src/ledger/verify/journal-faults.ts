import { chainedHash, type ErrorDetail, errorDetail } from '../../domain';
import { JOURNAL_ACTS, type JournalAct } from '../codes';
import { oneOf, rowsOf, text, whole } from '../columns';
import { EMPTY_JOURNAL_HEAD } from '../hash-chain';
import { ACT_FORMAT, actBody, actorKey, placeColumns } from '../journal';
import { laterRows } from '../later/later-acts';
import type { OpenLedger } from '../posting-reads';
import { OUTCOME_ACTS } from '../receipts/tables';
import { signatureContent, signatureInBody } from '../signed-acts/act-signature';
import { SIGNED_ACTS } from '../signed-acts/write-signed-act';
import { contentOfAct } from './content-of-act';

const ROW = {
  number: whole('sequence'),
  act: oneOf('act', JOURNAL_ACTS),
  at: text('at'),
  actor: text('actor'),
  reason: text('reason'),
  build: text('build'),
  format: whole('format'),
  body: text('body'),
  previous: text('previous_hash'),
  hash: text('hash'),
};

/**
 * Checks the journal: acts numbered without gaps, each hash over the one before and the bytes, and the bytes equal to
 * what the columns of the act and the tables that it wrote say.
 *
 * @param withOutcomes false leaves out what outcomes of payments wrote, where nothing rests on it
 */
export function journalFaults(ledger: OpenLedger, withOutcomes = true): { acts: number; faults: ErrorDetail[] } {
  const faults: ErrorDetail[] = [];
  const counts = new Map<JournalAct, number>();
  let [sequence, head] = [0, EMPTY_JOURNAL_HEAD];
  const rows = rowsOf(ledger.db, { ...ROW, ...placeColumns(ledger.format) }, 'FROM journal ORDER BY sequence');
  for (const { number, act, previous, hash, body, format, ...by } of rows) {
    sequence += 1;
    counts.set(act, (counts.get(act) ?? 0) + 1);
    const chained = chainedHash(head, Buffer.from(body, 'utf8'));
    if (number !== sequence || previous !== head || hash !== chained) {
      faults.push(errorDetail('LEDGER_JOURNAL_BROKEN', { sequence: number }));
    }
    head = hash;
    if (!withOutcomes && OUTCOME_ACTS.some((name) => name === act)) continue;
    const content = contentOfAct(ledger, { act, journal: number, body, format });
    // The signature of such an act stands in its bytes alone; signedActFaults() holds it to the list.
    const isSigned = SIGNED_ACTS.some((name) => name === act);
    const all = content && { ...content, ...(isSigned ? signatureContent(signatureInBody(body)) : {}) };
    if (!isFormat(format) || all === undefined || actBody(act, by, all, format) !== body) {
      faults.push(errorDetail('LEDGER_ACT_DIFFERS', { sequence: number, act }));
    }
  }
  return { acts: sequence, faults: [...faults, ...rowsWithoutAct(ledger, counts), ...actorFaults(ledger)] };
}

/** Acts of format 1 stand for ever in ledgers that were migrated. */
function isFormat(format: unknown): format is 1 | 2 {
  return format === 1 || format === ACT_FORMAT;
}

/** Rows of the act tables that no act of the journal wrote. */
function rowsWithoutAct(ledger: OpenLedger, acts: ReadonlyMap<JournalAct, number>): ErrorDetail[] {
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
function actorFaults(ledger: OpenLedger): ErrorDetail[] {
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
