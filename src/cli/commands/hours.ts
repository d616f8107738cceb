import { HOURS_CHARTS } from '../../analysis/hours/hours-charts';
import { barsOf, writeHoursFiles } from '../../app/hours/hours-files';
import { type HoursReport, hoursReport, lawName, yearNumberName } from '../../app/hours/hours-report';
import { formatDay } from '../../domain';
import { formatHundredths } from '../../payout';
import { type AnalysisFlags, analyse } from '../analysis/open-analysis';
import type { CommandModule } from '../command-table';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { addFlags } from '../flag-table';
import { hoursText } from '../hours/hours-text';
import { REGISTER_FLAGS } from '../register/register-flags';

/** `hours`: the hours basis of a grant year (rulebook 8.2). */
export const hoursCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Timegrunnlaget: deltakere og timer etter kommune, lov og år. Endrer aldri en utbetaling.',
          en: 'The hours basis: participants and hours by kommune, law and year. It never changes a payout.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, ['norsktilskudd hours --extract extracts/2018-T4 --year 2018 --out hours-2018']),
      )
      .action((flags: AnalysisFlags) => hours(flags, context));
    addFlags(command, context, ...REGISTER_FLAGS, 'db', 'tablesOut', 'json');
  },
};

function hours(flags: AnalysisFlags, context: CliContext): void {
  const { report, out } = analyse(flags, context, () => hoursReport);
  if (out !== undefined) writeHoursFiles(out, report, context.language);
  context.terminal.out(context.json ? hoursJson(report) : hoursText(report, context));
}

function hoursJson(report: HoursReport): string {
  const { grantYear, asOf, snapshot, rows } = report;
  return `${JSON.stringify({
    year: grantYear,
    as_of: formatDay(asOf),
    snapshot,
    rows: rows.map((row) => ({
      kommune: row.kommune === 0 ? 'ALL' : report.nameOf(row.kommune).slice(0, 4).trim(),
      law: lawName(row.law),
      year_number: yearNumberName(row.yearNumber),
      participants: row.participants,
      hours_norwegian: formatHundredths(row.norwegianHundredths),
      hours_social_studies: formatHundredths(row.socialStudiesHundredths),
      absence_hours: formatHundredths(row.absenceHundredths),
      hours_rows: row.hoursRows,
      hours_rows_on_time: row.hoursRowsOnTime,
      starters: row.starters,
      starters_within_3_months: row.startersWithinThreeMonths,
      triggering_without_hours: row.triggeringWithoutHours,
      hours_without_decision: row.hoursWithoutDecision,
    })),
    charts: Object.fromEntries(
      HOURS_CHARTS.map((chart) => [
        chart,
        barsOf(report, chart).map(({ label, hundredths }) => ({ label, value: formatHundredths(hundredths) })),
      ]),
    ),
  })}\n`;
}
