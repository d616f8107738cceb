import { assert, type CarriedBalance, sha256Hex } from '../../domain';
import { balancesToNet } from '../claims/claim-movements';
import { ADDRESS_BASE } from '../codes';
import type { BatchInfo } from '../drafts/batch-info';
import type { DraftContent, DraftSummary, KeyedPayout } from '../drafts/draft-content';
import { checkDraftUnchanged, readDraftContent } from '../drafts/draft-reads';
import { removeDraftContent } from '../drafts/draft-store';
import { checkNetting } from '../drafts/netting-check';
import { TextHash } from '../hash-chain';
import { type ActBy, writeAct } from '../journal';
import { balancesAsOf, lastPosting, type OpenLedger, postingHead } from '../posting-reads';
import { type Movement, openingMovements, runMovements } from '../postings/movements';
import { balancesAfter, balancesHash } from '../postings/post-figures';
import {
  headerRows,
  storeChainRow,
  storeCoverage,
  storeMovements,
  storePayments,
  tailRows,
} from '../postings/post-rows';
import { PersonNumbers, PostingWriter } from '../postings/posting-writer';

import { refuseOtherPosting } from '../witness/witness-rules';
import { annulledMovements } from './annul';
import { PersonCheck } from './person-check';

/**
 * Posts an approved draft: text and columns of its lines, persons, movements, payments, coverage, control totals, the
 * chain and the journal, in that order; the chain row seals them. The caller holds the transaction.
 *
 * @throws NorsktilskuddError verification LEDGER_DRAFT_TAMPERED; refused LEDGER_NETTING_DIFFERS, LEDGER_DUE_OUT_OF_BOUNDS,
 * LEDGER_BEHIND where another batch was posted in its place and the ledger is an older copy
 */
export function post(ledger: OpenLedger, batch: BatchInfo, by: ActBy): void {
  const { db } = ledger;
  const last = lastPosting(ledger);
  const posting = last + 1;
  const previous = postingHead(ledger);
  const hash = new TextHash(previous);
  const writer = new PostingWriter(db, posting, hash);
  const content = readDraftContent(db, batch.batch);
  const summary = checkDraftUnchanged(db, batch.batch, content);
  const persons = new PersonNumbers(db);

  const header = headerRows(batch, batch.annuls, content.coverage);
  writer.text(header);
  writer.closeBlock();
  writeLines(ledger, batch, last, content, writer, persons);
  writer.closeBlock();

  const movements = movementsOf(ledger, batch, balancesToNet(ledger, last), content, summary);
  const payments = content.payouts.filter((row) => row.paidNok > 0);
  const tail = tailOf(persons, writer);
  const ending = tailRows({ ...tail, movements, payments });
  writer.text(ending);
  writer.closeBlock();
  writer.controlTotals();

  const head = hash.hex();
  refuseOtherPosting(ledger, posting, batch.runId, head);
  const journal = writeAct(db, 'post', by, {
    run_id: batch.runId,
    posting,
    previous_posting_head: previous,
    posting_head: head,
    // A run of a year reads what is of that year or the one before.
    last_grant_year: writer.lastGrantYear,
    // Coverage, persons, movements, payments.
    ends_hash: sha256Hex(header + ending),
    balances_hash: balancesHash(balancesAfter(balancesAsOf(ledger, last), movements)),
  });
  storeMovements(db, posting, journal, movements);
  storePayments(db, posting, payments);
  storeCoverage(db, posting, content.coverage);
  storeChainRow(db, batch, { posting, journal, previous, head, ...tail });
  const end = db.prepare("INSERT INTO batch_ends (batch, journal, kind, superseded_by) VALUES (?, ?, 'posted', '')");
  end.run(batch.batch, journal);
  removeDraftContent(db, batch.batch);
}

function tailOf(persons: PersonNumbers, writer: PostingWriter) {
  return {
    personsBefore: persons.before,
    personsNew: persons.added,
    personsHash: persons.hash(),
    lines: writer.lines,
    totalNok: writer.totalNok,
  };
}

function writeLines(
  ledger: OpenLedger,
  batch: BatchInfo,
  last: number,
  content: DraftContent,
  writer: PostingWriter,
  persons: PersonNumbers,
): void {
  const check = batch.kind === 'run' ? new PersonCheck(ledger, last, content) : undefined;
  for (const line of content.lines) {
    check?.line(line);
    const reverses = batch.annuls === 0 ? 0 : batch.annuls * ADDRESS_BASE + line.line;
    writer.line(line, persons.numberOf(line.personId), reverses);
  }
  check?.end();
}

function movementsOf(
  ledger: OpenLedger,
  batch: BatchInfo,
  balances: readonly CarriedBalance[],
  content: DraftContent,
  summary: DraftSummary,
): Movement[] {
  if (batch.kind === 'annulment') return annulledMovements(ledger, batch.annuls);
  if (batch.kind === 'opening') return openingMovements(summary.lineSums, content.balances);
  checkNetting(content.payouts, summary.lineSums, balances);
  const movements = runMovements(content, balances);
  assertCarriedNeverPositive(movements, balances, content.payouts);
  return movements;
}

/** What the movements leave in `carried` is what the payouts say: at most 0. */
function assertCarriedNeverPositive(
  movements: readonly Movement[],
  balances: readonly { balanceNok: number }[],
  payouts: readonly KeyedPayout[],
): void {
  let carriedNok = balances.reduce((sum, row) => sum + row.balanceNok, 0);
  for (const row of movements) {
    if (row.to === 'carried') carriedNok += row.amountNok;
    if (row.from === 'carried') carriedNok -= row.amountNok;
  }
  const expectedNok = payouts.reduce((sum, row) => sum + row.carriedOutNok, 0);
  assert(carriedNok === expectedNok && carriedNok <= 0, 'the movements do not leave what is carried');
}
