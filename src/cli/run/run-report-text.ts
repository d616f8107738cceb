import type { RunReport } from '../../app';
import { formatKroner, formatWhole } from '../../domain';
import { lastPostedText } from '../approval/last-posted';
import { nextActText } from '../approval/next-act-text';
import { payeeLines } from '../approval/payee-text';
import { acceptedLines, blockerLines, rehearsalLines } from '../approval/wanted-text';
import { withheldText } from '../approval/withheld-text';
import { type CliContext, say } from '../context';
import { findingCounts } from '../finding-text';
import { componentName } from '../table-words';
import { textTable } from '../text-table';

/** The report for people: sums, what to look at, what blocks payment, and the next command. */
export function runReportText(report: RunReport, context: CliContext): string {
  const words = say(context, 'run.columns_grant');
  const rows = report.components.map((total) => [
    String(total.grantYear),
    componentName(total.component, context),
    formatWhole(total.lines),
    formatKroner(total.totalNok),
    formatKroner(total.correctionsNok),
  ]);
  return [
    lastPostedText(report.lastPosted, context).trimEnd(),
    titleLine(report, context),
    '',
    textTable(words.split('|'), 'llrrr', rows),
    ...sumLines(report, context),
    '',
  ].join('\n');
}

function titleLine(report: RunReport, context: CliContext): string {
  const mark = report.rehearsal ? say(context, 'common.rehearsal') : '';
  const supplement =
    report.supplementNumber > 0 ? say(context, 'run.supplement', { supplementNumber: report.supplementNumber }) : '';
  const { runId, grantYear, term, asOf, persons } = report;
  return say(context, 'run.title', { mark, runId, grantYear, term, supplement, asOf, persons });
}

function sumLines(report: RunReport, context: CliContext): string[] {
  const pairs: [string, string][] = [
    [
      say(context, 'run.to_pay'),
      say(context, 'run.paid_in_payments', { paidNok: report.paidNok, payments: report.payments }),
    ],
    [say(context, 'run.carried_over'), formatKroner(report.carriedOutNok)],
    [say(context, 'run.held'), formatKroner(report.heldNok)],
    [say(context, 'common.findings'), findingCounts(report.findings, context)],
    [say(context, 'common.rejected_rows'), formatWhole(report.rejectedRows)],
    [say(context, 'common.folder'), report.out],
  ];
  const width = Math.max(...pairs.map(([name]) => name.length)) + 2;
  return [
    ...pairs.map(([name, value]) => name.padEnd(width) + value),
    ...report.superseded.map((runId) => say(context, 'run.supersedes_draft', { runId })),
    ...withheldText(report.withheld, context)
      .split('\n')
      .filter((line) => line !== ''),
    ...payeeLines(report.payees, context),
    ...acceptedLines(report.accepted, context),
    ...(report.rehearsal ? rehearsalLines(report.wanted, context) : blockerLines(report.blockers, context)),
    ...nextCommand(report, context),
  ];
}

/** None where the draft cannot be approved: what is wanted first stands above. */
function nextCommand({ runId, next, rehearsal, blockers }: RunReport, context: CliContext): string[] {
  return !rehearsal && blockers.length > 0 ? [] : [nextActText(runId, next, context)];
}
