import { type CheckedSignature, signatureAct, signaturesOfBatch } from '../approval/signatures';
import type { JournalAct } from '../codes';
import { createAct } from '../create-ledger';
import { contentColumns } from '../drafts/batch-columns';
import { type ActContent, contentOfRow, fieldsOf } from '../journal';
import { laterContent } from '../later/later-acts';
import { adoptAct, adoptedLists } from '../lists/lists';
import { LIST_KINDS } from '../lists/signed-list';
import type { OpenLedger } from '../posting-reads';
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
  const row = (columns: string, rest: string): ActContent | undefined =>
    contentOfRow(ledger.db, columns, rest, journal);
  switch (act) {
    case 'create':
      return createAct(ledger.rehearsal, hashOfListOf(ledger, journal));
    case 'draft':
      return row(contentColumns(format).join(', '), 'FROM batches WHERE journal = ?');
    case 'supersede':
      return row('b.run_id, e.superseded_by', `${ENDS} AND e.kind = 'superseded'`);
    case 'withdraw':
      return row('b.run_id', `${ENDS} AND e.kind = 'withdrawn'`);
    case 'attest':
    case 'approve':
      return signedContent(row(`b.run_id, a.role, ${reviewed('a')}`, APPROVALS), signatureOf(ledger, journal));
    case 'sign':
      return signedContent(row(`b.run_id, s.role, ${reviewed('b')}`, SIGNATURES), signatureOf(ledger, journal));
    case 'adopt':
      return adoptedContent(ledger, journal);
    case 'forget':
      return forgottenContent(
        row(FORGOTTEN + (ledger.format < 2 ? '' : ', left_hash'), 'FROM forgettings WHERE journal = ?'),
      );
    case 'prune':
      return row('snapshot, used', 'FROM prunings WHERE journal = ?');
    case 'post': {
      const content = row(
        'b.run_id, c.posting, c.previous_head AS previous_posting_head, c.head AS posting_head',
        `FROM posting_chain AS c JOIN batches AS b USING (batch)
         JOIN batch_ends AS e ON e.batch = b.batch AND e.kind = 'posted' AND e.journal = c.journal WHERE c.journal = ?`,
      );
      return content && { ...content, ...fieldsOf(body, FIGURES) };
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
const APPROVALS = 'FROM approvals AS a JOIN batches AS b USING (batch) WHERE a.journal = ?';
const SIGNATURES = 'FROM signatures AS s JOIN batches AS b USING (batch) WHERE s.journal = ?';
const FORGOTTEN = 'last_grant_year, persons';

/** What was seen of a batch, in a table under its name in a query. */
function reviewed(of: 'a' | 'b'): string {
  return ['manifest_hash', 'payments', 'paid', 'corrections', 'persons_corrected', 'held']
    .map((column) => `${of}.${column}`)
    .join(', ');
}

function signedContent(
  content: ActContent | undefined,
  signature: CheckedSignature | undefined,
): ActContent | undefined {
  return content && { ...content, ...signatureAct(signature) };
}

/** An act of format 1 says no hash of those who were left. */
function forgottenContent(content: ActContent | undefined): ActContent | undefined {
  const { left_hash: left, ...rest } = content ?? {};
  return left === '' ? rest : content;
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
