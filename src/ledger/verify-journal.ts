import { assert } from '../domain';
import type { SqlValue } from '../effects';
import { approvalAct } from './approve';
import { COLUMNS_OF_BATCH } from './batch-columns';
import { chainedHash, EMPTY_JOURNAL_HEAD } from './canonical';
import { JOURNAL_ACTS, type JournalAct, nameIn } from './codes';
import { type ActContent, actBody, actorKey, JOURNAL_FORMAT } from './journal';
import { createAct } from './open-ledger';
import { postAct } from './post';
import type { OpenLedger } from './posting-reads';
import { draftAct, supersedeAct } from './record-batch';
import type { LedgerFault } from './types';
import { outcomeContent } from './verify-outcomes';
import { withdrawAct } from './withdraw';

/**
 * Checks the journal: acts numbered without gaps, each hash over the one before and the bytes, and the bytes equal to
 * what the columns of the act and the tables that it wrote say.
 */
export function journalFaults(ledger: OpenLedger): { acts: number; faults: LedgerFault[] } {
  const faults: LedgerFault[] = [];
  const counts = new Map<JournalAct, number>();
  let [sequence, head] = [0, EMPTY_JOURNAL_HEAD];
  const rows = ledger.db.prepare(
    'SELECT sequence, act, at, actor, reason, build, format, body, previous_hash, hash FROM journal ORDER BY sequence',
  );
  for (const row of rows.all()) {
    const [number, actName, at, actor, reason, build, format, body, previous, hash] = row;
    sequence += 1;
    const act = nameIn(JOURNAL_ACTS, actName);
    counts.set(act, (counts.get(act) ?? 0) + 1);
    const chained = chainedHash(head, Buffer.from(String(body), 'utf8'));
    if (number !== sequence || previous !== head || hash !== chained) {
      faults.push({ code: 'LEDGER_JOURNAL_BROKEN', params: { sequence: Number(number) } });
    }
    head = String(hash);
    const by = { actor: String(actor), at: String(at), build: String(build), reason: String(reason) };
    const content = contentOf(ledger, act, Number(number));
    if (format !== JOURNAL_FORMAT || content === undefined || actBody(act, by, content) !== body) {
      faults.push({ code: 'LEDGER_ACT_DIFFERS', params: { sequence: Number(number), act } });
    }
  }
  return { acts: sequence, faults: [...faults, ...extraRows(ledger, counts), ...actorFaults(ledger)] };
}

/** What the tables say that the act wrote; undefined where they hold nothing of it. */
function contentOf(ledger: OpenLedger, act: JournalAct, journal: number): ActContent | undefined {
  const read = (sql: string): SqlValue[] | undefined => ledger.db.prepare(sql).get(journal);
  switch (act) {
    case 'create':
      return createAct(ledger.rehearsal);
    case 'draft':
      return draftContent(read(`SELECT ${COLUMNS_OF_BATCH.join(', ')} FROM batches WHERE journal = ?`));
    case 'supersede': {
      const row = read(`SELECT b.run_id, e.superseded_by ${ENDS} AND e.kind = 'superseded'`);
      return row && supersedeAct(String(row[0]), String(row[1]));
    }
    case 'withdraw': {
      const row = read(`SELECT b.run_id ${ENDS} AND e.kind = 'withdrawn'`);
      return row && withdrawAct(String(row[0]));
    }
    case 'approve':
      return approvalContent(read(APPROVAL));
    case 'post': {
      const row = read(
        `SELECT b.run_id, c.posting, c.previous_head, c.head FROM posting_chain AS c JOIN batches AS b USING (batch)
         JOIN batch_ends AS e ON e.batch = b.batch AND e.kind = 'posted' AND e.journal = c.journal WHERE c.journal = ?`,
      );
      return row && postAct(String(row[0]), Number(row[1]), String(row[2]), String(row[3]));
    }
    case 'outcome':
      return outcomeContent(ledger, journal);
  }
}

const ENDS = 'FROM batch_ends AS e JOIN batches AS b USING (batch) WHERE e.journal = ?';
const APPROVAL = `SELECT b.run_id, a.role, a.manifest_hash, a.payments, a.paid, a.corrections, a.persons_corrected, a.held
  FROM approvals AS a JOIN batches AS b USING (batch) WHERE a.journal = ?`;

function draftContent(row: readonly SqlValue[] | undefined): ActContent | undefined {
  if (!row) return undefined;
  return draftAct((column) => {
    const value = row[COLUMNS_OF_BATCH.indexOf(column)];
    assert(typeof value === 'string' || typeof value === 'number', `batches holds no ${column}`);
    return value;
  });
}

function approvalContent(row: readonly SqlValue[] | undefined): ActContent | undefined {
  if (!row) return undefined;
  const [runId, role, manifestHash, payments, paid, corrections, persons, held] = row;
  return approvalAct(String(runId), String(role), {
    manifestHash: String(manifestHash),
    payments: Number(payments),
    paidNok: Number(paid),
    correctionsNok: Number(corrections),
    personsCorrected: Number(persons),
    heldNok: Number(held),
  });
}

/** Rows of the act tables that no act of the journal wrote. */
function extraRows(ledger: OpenLedger, acts: ReadonlyMap<JournalAct, number>): LedgerFault[] {
  const written = (...names: readonly JournalAct[]): number =>
    names.reduce((sum, name) => sum + (acts.get(name) ?? 0), 0);
  const expected: readonly [string, number][] = [
    ['batches', written('draft')],
    ['batch_ends', written('supersede', 'withdraw', 'post')],
    ['approvals', written('approve')],
    ['posting_chain', written('post')],
  ];
  return expected
    .filter(([table, count]) => ledger.db.prepare(`SELECT count(*) FROM ${table}`).get()?.[0] !== count)
    .map(([table]) => ({ code: 'LEDGER_ROWS_WITHOUT_ACT', params: { table } }));
}

/** Actors in batches and approvals are those of their acts, and no runner approves. */
function actorFaults(ledger: OpenLedger): LedgerFault[] {
  const faults: LedgerFault[] = [];
  for (const table of ['batches', 'approvals']) {
    const rows = ledger.db
      .prepare(
        `SELECT t.actor, t.actor_key, j.actor, j.sequence FROM ${table} AS t JOIN journal AS j ON j.sequence = t.journal`,
      )
      .all();
    for (const [actor, key, journalActor, sequence] of rows) {
      if (actor === journalActor && key === actorKey(String(actor))) continue;
      faults.push({ code: 'LEDGER_ACT_DIFFERS', params: { sequence: Number(sequence), act: table } });
    }
  }
  const own = ledger.db
    .prepare('SELECT a.journal FROM approvals AS a JOIN batches AS b USING (batch) WHERE a.actor_key = b.actor_key')
    .all();
  return [
    ...faults,
    ...own.map(([sequence]) => ({ code: 'LEDGER_OWN_APPROVAL', params: { sequence: Number(sequence) } })),
  ];
}
