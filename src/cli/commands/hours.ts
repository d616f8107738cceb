import {
  barsOf,
  HOURS_CHARTS,
  type HoursReport,
  hoursReport,
  hoursTables,
  lawName,
  nationalRows,
  withAnalysis,
  yearNumberName,
} from '../../app';
import { averageHundredths, formatDay, formatHundredths, formatWhole, type HoursBasisRow } from '../../domain';
import { decimalText } from '../../messages';
import { detail, hundredths } from '../answers/common';
import { leftOut, leftOutText } from '../answers/left-out';
import { type CliContext, say } from '../context';
import { at, epochDay, list, object, orNull, record, text, whole } from '../declare/answer';
import { command } from '../declare/command';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';
import { lawChange } from '../scenario/law-json';
import { lawText } from '../scenario/law-text';
import { tablesWanted, writeTables } from '../tables/write-tables';
import { table } from '../view';

interface NamedRow extends HoursBasisRow {
  readonly name: string;
}
const row = object({
  kommune: at('name', text),
  law: at(({ law }: HoursBasisRow) => lawName(law), text),
  year_number: at(({ yearNumber }: HoursBasisRow) => yearNumberName(yearNumber), text),
  participants: whole,
  hours_norwegian: at('norwegianHundredths', hundredths),
  hours_social_studies: at('socialStudiesHundredths', hundredths),
  absence_hours: at('absenceHundredths', hundredths),
  hours_rows: whole,
  hours_rows_on_time: whole,
  starters: whole,
  starters_within_3_months: at('startersWithinThreeMonths', whole),
  triggering_without_hours: whole,
  hours_without_decision: whole,
});
const bars = list(object({ label: text, value: at('hundredths', hundredths) }));

/** `hours`: the hours basis of a grant year (rulebook 8.2). */
export const hoursCommand = command('hours', {
  examples: [
    'norsktilskudd hours --extract extracts/2018-T4 --year 2018 --out hours-2018',
    'norsktilskudd hours --set hours.on_time_months=3 --extract extracts/2018-T4 --year 2018',
    'norsktilskudd hours --scenario later.json --extract extracts/2018-T4 --year 2018',
  ],
  input: {
    ...sources.analysis,
    ...sources.unseenRates,
    db: sources.db,
    withCases: sources.withCases,
    scenario: FLAGS.hoursScenario,
    set: FLAGS.set,
    tables: tablesWanted,
  },
  async run({ tables, scenario, set, withCases, ...input }, context) {
    const tried = { scenario, set, cwd: context.terminal.cwd };
    const ledgerFile = withCases ? input.db : undefined;
    const report = withAnalysis(input, input, (analysis) => hoursReport(analysis, tried, ledgerFile));
    await writeTables(tables, () => hoursTables(report, context.language), context);
    return report;
  },
  json: object({
    year: at('grantYear', whole),
    as_of: epochDay,
    snapshot: text,
    mark: at(({ law }: HoursReport) => (law === undefined ? null : 'SCENARIO'), orNull(text)),
    law: at(({ law }: HoursReport) => law ?? [], list(lawChange)),
    left_out: leftOut,
    rows: at(namedRows, list(row)),
    charts: at(
      (report: HoursReport) => Object.fromEntries(HOURS_CHARTS.map((chart) => [chart, barsOf(report, chart)])),
      record(bars),
    ),
    warnings: list(detail),
  }),
  warnings: ({ warnings }) => warnings,
  text: hoursText,
});

function namedRows({ rows, nameOf }: HoursReport): NamedRow[] {
  return rows.map((one) => ({ ...one, name: one.kommune === 0 ? 'ALL' : nameOf(one.kommune).slice(0, 4).trim() }));
}

/** The whole country by law and year number. Kommuner stand in the tables. */
function hoursText(report: HoursReport, context: CliContext): string {
  const words = new Map([
    ['all', say(context, 'common.all')],
    ['other', say(context, 'hours.other')],
  ]);
  const rows = nationalRows(report).map((one) => [
    words.get(lawName(one.law)) ?? lawName(one.law),
    words.get(yearNumberName(one.yearNumber)) ?? yearNumberName(one.yearNumber),
    one.participants,
    wholeHours(one.norwegianHundredths),
    wholeHours(one.socialStudiesHundredths),
    averageOf(one, context),
    one.starters,
    one.startersWithinThreeMonths,
    one.triggeringWithoutHours,
    one.hoursWithoutDecision,
    `${formatWhole(one.hoursRowsOnTime)}/${formatWhole(one.hoursRows)}`,
  ]);
  const title = say(context, 'hours.title', { grantYear: report.grantYear, day: formatDay(report.asOf) });
  const { law } = report;
  const mark = law && `${say(context, 'scenario.scenario_cannot_paid')}\n\n`;
  const head = `${mark ?? ''}${title}${law ? lawText({ law }, context, '') : ''}`;
  return `${head}\n${table(context, 'hours.columns_law', 'llnnnrnnnnr', rows)}${leftOutText(report.leftOut, context)}`;
}

function averageOf(one: HoursBasisRow, context: CliContext): string {
  if (one.participants === 0) return '';
  const average = averageHundredths(one.norwegianHundredths + one.socialStudiesHundredths, one.participants);
  return decimalText(formatHundredths(average), context.language);
}

/** Hours without decimals, rounded half up: the tables have them all. */
function wholeHours(hours: number): number {
  return Math.floor((hours + 50) / 100);
}
