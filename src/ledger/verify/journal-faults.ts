import { assert } from '../../domain';
import type { SqlValue } from '../../effects';
import { approvalAct } from '../approval/approval-acts';
import { postAct } from '../approval/post';
import type { CheckedSignature } from '../approval/signature-rules';
import { signaturesOfBatch } from '../approval/signatures';
import { chainedHash, EMPTY_JOURNAL_HEAD } from '../canonical';
import { JOURNAL_ACTS, type JournalAct, nameIn } from '../codes';
import { COLUMNS_OF_BATCH } from '../drafts/batch-columns';
import { draftAct, supersedeAct } from '../drafts/record-batch';
import { withdrawAct } from '../drafts/withdraw';
import { type ActContent, actBody, actorKey, JOURNAL_FORMAT } from '../journal';
import { adoptAct, adoptedLists } from '../lists/lists';
import { LIST_KINDS } from '../lists/signed-list';
import { createAct } from '../open-ledger';
import type { OpenLedger } from '../posting-reads';
import { forgetAct } from '../retention/forget';
import { pruneAct } from '../retention/retention';
import type { LedgerFault } from '../types';
import { outcomeContent } from './outcome-faults';

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
      return createAct(ledger.rehearsal, hashOfListOf(ledger, journal));
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
    case 'attest':
    case 'approve':
      return approvalContent(read(APPROVAL), signatureOf(ledger, journal));
    case 'sign':
      return approvalContent(read(RUNNER_SIGNATURE), signatureOf(ledger, journal));
    case 'adopt':
      return adoptedContent(ledger, journal);
    case 'forget': {
      const row = read('SELECT last_grant_year, persons FROM forgettings WHERE journal = ?');
      return row && forgetAct(Number(row[0]), Number(row[1]));
    }
    case 'prune': {
      const row = read('SELECT snapshot, used FROM prunings WHERE journal = ?');
      return row && pruneAct(String(row[0]), Number(row[1]));
    }
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
const RUNNER_SIGNATURE = `SELECT b.run_id, s.role, b.manifest_hash, b.payments, b.paid, b.corrections,
  b.persons_corrected, b.held FROM signatures AS s JOIN batches AS b USING (batch) WHERE s.journal = ?`;

function draftContent(row: readonly SqlValue[] | undefined): ActContent | undefined {
  if (!row) return undefined;
  return draftAct((column) => {
    const value = row[COLUMNS_OF_BATCH.indexOf(column)];
    assert(typeof value === 'string' || typeof value === 'number', `batches holds no ${column}`);
    return value;
  });
}

function approvalContent(
  row: readonly SqlValue[] | undefined,
  signature: CheckedSignature | undefined,
): ActContent | undefined {
  if (!row) return undefined;
  const [runId, role, manifestHash, payments, paid, corrections, persons, held] = row;
  return approvalAct(
    String(runId),
    String(role),
    {
      manifestHash: String(manifestHash),
      payments: Number(payments),
      paidNok: Number(paid),
      correctionsNok: Number(corrections),
      personsCorrected: Number(persons),
      heldNok: Number(held),
    },
    signature,
  );
}

function signatureOf(ledger: OpenLedger, journal: number): CheckedSignature | undefined {
  const batch = ledger.db.prepare('SELECT batch FROM signatures WHERE journal = ?').get(journal);
  return batch && signaturesOfBatch(ledger.db, Number(batch[0])).find((signature) => signature.journal === journal);
}

function hashOfListOf(ledger: OpenLedger, journal: number): string | undefined {
  const row = ledger.db.prepare('SELECT hash FROM signed_lists WHERE journal = ?').get(journal);
  return row && String(row[0]);
}

function adoptedContent(ledger: OpenLedger, journal: number): ActContent | undefined {
  const lists = LIST_KINDS.flatMap((kind) => adoptedLists(ledger.db, kind));
  const adopted = lists.find((entry) => entry.journal === journal);
  return adopted && adoptAct(adopted.list);
}

/** Rows of the act tables that no act of the journal wrote. */
function extraRows(ledger: OpenLedger, acts: ReadonlyMap<JournalAct, number>): LedgerFault[] {
  const written = (...names: readonly JournalAct[]): number =>
    names.reduce((sum, name) => sum + (acts.get(name) ?? 0), 0);
  const expected: readonly [string, number][] = [
    ['batches', written('draft')],
    ['batch_ends', written('supersede', 'withdraw', 'post')],
    ['approvals', written('attest', 'approve')],
    ['forgettings', written('forget')],
    ['prunings', written('prune')],
    ['posting_chain', written('post')],
  ];
  const loose: LedgerFault[] = Object.entries(ACTS_OF_ROWS)
    .filter(
      ([table, acts]) =>
        ledger.db
          .prepare(
            `SELECT 1 FROM ${table} AS t LEFT JOIN journal AS j ON j.sequence = t.journal
             WHERE coalesce(j.act, '') NOT IN (${acts}) LIMIT 1`,
          )
          .get() !== undefined,
    )
    .map(([table]) => ({ code: 'LEDGER_ROWS_WITHOUT_ACT', params: { table } }));
  const miscounted = expected
    .filter(([table, count]) => ledger.db.prepare(`SELECT count(*) FROM ${table}`).get()?.[0] !== count)
    .map(([table]) => ({ code: 'LEDGER_ROWS_WITHOUT_ACT', params: { table } }));
  return [...loose, ...miscounted];
}

/** Acts that rows can stand beside, where not each such act writes one. */
const ACTS_OF_ROWS = { signed_lists: "'create', 'adopt'", signatures: "'sign', 'attest', 'approve'" } as const;

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
    .prepare(
      `SELECT a.journal FROM approvals AS a JOIN batches AS b USING (batch)
       WHERE a.actor_key = b.actor_key AND a.role <> 'attestant'`,
    )
    .all();
  return [
    ...faults,
    ...own.map(([sequence]) => ({ code: 'LEDGER_OWN_APPROVAL', params: { sequence: Number(sequence) } })),
  ];
}
