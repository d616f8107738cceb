import {
  componentOrdinal,
  type ErrorDetail,
  errorDetail,
  isPerKommune,
  NO_PERSON,
  NorsktilskuddError,
  nettingGroupOf,
  type OpeningBalance,
  type OpeningPosting,
} from '../../domain';
import { groupNumber } from '../codes';
import type { SignedActBy } from '../journal';
import { requireTables } from '../later/later-acts';
import {
  insertOpeningPayments,
  type OpeningPayment,
  openingHash,
  openingPaymentsHash,
  openingPaymentsOf,
  takeOverAct,
} from '../opening-payments/payment-rows';
import { OPENING_PAYMENTS } from '../opening-payments/tables';
import { lastCountingBatch, type OpenLedger, postingHead } from '../posting-reads';
import { isRowText } from '../rows-text';
import { writeSignedAct } from '../signed-acts/write-signed-act';
import type { BatchInfo } from './batch-info';
import { allBatches } from './batches';
import { cellOf, type DraftContent, type DraftLine, summariseDraft } from './draft-content';
import type { DraftAnswer } from './draft-input';
import { nextSupplement } from './plan-run';
import { recordBatch } from './record-batch';

/**
 * Drafts the opening batch: what an earlier system posted, and the balances that it left (data contract 3). Rows with
 * the same key add up; the code is that of the last row that has one. It must be the first batch of its ledger, is a
 * draft until approved like any other, and computes nothing: it gives opening coverage and carried balances.
 *
 * @throws NorsktilskuddError input LEDGER_OPENING_REJECTED with every row at fault as a detail; refused
 * LEDGER_NOT_EMPTY
 */
export function recordOpening(ledger: OpenLedger, opening: OpeningInput): DraftAnswer {
  const lines = openingLines(opening.postings);
  const balances = joinedBalances(opening.balances);
  const faults = [...postingFaults(opening.postings), ...balanceFaults(opening.balances), ...sumFaults(opening)];
  if (faults.length > 0) {
    throw new NorsktilskuddError('input', 'LEDGER_OPENING_REJECTED', { rows: faults.length }, faults);
  }
  const content: DraftContent = { lines, payouts: [], balances, held: [], coverage: [], identities: [] };
  const summary = summariseDraft(content, () => {});
  const { payments = [] } = opening;
  const paid = payments.length === 0 ? '' : openingPaymentsHash(payments);
  const contentHash = openingHash(ledger.rehearsal, summary.linesHash, summary.payoutsHash, paid);
  const runId = `opening-${contentHash.slice(0, 12)}`;
  // Given again once it is posted, it is what it was then.
  const posted = allBatches(ledger).find((batch) => batch.runId === runId && batch.state === 'posted');
  const header = {
    ...opening,
    runId,
    kind: 'opening' as const,
    grantYear: 0,
    term: 0,
    supplementNumber: posted?.supplementNumber ?? nextSupplement(ledger, 0, 0),
    asOf: '',
    annuls: 0,
    postingHead: posted?.postingHead ?? postingHead(ledger),
    manifestHash: opening.manifestHash ?? contentHash,
    snapshot: '',
    runFolder: opening.runFolder ?? '',
    ruleLockHash: '',
    parametersHash: '',
    blockers: [],
    accepted: [],
    assumptions: [],
    reason: opening.reason ?? '',
  };
  return ledger.db.transaction(() => {
    const checks = { before: () => refuseUnlessFirst(ledger), after: () => {} };
    const answer = recordBatch(ledger, header, content, checks);
    takeOverPayments(ledger, answer.batch, payments, opening);
    return answer;
  });
}

function refuseUnlessFirst(ledger: OpenLedger): void {
  if (lastCountingBatch(ledger)) throw new NorsktilskuddError('refused', 'LEDGER_NOT_EMPTY', {});
}

/** One line a key. Its number is that of the row that its code came from, so that "the later row" keeps its meaning. */
function openingLines(postings: readonly OpeningPosting[]): DraftLine[] {
  const lines = new Map<string, DraftLine>();
  postings.forEach((row, index) => {
    const key = `${row.grantYear}\t${row.component}\t${row.personId}\t${row.recipient}`;
    const known = lines.get(key);
    const amountNok = (known?.amountNok ?? 0) + row.amountNok;
    const givesCode = known === undefined || row.code !== '';
    lines.set(key, {
      line: givesCode ? index + 1 : known.line,
      kind: 'opening',
      grantYear: row.grantYear,
      component: row.component,
      componentOrdinal: componentOrdinal(row.component),
      groupNumber: groupNumber(nettingGroupOf(row.component)),
      personId: row.personId,
      basisRecipient: row.recipient,
      recipient: row.recipient,
      amountNok,
      code: givesCode ? row.code : known.code,
      annualAmountNok: null,
      cumulativeDueNok: amountNok,
      previouslyPostedNok: 0,
      act: 0,
    });
  });
  return [...lines.values()].sort((a, b) => a.line - b.line);
}

function joinedBalances(rows: readonly OpeningBalance[]): DraftContent['balances'] {
  const joined = new Map<number, Omit<OpeningBalance, 'line'>>();
  for (const { recipient, group, balanceNok } of rows) {
    const cell = cellOf(recipient, groupNumber(group));
    joined.set(cell, { recipient, group, balanceNok: (joined.get(cell)?.balanceNok ?? 0) + balanceNok });
  }
  return [...joined]
    .filter(([, row]) => row.balanceNok !== 0)
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row);
}

function postingFaults(rows: readonly OpeningPosting[]): ErrorDetail[] {
  return rows.flatMap((row) => {
    const faults: ErrorDetail[] = [];
    const place = { file: 'opening_postings.csv', line: row.line, component: row.component };
    const needsPerson = !isPerKommune(row.component);
    if (needsPerson && row.personId === NO_PERSON) faults.push(errorDetail('LEDGER_OPENING_NEEDS_PERSON', place));
    if (!needsPerson && row.personId !== NO_PERSON) faults.push(errorDetail('LEDGER_OPENING_HAS_PERSON', place));
    if (!isRowText(row.code)) faults.push(errorDetail('LEDGER_OPENING_CODE', place));
    return faults;
  });
}

function balanceFaults(rows: readonly OpeningBalance[]): ErrorDetail[] {
  return rows
    .filter((row) => row.balanceNok > 0)
    .map(({ line, balanceNok }) =>
      errorDetail('LEDGER_OPENING_BALANCE_POSITIVE', { file: 'opening_balances.csv', line, balance: balanceNok }),
    );
}

/** The first row with which the amounts of both files, without their signs, are more than a sum can hold exactly. */
function sumFaults({ postings, balances }: OpeningInput): ErrorDetail[] {
  let sumNok = 0;
  const passes = (amountNok: number): boolean => {
    sumNok += Math.abs(amountNok);
    return !Number.isSafeInteger(sumNok);
  };
  const posting = postings.find((row) => passes(row.amountNok));
  const balance = posting === undefined ? balances.find((row) => passes(row.balanceNok)) : undefined;
  const line = posting?.line ?? balance?.line;
  const file = posting === undefined ? 'opening_balances.csv' : 'opening_postings.csv';
  return line === undefined ? [] : [errorDetail('LEDGER_OPENING_SUM', { file, line })];
}

/** What an earlier system posted and left to be carried. */
export interface OpeningInput extends SignedActBy {
  readonly postings: readonly OpeningPosting[];
  readonly balances: readonly OpeningBalance[];
  /** What the earlier system paid, in the order of the days; none where it does not say. */
  readonly payments?: readonly OpeningPayment[];
  /** Hash of the manifest of a folder that holds the files; the hash of the content where it is left out. */
  readonly manifestHash?: string;
  readonly runFolder?: string;
}

/**
 * Writes down what an earlier system paid, with the draft of an opening batch. Its run id holds their hash, so whoever
 * approves the batch approves them. The caller holds the transaction. The same again writes nothing.
 */
function takeOverPayments(
  ledger: OpenLedger,
  { batch, runId }: BatchInfo,
  payments: readonly OpeningPayment[],
  by: SignedActBy,
): void {
  if (payments.length === 0 || openingPaymentsOf(ledger, batch) !== undefined) return;
  const { db } = ledger;
  requireTables(ledger, OPENING_PAYMENTS, by);
  const first = Number(db.prepare('SELECT coalesce(max(payment), 0) + 1 FROM opening_payments').get()?.[0]);
  const journal = writeSignedAct(db, 'take-over-payments', by, takeOverAct(runId, first, payments));
  insertOpeningPayments(db, journal, batch, first, payments);
}
