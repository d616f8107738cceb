import { at, COMPONENTS, type Component, type NettingGroup, NO_PERSON, nettingGroupOf } from '../../domain';
import type { SqlValue } from '../../effects';
import { componentOfNumber, groupOfNumber, kindOfNumber, nameIn, POSTING_KINDS, type PostingKind } from '../codes';
import { rowsOf } from '../columns';
import { knownBatch } from '../drafts/batches';
import { readDraftContent } from '../drafts/draft-reads';
import type { LedgerPayment } from '../outcomes/outcome-types';
import { ORDERED } from '../outcomes/outcome-types';
import { type OpenLedger, postingOfHead } from '../posting-reads';

/** A line of a batch, posted or draft. */
export interface LedgerLine {
  readonly runId: string;
  /** Ordinal in payout_lines.csv, from 1. */
  readonly line: number;
  readonly kind: PostingKind;
  readonly grantYear: number;
  readonly component: Component;
  /** NO_PERSON for none; null where the person has been deleted from the ledger. */
  readonly personId: number | null;
  readonly basisRecipient: number;
  readonly recipient: number;
  readonly group: NettingGroup;
  readonly amountNok: number;
  readonly code: string;
  /** null where it is empty. */
  readonly annualAmountNok: number | null;
  /** Act of a case that an adjustment is of, 0 for none. */
  readonly act: number;
}

/** Columns of a posting as lineOf() reads them. */
const POSTING_COLUMNS = `b.run_id, p.line, p.kind, p.grant_year, p.component, p.person, s.duf,
  p.basis_recipient, p.recipient, p.netting_group, p.amount, p.code, p.annual_amount, p.case_number`;

/** A posting from its row. */
function lineOf(row: readonly SqlValue[]): LedgerLine {
  const person = Number(row[5]);
  const duf = row[6] === null ? null : Number(row[6]);
  return {
    runId: String(row[0]),
    line: Number(row[1]),
    kind: kindOfNumber(row[2]),
    grantYear: Number(row[3]),
    component: componentOfNumber(row[4]),
    personId: person === 0 ? NO_PERSON : duf,
    basisRecipient: Number(row[7]),
    recipient: Number(row[8]),
    group: groupOfNumber(row[9]),
    amountNok: Number(row[10]),
    code: String(row[11]),
    annualAmountNok: row[12] === null ? null : Number(row[12]),
    act: Number(row[13]),
  };
}

const SELECT = `SELECT ${POSTING_COLUMNS}
FROM postings AS p JOIN posting_chain AS c USING (posting) JOIN batches AS b USING (batch)
LEFT JOIN persons AS s ON s.person = p.person`;

const PAGE_LINES = 4_096;

/** Lines of a batch in their order: its postings, or its draft lines while it is a draft; none for a dead draft. */
export function* linesOf(ledger: OpenLedger, runId: string): Generator<LedgerLine> {
  const batch = knownBatch(ledger, runId);
  if (batch.posting > 0) {
    yield* postedLines(ledger, batch.posting);
    return;
  }
  for (const line of readDraftContent(ledger.db, batch.batch).lines) {
    const component = nameIn(COMPONENTS, line.component);
    yield { ...line, runId, component, kind: nameIn(POSTING_KINDS, line.kind), group: nettingGroupOf(component) };
  }
}

/** A page at a time, so that whoever reads them can write to the ledger in between. */
function* postedLines({ db }: OpenLedger, posting: number): Generator<LedgerLine> {
  const page = db.prepare(`${SELECT} WHERE p.posting = ? AND p.line > ? ORDER BY p.line LIMIT ${PAGE_LINES}`);
  let last = 0;
  for (;;) {
    const lines = page.all(posting, last).map(lineOf);
    if (lines.length === 0) return;
    yield* lines;
    last = lines.at(-1)?.line ?? last;
  }
}

/** Payments that a posted batch ordered, by recipient and group. */
export function paymentsOf(ledger: OpenLedger, runId: string): LedgerPayment[] {
  return orderedPayments(ledger, knownBatch(ledger, runId).posting).map((payment) => ({ runId, ...payment }));
}

/** The same by the batch's place in the chain. */
export function orderedPayments({ db }: OpenLedger, posting: number): Omit<LedgerPayment, 'runId'>[] {
  return rowsOf(db, ORDERED, 'FROM payments WHERE posting = ? ORDER BY recipient, netting_group', posting);
}

/** A posting that counts as of a posting head, with the batch that posted it. */
export interface CountedPosting extends LedgerLine {
  /** Place of the batch in the posting chain. */
  readonly posting: number;
  /** Term of the batch, 0 for an opening batch. */
  readonly term: number;
  /** D of the batch, `YYYY-MM-DD`; empty for an opening batch. */
  readonly asOf: string;
  /** Snapshot that the batch rests on; empty for an opening batch. */
  readonly snapshot: string;
}

/**
 * Postings that counted as of a posting head, one by one: what a run found posted before it. Annulled batches and
 * adjustments count for nothing in the true-up and are left out.
 *
 * @param ids all ids that are the person, the one that counts first; NO_PERSON for the components without persons
 */
export function countedPostings(ledger: OpenLedger, asOfHead: string, ids: readonly number[]): CountedPosting[] {
  const posting = postingOfHead(ledger, asOfHead);
  const isPerson = at(ids, 0) !== NO_PERSON;
  const statement = ledger.db.prepare(
    `SELECT ${POSTING_COLUMNS}, p.posting, h.term, h.as_of, b.snapshot
     FROM ${isPerson ? 'persons AS s CROSS JOIN postings AS p' : 'postings AS p LEFT JOIN persons AS s ON s.person = p.person'}
     JOIN posted_and_not_annulled AS h ON h.posting = p.posting JOIN batches AS b ON b.batch = h.batch
     WHERE ${isPerson ? 's.duf = ? AND p.person = s.person' : 'p.person = ?'} AND p.kind <> 5
       AND h.posting <= ? AND h.annulled_by > ? ORDER BY p.posting, p.line`,
  );
  return ids
    .flatMap((id) => statement.all(id, posting, posting))
    .map((row) => ({
      ...lineOf(row),
      posting: Number(row[14]),
      term: Number(row[15]),
      asOf: String(row[16]),
      snapshot: String(row[17]),
    }))
    .sort((a, b) => a.posting - b.posting || a.line - b.line);
}
