import type { RunReport } from '../../app';
import { lastPostedJson } from '../approval/last-posted';
import { payeeJson } from '../approval/payee-text';

/** The report for programs (data contract 5, `--json`). */
export function runReportJson(report: RunReport): string {
  const { findings, blockers } = report;
  return `${JSON.stringify({
    run_id: report.runId,
    out: report.out,
    year: report.grantYear,
    term: report.term,
    as_of: report.asOf,
    supplement: report.supplementNumber,
    rehearsal: report.rehearsal,
    last_posted: lastPostedJson(report.lastPosted),
    snapshot: report.snapshot,
    totals: {
      persons: report.persons,
      lines: report.lines,
      lines_total: report.linesTotalNok,
      corrections: report.correctionsNok,
      payments: report.payments,
      paid: report.paidNok,
      carried_out: report.carriedOutNok,
      held: report.heldNok,
      withheld: report.withheld.map(({ reason, persons, sumNok }) => ({ reason, persons, sum: sumNok })),
      components: report.components.map((total) => ({
        grant_year: total.grantYear,
        component: total.component,
        lines: total.lines,
        total: total.totalNok,
        corrections: total.correctionsNok,
      })),
    },
    findings,
    rejected_rows: report.rejectedRows,
    payable: blockers.length === 0,
    blockers,
    wanted: report.wanted,
    accepted: report.accepted.map(({ name, reference }) => ({ name, reference })),
    warnings: report.warnings,
    payees: payeeJson(report.payees),
    superseded: report.superseded,
  })}\n`;
}
