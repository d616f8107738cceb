import type { RunReport } from '../../app';
import { formatKroner, formatWhole } from '../../domain';
import { lastPostedText, payeeLines, withheldText } from '../approval/approval-text';
import { acceptedLines, blockerLines, rehearsalLines } from '../approval/wanted-text';
import { actsOfRunTable } from '../cases/case-text';
import { type CliContext, say } from '../context';
import { findingCounts } from '../finding-text';
import { pairs, table } from '../view';

/** The report for people: sums, what to look at, what blocks payment, and the next command. */
export function runReportText(report: RunReport, context: CliContext): string {
  const { rehearsal, supplementNumber, runId, grantYear, term, asOf, persons, components } = report;
  const mark = rehearsal ? say(context, 'common.rehearsal') : '';
  const supplement = supplementNumber > 0 ? say(context, 'run.supplement', { supplementNumber }) : '';
  const rows = components.map((row) => [row.grantYear, row.component, row.lines, row.totalNok, row.correctionsNok]);
  return [
    lastPostedText(report.lastPosted, context).trimEnd(),
    say(context, 'run.title', { mark, runId, grantYear, term, supplement, asOf, persons }),
    '',
    table(context, 'run.columns_grant', 'lcnkk', rows),
    ...(report.cases.length > 0 ? [actsOfRunTable(report.cases, context)] : []),
    ...sumLines(report, context),
    ...noteLines(report, context),
    '\n',
  ].join('\n');
}

function sumLines({ paidNok, payments, ...report }: RunReport, context: CliContext): string[] {
  return pairs([
    [say(context, 'run.to_pay'), say(context, 'run.paid_in_payments', { paidNok, payments })],
    [say(context, 'run.carried_over'), formatKroner(report.carriedOutNok)],
    [say(context, 'run.held'), formatKroner(report.heldNok)],
    [say(context, 'common.findings'), findingCounts(report.findings, context)],
    [say(context, 'common.rejected_rows'), formatWhole(report.rejectedRows)],
    [say(context, 'common.folder'), report.out],
  ]);
}

function noteLines({ rehearsal, blockers, ...report }: RunReport, context: CliContext): string[] {
  return [
    ...report.superseded.map((draft) => say(context, 'run.supersedes_draft', { runId: draft })),
    ...withheldText(report.withheld, context)
      .split('\n')
      .filter((line) => line !== ''),
    ...payeeLines(report.payees, context),
    ...acceptedLines(report.accepted, context),
    ...(rehearsal ? rehearsalLines(report.wanted, context) : blockerLines(blockers, context)),
  ];
}
