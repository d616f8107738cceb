import { type DoctorReport, decisionCodes, type RegisterSummary, type Tally } from '../../app';
import { asDay, at, CATEGORIES, FAR_PAST, formatDay, formatWhole, LAWS } from '../../domain';
import { dayText, explainWord, type Language, type TextKey } from '../../messages';
import { type CliContext, say } from '../context';
import { detailLines } from '../failure-report';
import { findingLines } from '../finding-text';
import { filesTable } from '../import/import-report-text';
import { pairs } from '../view';

/** Entry years that are shown one by one; earlier ones together. */
const YEARS_SHOWN = 6;

/** One page on an extract: what is in it, what cannot be read, what is odd. */
export function doctorText(report: DoctorReport, context: CliContext): string {
  const { content, findings, rejected } = report;
  const lines: string[] = [];
  if (content) {
    const { takenAt, source } = content.imported;
    const day = takenAt || say(context, 'doctor.unknown_day');
    lines.push(say(context, 'doctor.extract_taken', { day, source }), '');
    lines.push(filesTable(content.imported, context), ...summaryLines(content.summary, context), '');
  }
  if (rejected.length > 0) {
    lines.push(say(context, 'doctor.cannot_read'), ...detailLines(rejected, context.language), '');
  }
  const { grantYear, asOf } = report;
  const year = content ? say(context, 'doctor.of_year', { grantYear, asOf }) : '';
  lines.push(say(context, 'doctor.odd', { year }));
  if (findings.length === 0) lines.push(say(context, 'doctor.nothing'));
  lines.push(...findingLines(findings, context));
  return `${lines.join('\n')}\n`;
}

function summaryLines(summary: RegisterSummary, context: CliContext): string[] {
  const rows: [TextKey, string][] = [
    ['common.persons', personsText(summary, context)],
    ['doctor.entered', entryText(summary.entryYears, context)],
    ['doctor.law', namedCounts(summary.laws, LAWS, context)],
    ['doctor.category', namedCounts(summary.categories, CATEGORIES, context)],
    ['doctor.decisions', decisionText(summary.decisions, context)],
    ['doctor.residence', residenceText(summary, context)],
    ['doctor.hours', hoursText(summary, context)],
    ['doctor.registered', registeredText(summary, context.language)],
  ];
  return pairs(rows.map(([name, value]) => [say(context, name), value || '-']));
}

function personsText(summary: RegisterSummary, context: CliContext): string {
  const counts: [number, TextKey][] = [
    [summary.protectedPersons, 'doctor.protected_address'],
    [summary.sharedNationalIds, 'doctor.national_id_another'],
    [summary.withheld, 'doctor.rejected_row'],
    [summary.withoutTargetGroup, 'doctor.without_row_target'],
    [summary.withoutResidence, 'doctor.without_residence'],
    [summary.emigratedBeforeEntry, 'doctor.emigrated_before_entry'],
  ];
  const parts = counts.flatMap(([count, text]) => (count === 0 ? [] : [`${formatWhole(count)} ${say(context, text)}`]));
  return [formatWhole(summary.persons), ...parts].join('; ');
}

function entryText(years: Tally, context: CliContext): string {
  const all = years.ascending();
  const shown = all.slice(-YEARS_SHOWN);
  const before = all.slice(0, -YEARS_SHOWN).reduce((sum, [, persons]) => sum + persons, 0);
  const parts = shown.map(([year, persons]) => `${year}: ${formatWhole(persons)}`);
  const earlier = say(context, 'doctor.earlier');
  return (before > 0 ? [`${earlier}: ${formatWhole(before)}`, ...parts] : parts).join(', ');
}

function namedCounts(counts: Tally, names: readonly (readonly [string, string])[], context: CliContext): string {
  return counts
    .ascending()
    .map(([code, rows]) => `${explainWord(at(names, code)[0], context.language)} ${formatWhole(rows)}`)
    .join(', ');
}

function decisionText(decisions: Tally, context: CliContext): string {
  const parts = decisions.ascending().map(([key, rows]) => {
    const words = decisionCodes(key).map((code) => explainWord(code, context.language));
    return `${words.join(', ')} ${formatWhole(rows)}`;
  });
  return parts.join('; ');
}

function residenceText({ kommuner, receptionCentreRows }: RegisterSummary, context: CliContext): string {
  return say(context, 'doctor.kommuner_and_centres', { kommuner: kommuner.size, rows: receptionCentreRows });
}

function hoursText({ hoursRows, hoursHundredths, lateHoursRows }: RegisterSummary, context: CliContext): string {
  const parts = hoursRows
    .ascending()
    .slice(-YEARS_SHOWN)
    .map(([year, rows]) => {
      const hours = Math.round((hoursHundredths.get(year) ?? 0) / 100);
      return say(context, 'doctor.rows_and_hours_of_year', { year, rows, hours });
    });
  if (lateHoursRows > 0) parts.push(say(context, 'doctor.registered_late', { rows: lateHoursRows }));
  return parts.join('; ');
}

function registeredText({ firstRegistered, lastRegistered }: RegisterSummary, language: Language): string {
  if (lastRegistered === FAR_PAST) return '';
  return [firstRegistered, lastRegistered].map((day) => dayText(formatDay(asDay(day)), language)).join(' - ');
}
