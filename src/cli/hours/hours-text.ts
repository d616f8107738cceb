import { type HoursReport, lawName, nationalRows, yearNumberName } from '../../app/hours/hours-report';
import { formatDay, formatWhole, type HoursBasisRow } from '../../domain';
import type { Text } from '../../messages';
import { averageHundredths } from '../../payout';
import { type CliContext, say } from '../context';
import { textTable } from '../text-table';

const HEAD: Text = {
  nb: 'lov|år|deltakere|timer norsk|timer samfunnskunnskap|snitt|startet|innen 3 md.|uten timer|uten vedtak|rader i tide',
  en: 'law|year|participants|hours norwegian|hours social studies|average|starters|within 3 months|without hours|without decision|rows on time',
};
const NAMES: Readonly<Record<string, Text>> = {
  all: { nb: 'alle', en: 'all' },
  other: { nb: 'andre', en: 'other' },
};

/** `hours` as a page: the whole country by law and year number. Kommuner stand in the tables. */
export function hoursText(report: HoursReport, context: CliContext): string {
  const day = formatDay(report.asOf);
  const title = say(context, {
    nb: `Timegrunnlag for ${report.grantYear} slik registeret er kjent ${day}, hele landet\n`,
    en: `Hours basis of ${report.grantYear} as the register is known on ${day}, the whole country\n`,
  });
  const name = (text: string): string => say(context, NAMES[text] ?? { nb: text, en: text });
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
  return `${title}\n${textTable(say(context, HEAD).split('|'), 'llrrrrrrrrr', rows)}`;
}

function averageOf(row: HoursBasisRow, context: CliContext): string {
  if (row.participants === 0) return '';
  const hundredths = averageHundredths(row.norwegianHundredths + row.socialStudiesHundredths, row.participants);
  const comma = say(context, { nb: ',', en: '.' });
  return `${Math.floor(hundredths / 100)}${comma}${String(hundredths % 100).padStart(2, '0')}`;
}

/** Hours without decimals, rounded half up: the tables have them all. */
function wholeHours(hundredths: number): string {
  return formatWhole(Math.floor((hundredths + 50) / 100));
}
