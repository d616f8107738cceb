import { type HoursReport, lawName, nationalRows, yearNumberName } from '../../app';
import { formatDay, formatWhole, type HoursBasisRow } from '../../domain';
import type { TextKey } from '../../messages';
import { averageHundredths } from '../../payout';
import { type CliContext, say } from '../context';
import { textTable } from '../text-table';

const NAMES: Readonly<Record<string, TextKey>> = {
  all: 'common.all',
  other: 'hours.other',
};

/** `hours` as a page: the whole country by law and year number. Kommuner stand in the tables. */
export function hoursText(report: HoursReport, context: CliContext): string {
  const day = formatDay(report.asOf);
  const title = say(context, 'hours.title', { grantYear: report.grantYear, day });
  const name = (text: string): string => (NAMES[text] === undefined ? text : say(context, NAMES[text]));
  const rows = nationalRows(report).map((row) => [
    name(lawName(row.law)),
    name(yearNumberName(row.yearNumber)),
    formatWhole(row.participants),
    wholeHours(row.norwegianHundredths),
    wholeHours(row.socialStudiesHundredths),
    averageOf(row, context),
    formatWhole(row.starters),
    formatWhole(row.startersWithinThreeMonths),
    formatWhole(row.triggeringWithoutHours),
    formatWhole(row.hoursWithoutDecision),
    `${formatWhole(row.hoursRowsOnTime)}/${formatWhole(row.hoursRows)}`,
  ]);
  return `${title}\n${textTable(say(context, 'hours.columns_law').split('|'), 'llrrrrrrrrr', rows)}`;
}

function averageOf(row: HoursBasisRow, context: CliContext): string {
  if (row.participants === 0) return '';
  const hundredths = averageHundredths(row.norwegianHundredths + row.socialStudiesHundredths, row.participants);
  const comma = say(context, 'common.decimal_sign');
  return `${Math.floor(hundredths / 100)}${comma}${String(hundredths % 100).padStart(2, '0')}`;
}

/** Hours without decimals, rounded half up: the tables have them all. */
function wholeHours(hundredths: number): string {
  return formatWhole(Math.floor((hundredths + 50) / 100));
}
