import { HOURS_CHARTS } from '../../analysis';
import { barsOf, type HoursReport, hoursReport, lawName, writeHoursFiles, yearNumberName } from '../../app';
import { formatDay } from '../../domain';
import { formatHundredths } from '../../payout';
import { analyse } from '../analysis/analyse';
import { command } from '../declare/command';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';
import { hoursText } from '../hours/hours-text';

/** `hours`: the hours basis of a grant year (rulebook 8.2). */
export const hoursCommand = command('hours', {
  examples: ['norsktilskudd hours --extract extracts/2018-T4 --year 2018 --out hours-2018'],
  input: { ...sources.analysis, ...sources.unseenRates, db: sources.db, out: FLAGS.tablesOut },
  run({ out, ...input }, context) {
    const report = analyse(input, hoursReport, context);
    if (out !== undefined) writeHoursFiles(out, report, context.language);
    context.terminal.out(context.json ? hoursJson(report) : hoursText(report, context));
  },
});

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
