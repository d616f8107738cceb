import type { BatchFigures } from '../../analysis';
import type { PastBatch, PreviewReport } from '../../app';
import { lastPostedJson } from '../approval/last-posted';
import { olderCopyJson } from '../approval/older-copy';
import { payeeJson } from '../approval/payee-text';

/** The preview for programs. */
export function previewJson(report: PreviewReport): string {
  const { batch, figures, lastTerm, lastYear, budget } = report;
  return `${JSON.stringify({
    run_id: batch.runId,
    older_copy: olderCopyJson(report.missing),
    last_posted: lastPostedJson(report.lastPosted),
    state: batch.state,
    folder: batch.runFolder,
    rehearsal: report.rehearsal,
    manifest_sha256: report.manifestSha256,
    year: batch.grantYear,
    term: batch.term,
    as_of: batch.asOf,
    superseded_by: batch.supersededBy === '' ? null : batch.supersededBy,
    payable: batch.state === 'draft' && batch.blockers.length === 0,
    blockers: batch.blockers,
    accepted: batch.accepted,
    wanted: report.wanted,
    this_term: figuresJson(figures),
    last_term: pastJson(lastTerm),
    same_term_last_year: pastJson(lastYear),
    limits: report.limits.map((check) => ({ ...check, value: check.value ?? null })),
    changes: report.changes.map((change) => ({
      line_id: change.lineId,
      component: change.component,
      grant_year: change.grantYear,
      recipient_id: change.recipientId,
      previously_posted: change.previouslyNok,
      amount: change.amountNok,
      causes: change.causes,
    })),
    held: report.held.map(({ reason, rows, amountNok }) => ({ reason, rows, amount: amountNok })),
    findings: report.findings.map(({ severity, code, count, linesNok }) => ({
      severity,
      code,
      count,
      lines: linesNok,
    })),
    payees: payeeJson(report.payees),
    accounts: report.accounts.map(({ recipientId, ...change }) => ({ recipient_id: recipientId, ...change })),
    budget: {
      budget_year: budget.budgetYear,
      appropriation: budget.appropriationNok ?? null,
      earlier_system_paid: budget.isPaidElsewhere || budget.isGrantYearPaidElsewhere ? null : 0,
      paid: budget.paidNok,
      arrears: budget.arrearsNok,
      ordered: budget.orderedNok,
      refused: budget.refusedNok,
      this_batch: budget.thisBatchNok,
      due_later: budget.dueLaterNok,
      held: budget.heldNok,
      unspent: budget.unspentNok ?? null,
      remaining: budget.remainingNok ?? null,
    },
  })}\n`;
}

function figuresJson(figures: BatchFigures): Record<string, number> {
  const { persons, lines, grossNok, correctionsNok, netNok, paidNok } = figures;
  return { persons, lines, gross: grossNok, corrections: correctionsNok, net: netNok, paid: paidNok };
}

function pastJson(past: PastBatch | undefined): object | null {
  return past === undefined ? null : { run_id: past.batch.runId, ...figuresJson(past.figures) };
}
