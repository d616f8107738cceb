import type { RunReport } from '../../app/run/run-report';
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
  const words = say(context, {
    nb: 'tilskuddsår|tilskudd|linjer|sum|herav korreksjoner',
    en: 'grant year|component|lines|sum|of which corrections',
  });
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
  const mark = report.rehearsal ? say(context, { nb: 'ØVELSE ', en: 'REHEARSAL ' }) : '';
  const supplement =
    report.supplementNumber > 0
      ? say(context, { nb: `, tillegg ${report.supplementNumber}`, en: `, supplement ${report.supplementNumber}` })
      : '';
  const text = {
    nb: `${mark}${report.runId}: tilskuddsår ${report.grantYear}, termin ${report.term}${supplement}, per ${report.asOf}, {persons|person|personer}`,
    en: `${mark}${report.runId}: grant year ${report.grantYear}, term ${report.term}${supplement}, as of ${report.asOf}, {persons|person|persons}`,
  };
  return say(context, text, { persons: report.persons });
}

function sumLines(report: RunReport, context: CliContext): string[] {
  const pairs: [string, string][] = [
    [
      say(context, { nb: 'Å betale', en: 'To pay' }),
      say(
        context,
        { nb: '{paidNok} i {payments|betaling|betalinger}', en: '{paidNok} in {payments|payment|payments}' },
        { paidNok: report.paidNok, payments: report.payments },
      ),
    ],
    [say(context, { nb: 'Overføres', en: 'Carried over' }), formatKroner(report.carriedOutNok)],
    [say(context, { nb: 'Holdt tilbake', en: 'Held' }), formatKroner(report.heldNok)],
    [say(context, { nb: 'Merknader', en: 'Findings' }), findingCounts(report.findings, context)],
    [say(context, { nb: 'Avviste rader', en: 'Rejected rows' }), formatWhole(report.rejectedRows)],
    [say(context, { nb: 'Mappe', en: 'Folder' }), report.out],
  ];
  const width = Math.max(...pairs.map(([name]) => name.length)) + 2;
  return [
    ...pairs.map(([name, value]) => name.padEnd(width) + value),
    ...report.superseded.map((runId) =>
      say(context, { nb: `Erstatter utkastet ${runId}.`, en: `Supersedes the draft ${runId}.` }),
    ),
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
