import { at, COMPONENTS, type ErrorDetail, emptyLine, errorDetail, type Line, NorsktilskuddError } from '../../domain';
import type { BatchInfo, Ledger, LedgerLine } from '../../ledger';
import { pseudonymsOf } from '../pseudonym';
import { Problems } from './problems';
import type { RunContents } from './run-contents';
import { balanceKey, compareStates, type LedgerState, postedKey } from './run-state';

/**
 * Checks a run folder against the ledger that should hold it: the batch of its manifest, the state that it started from,
 * its lines and its payments.
 */
export function verifyLedgerMatch(run: RunContents, ledger: Ledger, key: Uint8Array | undefined): ErrorDetail[] {
  const batch = ledger.batches().findLast((candidate) => candidate.manifestHash === run.sha256);
  if (!batch) return [errorDetail('RUN_NOT_IN_LEDGER', { manifestHash: run.sha256 })];
  const problems = new Problems();
  const compare = (column: string, expected: string | number, found: string | number): void =>
    problems.compare('VERIFY_LEDGER_LINE', 'manifest.json', expected, found, { line: 1, column });
  const { identity } = run.manifest;
  compare('run_id', batch.runId, run.manifest.run_id);
  compare('posting_head', batch.postingHead, identity.posting_head);
  compare('parameters_sha256', batch.parametersHash, identity.parameters_sha256);
  compare('rule_lock_sha256', batch.ruleLockHash, identity.rule_lock_sha256);
  compare('snapshot_id', batch.snapshot, identity.snapshot_id);
  comparePrevious(run, batch, ledger, problems);
  compareBefore(run, batch, ledger, key, problems);
  if (batch.state === 'posted' || batch.state === 'annulled' || batch.state === 'draft') {
    compareLines(run, batch, ledger, problems);
  }
  if (batch.posting > 0) comparePayments(run, batch, ledger, problems);
  return problems.list();
}

/** previous_batch is the batch that the posting head was reached with; annulments have no manifest of their own. */
function comparePrevious(run: RunContents, batch: BatchInfo, ledger: Ledger, problems: Problems): void {
  const before = ledger.batches().find((candidate) => candidate.headAfter === batch.postingHead);
  if (before?.kind === 'annulment') return;
  const found = run.manifest.previous_batch?.manifest_sha256 ?? '';
  const params = { line: 1, column: 'previous_batch' };
  problems.compare('VERIFY_LEDGER_LINE', 'manifest.json', before?.manifestHash ?? '', found, params);
}

function compareBefore(
  run: RunContents,
  batch: BatchInfo,
  ledger: Ledger,
  key: Uint8Array | undefined,
  problems: Problems,
): void {
  try {
    compareStates(ledgerState(run, batch, ledger, key), run, 'ledger', problems);
  } catch (cause) {
    if (!(cause instanceof NorsktilskuddError)) throw cause;
    problems.add(cause.code, 'ledger', cause.params);
  }
}

/** The ledger as it was when the run started; without the key its persons are told apart by nothing. */
function ledgerState(run: RunContents, batch: BatchInfo, ledger: Ledger, key: Uint8Array | undefined): LedgerState {
  const year = run.manifest.identity.grant_year;
  const state = ledger.postedState(batch.postingHead);
  const pseudonyms = key && pseudonymsOf(key);
  const posted = new Map<string, number>();
  const codes = new Map<string, string>();
  for (const entry of state.entries([year - 1, year], new Map())) {
    const name = postedKey(pseudonyms?.of(entry.personId) ?? 'unknown', entry);
    posted.set(name, (posted.get(name) ?? 0) + entry.amountNok);
    codes.set(name, `${entry.code} ${entry.codeOrder}`);
  }
  const balances = state.balances.map((row) => [balanceKey(row.recipient, row.group), row.balanceNok] as const);
  return { posted, balances: new Map(balances), codes };
}

/** Both are in the order of payout_lines.csv, so a row that only one of them has is told alone, and no row beside it. */
function compareLines(run: RunContents, batch: BatchInfo, ledger: Ledger, problems: Problems): void {
  const line = emptyLine();
  let place = 0;
  const rowOf = (index: number): number => run.lineNumbers[index] ?? 0;
  for (const posted of ledger.linesOf(batch.runId)) {
    while (place < run.lines.length && order(run.lines.read(place, line), posted) < 0) {
      problems.add('VERIFY_LINE_NOT_LEDGERS', 'payout_lines.csv', { line: rowOf(place), column: 'line_id' });
      place += 1;
    }
    if (place < run.lines.length && order(run.lines.read(place, line), posted) === 0) {
      compareLine(posted, line, rowOf(place), problems);
      place += 1;
    } else problems.add('VERIFY_LINE_OF_LEDGER', 'payout_lines.csv', { number: posted.line });
  }
  for (; place < run.lines.length; place += 1) {
    problems.add('VERIFY_LINE_NOT_LEDGERS', 'payout_lines.csv', { line: rowOf(place), column: 'line_id' });
  }
}

/** Grant year, component, person (unless the ledger has forgotten who) and basis recipient. */
function order(line: Line, posted: LedgerLine): number {
  const component = at(COMPONENTS, line.component);
  if (line.grantYear !== posted.grantYear) return line.grantYear - posted.grantYear;
  if (component !== posted.component) return component < posted.component ? -1 : 1;
  if (posted.personId !== null && line.personId !== posted.personId) return line.personId - posted.personId;
  return posted.personId === null ? 0 : line.basisRecipient - posted.basisRecipient;
}

function compareLine(posted: LedgerLine, line: Line, number: number, problems: Problems): void {
  const cell = (column: string, expected: string | number, found: string | number): void =>
    problems.compare('VERIFY_LEDGER_LINE', 'payout_lines.csv', expected, found, { line: number, column });
  cell('grant_year', posted.grantYear, line.grantYear);
  cell('component', posted.component, at(COMPONENTS, line.component));
  cell('code', posted.code, line.code);
  cell('recipient_id', posted.recipient, line.recipient);
  cell('basis_recipient_id', posted.basisRecipient, line.basisRecipient);
  cell('annual_amount', posted.annualAmountNok ?? -1, line.annualAmountNok);
  cell('amount', posted.amountNok, line.amountNok);
  const same = posted.personId === null || posted.personId === line.personId;
  cell('person_ref', '*', same ? '*' : '?');
}

function comparePayments(run: RunContents, batch: BatchInfo, ledger: Ledger, problems: Problems): void {
  const file = 'payouts.csv';
  const ordered = new Map(ledger.paymentsOf(batch.runId).map((payment) => [payment.paymentKey, payment.amountNok]));
  for (const row of run.payouts) {
    const expected = row.paidNok > 0 ? (ordered.get(row.paymentRef) ?? '-') : '-';
    ordered.delete(row.paymentRef);
    const found = row.paidNok > 0 ? row.paidNok : '-';
    problems.compare('VERIFY_LEDGER_LINE', file, expected, found, { line: row.line, column: 'paid' });
  }
  for (const [paymentKey, amountNok] of ordered) {
    problems.add('VERIFY_LEDGER_LINE', file, { line: 1, column: paymentKey, expected: amountNok, found: '-' });
  }
}
