import { at, COMPONENTS, type ErrorDetail, errorDetail, FORGOTTEN_PERSON, NorsktilskuddError } from '../../domain';
import type { BatchInfo, Ledger, LedgerLine } from '../../ledger';
import { pseudonymsOf } from '../pseudonym';
import { actOfLine, adjustmentActs } from '../verifier/check-adjustments';
import type { LineRow } from '../verifier/contents';
import { Findings } from '../verifier/findings';
import { compareStates, LedgerState, takeClaimsBack } from '../verifier/ledger-state';
import { compareCases } from './match-cases';
import type { RunContents } from './run-contents';

/**
 * Checks a run folder against the ledger that should hold it: the batch of its manifest, the state that it started from,
 * its lines and its payments.
 */
export function verifyLedgerMatch(run: RunContents, ledger: Ledger, key: Uint8Array | undefined): ErrorDetail[] {
  const batch = ledger.batches().findLast((candidate) => candidate.manifestHash === run.sha256);
  if (!batch) return [errorDetail('RUN_NOT_IN_LEDGER', { manifestHash: run.sha256 })];
  const findings = new Findings();
  const compare = (column: string, expected: string | number, found: string | number): void =>
    findings.compare('VERIFY_LEDGER_LINE', 'manifest.json', expected, found, { line: 1, column });
  const { identity } = run.manifest;
  compare('run_id', batch.runId, run.manifest.run_id);
  compare('posting_head', batch.postingHead, identity.posting_head);
  compare('parameters_sha256', batch.parametersHash, identity.parameters_sha256);
  compare('rule_lock_sha256', batch.ruleLockHash, identity.rule_lock_sha256);
  compare('snapshot_id', batch.snapshot, identity.snapshot_id);
  comparePrevious(run, batch, ledger, findings);
  compareBefore(run, batch, ledger, key, findings);
  compareCases(run, batch, ledger, key, findings);
  if (batch.state === 'posted' || batch.state === 'annulled' || batch.state === 'draft') {
    compareLines(run, batch, ledger, findings);
  }
  if (batch.posting > 0) comparePayments(run, batch, ledger, findings);
  return findings.list();
}

/** previous_batch is the batch that the posting head was reached with; annulments have no manifest of their own. */
function comparePrevious(run: RunContents, batch: BatchInfo, ledger: Ledger, findings: Findings): void {
  const before = ledger.batches().find((candidate) => candidate.headAfter === batch.postingHead);
  if (before?.kind === 'annulment') return;
  const found = run.manifest.previous_batch?.manifest_sha256 ?? '';
  const params = { line: 1, column: 'previous_batch' };
  findings.compare('VERIFY_LEDGER_LINE', 'manifest.json', before?.manifestHash ?? '', found, params);
}

function compareBefore(
  run: RunContents,
  batch: BatchInfo,
  ledger: Ledger,
  key: Uint8Array | undefined,
  findings: Findings,
): void {
  try {
    compareStates(ledgerState(run, batch, ledger, key), run, 'ledger', findings);
  } catch (cause) {
    if (!(cause instanceof NorsktilskuddError)) throw cause;
    findings.add(cause.code, 'ledger', cause.params);
  }
}

/** The ledger as it was when the run started; without the key its persons are told apart by nothing. */
function ledgerState(run: RunContents, batch: BatchInfo, ledger: Ledger, key: Uint8Array | undefined): LedgerState {
  const year = run.manifest.identity.grant_year;
  const posted = ledger.postedState(batch.postingHead, batch.journal);
  const pseudonyms = key && pseudonymsOf(key);
  const state = new LedgerState();
  for (const entry of posted.entries([year - 1, year], new Map())) {
    const known = entry.personId === FORGOTTEN_PERSON ? undefined : pseudonyms;
    state.post({ ...entry, personRef: known?.of(entry.personId) ?? UNKNOWN });
  }
  for (const { recipient, group, balanceNok } of posted.balances) state.carry(recipient, group, balanceNok);
  takeClaimsBack(state, run);
  return state;
}

/** Stands for every person where no key tells who it is, and for whom the ledger has forgotten. */
const UNKNOWN = 'f'.repeat(32);

/** Both are in the order of payout_lines.csv, so a row that only one of them has is reported alone, and no row beside it. */
function compareLines(run: RunContents, batch: BatchInfo, ledger: Ledger, findings: Findings): void {
  const file = 'payout_lines.csv';
  const acts = adjustmentActs(run);
  let place = 0;
  const nextBefore = (posted?: LedgerLine): LineRow | undefined => {
    const row = place < run.lines.length ? run.lines.at(place) : undefined;
    return row && (!posted || order(row, posted) < 0) ? row : undefined;
  };
  const tellUntil = (posted?: LedgerLine): void => {
    for (let row = nextBefore(posted); row; row = nextBefore(posted)) {
      findings.add('VERIFY_LINE_NOT_LEDGERS', file, { line: row.line, column: 'line_id' });
      place += 1;
    }
  };
  for (const posted of ledger.linesOf(batch.runId)) {
    tellUntil(posted);
    const row = place < run.lines.length ? run.lines.at(place) : undefined;
    if (row && order(row, posted) === 0) {
      compareLine(posted, row, findings);
      const act = actOfLine(row, acts, run.manifest.counts.leaves);
      findings.compare('VERIFY_LEDGER_LINE', file, posted.act, act, { line: row.line, column: 'case' });
      place += 1;
    } else findings.add('VERIFY_LINE_OF_LEDGER', file, { number: posted.line });
  }
  tellUntil();
}

/** Grant year, component, person (unless the ledger has forgotten who) and basis recipient. */
function order(line: LineRow, posted: LedgerLine): number {
  const component = at(COMPONENTS, line.component);
  if (line.grantYear !== posted.grantYear) return line.grantYear - posted.grantYear;
  if (component !== posted.component) return component < posted.component ? -1 : 1;
  if (posted.personId !== null && line.personId !== posted.personId) return line.personId - posted.personId;
  return posted.personId === null ? 0 : line.basisRecipient - posted.basisRecipient;
}

function compareLine(posted: LedgerLine, line: LineRow, findings: Findings): void {
  const cell = (column: string, expected: string | number, found: string | number): void =>
    findings.compare('VERIFY_LEDGER_LINE', 'payout_lines.csv', expected, found, { line: line.line, column });
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

function comparePayments(run: RunContents, batch: BatchInfo, ledger: Ledger, findings: Findings): void {
  const file = 'payouts.csv';
  const ordered = new Map(ledger.paymentsOf(batch.runId).map((payment) => [payment.paymentKey, payment.amountNok]));
  for (const row of run.payouts) {
    const expected = row.paidNok > 0 ? (ordered.get(row.paymentRef) ?? '-') : '-';
    ordered.delete(row.paymentRef);
    const found = row.paidNok > 0 ? row.paidNok : '-';
    findings.compare('VERIFY_LEDGER_LINE', file, expected, found, { line: row.line, column: 'paid' });
  }
  for (const [paymentKey, amountNok] of ordered) {
    findings.add('VERIFY_LEDGER_LINE', file, { line: 1, column: paymentKey, expected: amountNok, found: '-' });
  }
}
