import { assert } from '../../domain';
import type { SqlValue } from '../../effects';
import { approvalAct } from '../approval/approval-acts';
import { postAct } from '../approval/post';
import { type CheckedSignature, signaturesOfBatch } from '../approval/signatures';
import type { JournalAct } from '../codes';
import { createAct } from '../create-ledger';
import { COLUMNS_OF_BATCH, columnsSql } from '../drafts/batch-columns';
import { draftAct, supersedeAct } from '../drafts/record-batch';
import { withdrawAct } from '../drafts/withdraw';
import { type ActContent, fieldsOf } from '../journal';
import { laterContent } from '../later/later-acts';
import { adoptAct, adoptedLists } from '../lists/lists';
import { LIST_KINDS } from '../lists/signed-list';
import type { OpenLedger } from '../posting-reads';
import { forgetAct } from '../retention/forget';
import { pruneAct } from '../retention/retention';
import { extendAct, knownSet } from '../schema/table-sets';
import { outcomeContent } from './outcome-faults';

/** An act as the journal has it. */
export interface StoredAct {
  readonly act: JournalAct;
  readonly journal: number;
  readonly body: string;
  readonly format: number;
}

/** What the tables say that the act wrote; undefined where they hold nothing of it. */
export function contentOfAct(ledger: OpenLedger, { act, journal, body, format }: StoredAct): ActContent | undefined {
  const read = (sql: string): SqlValue[] | undefined => ledger.db.prepare(sql).get(journal);
  switch (act) {
    case 'create':
      return createAct(ledger.rehearsal, hashOfListOf(ledger, journal));
    case 'draft':
      return draftContent(read(`SELECT ${columnsSql(ledger.format)} FROM batches WHERE journal = ?`), format);
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
      const left = ledger.format < 2 ? "''" : 'left_hash';
      const row = read(`SELECT last_grant_year, persons, ${left} FROM forgettings WHERE journal = ?`);
      return row && forgetAct(Number(row[0]), Number(row[1]), String(row[2]));
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
      return (
        row && {
          ...postAct(String(row[0]), Number(row[1]), String(row[2]), String(row[3]), undefined),
          ...fieldsOf(body, FIGURES),
        }
      );
    }
    case 'outcome':
      return outcomeContent(ledger, journal, body);
    case 'extend':
      return extendedContent(ledger, journal);
    case 'migrate':
      return fieldsOf(body, ['from_format', 'to_format', 'persons', 'persons_hash', 'balances_hash', 'postings']);
    case 'continue':
      return fieldsOf(body, ['note', 'lost', 'never_paid']);
    default:
      return laterContent(ledger, { act, journal, body });
  }
}

/** Figures of a posting stand in its act alone; figureFaults() holds them to what they are of. */
const FIGURES = ['last_grant_year', 'ends_hash', 'balances_hash'];

function extendedContent({ db, tableSets }: OpenLedger, journal: number): ActContent | undefined {
  const row = db.prepare('SELECT name, version, hash FROM table_sets WHERE journal = ?').get(journal);
  if (!row) return undefined;
  const held = { name: String(row[0]), version: Number(row[1]), hash: String(row[2]) };
  const set = knownSet(held, tableSets);
  return set && extendAct(set);
}

const ENDS = 'FROM batch_ends AS e JOIN batches AS b USING (batch) WHERE e.journal = ?';
const APPROVAL = `SELECT b.run_id, a.role, a.manifest_hash, a.payments, a.paid, a.corrections, a.persons_corrected, a.held
  FROM approvals AS a JOIN batches AS b USING (batch) WHERE a.journal = ?`;
const RUNNER_SIGNATURE = `SELECT b.run_id, s.role, b.manifest_hash, b.payments, b.paid, b.corrections,
  b.persons_corrected, b.held FROM signatures AS s JOIN batches AS b USING (batch) WHERE s.journal = ?`;

function draftContent(row: readonly SqlValue[] | undefined, format: number): ActContent | undefined {
  if (!row) return undefined;
  return draftAct((column) => {
    const value = row[COLUMNS_OF_BATCH.indexOf(column)];
    assert(typeof value === 'string' || typeof value === 'number', `batches holds no ${column}`);
    return value;
  }, format);
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
