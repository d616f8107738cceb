import type { DoctorReport } from '../../app/doctor/execute-doctor';
import { OUTCOME_PLACES, type RegisterSummary, type Tally } from '../../app/doctor/register-summary';
import { asDay, at, CATEGORIES, DECISION_KINDS, FAR_PAST, formatDay, formatWhole, LAWS, OUTCOMES } from '../../domain';
import type { Text } from '../../messages';
import { explainWord } from '../../messages/explain/explain-text';
import { type CliContext, say } from '../context';
import { detailLines } from '../failure-report';
import { findingLines } from '../finding-text';
import { filesTable } from '../import/import-report-text';

/** Entry years that are shown one by one; earlier ones together. */
const YEARS_SHOWN = 6;

/** One page on an extract: what is in it, what cannot be read, what is odd. */
export function doctorText(report: DoctorReport, context: CliContext): string {
  const { content, findings, rejected } = report;
  const lines: string[] = [];
  if (content) {
    const { takenAt, source } = content.imported;
    const day = takenAt || say(context, { nb: 'ukjent dag', en: 'an unknown day' });
    lines.push(say(context, { nb: `Uttrekk fra ${day}: ${source}`, en: `Extract taken ${day}: ${source}` }), '');
    lines.push(filesTable(content.imported, context), ...summaryLines(content.summary, context), '');
  }
  if (rejected.length > 0) {
    lines.push(
      say(context, { nb: 'Kan ikke leses', en: 'Cannot be read' }),
      ...detailLines(rejected, context.language),
      '',
    );
  }
  const year = content ? say(context, yearText(report)) : '';
  lines.push(say(context, { nb: `Merkelig${year}`, en: `Odd${year}` }));
  if (findings.length === 0) lines.push(say(context, { nb: '- Ingenting.', en: '- Nothing.' }));
  lines.push(...findingLines(findings, context));
  return `${lines.join('\n')}\n`;
}

function yearText({ grantYear, asOf }: DoctorReport): Text {
  return { nb: ` (tilskuddsår ${grantYear}, per ${asOf})`, en: ` (grant year ${grantYear}, as of ${asOf})` };
}

function summaryLines(summary: RegisterSummary, context: CliContext): string[] {
  const pairs: [Text, string][] = [
    [{ nb: 'Personer', en: 'Persons' }, personsText(summary, context)],
    [{ nb: 'Inntreden', en: 'Entered' }, entryText(summary.entryYears, context)],
    [{ nb: 'Lov', en: 'Law' }, namedCounts(summary.laws, LAWS, context)],
    [{ nb: 'Kategori', en: 'Category' }, namedCounts(summary.categories, CATEGORIES, context)],
    [{ nb: 'Vedtak', en: 'Decisions' }, decisionText(summary.decisions, context)],
    [{ nb: 'Bosted', en: 'Residence' }, residenceText(summary, context)],
    [{ nb: 'Timer', en: 'Hours' }, hoursText(summary, context)],
    [{ nb: 'Registrert', en: 'Registered' }, registeredText(summary)],
  ];
  const names = pairs.map(([name]) => say(context, name));
  const width = Math.max(...names.map((name) => name.length)) + 2;
  return pairs.map(([, value], index) => at(names, index).padEnd(width) + (value || '-'));
}

function personsText(summary: RegisterSummary, context: CliContext): string {
  const counts: [number, Text][] = [
    [summary.protectedPersons, { nb: 'med adressebeskyttelse', en: 'with a protected address' }],
    [summary.sharedNationalIds, { nb: 'med samme fødselsnummer som en annen', en: 'with the national id of another' }],
    [summary.withheld, { nb: 'med en avvist rad', en: 'with a rejected row' }],
    [summary.withoutTargetGroup, { nb: 'uten rad i personkretsen', en: 'without a row in the target group' }],
    [summary.withoutResidence, { nb: 'uten bosted', en: 'without a residence' }],
    [summary.emigratedBeforeEntry, { nb: 'utvandret før inntreden', en: 'emigrated before entry' }],
  ];
  const parts = counts.flatMap(([count, text]) => (count === 0 ? [] : [`${formatWhole(count)} ${say(context, text)}`]));
  return [formatWhole(summary.persons), ...parts].join('; ');
}

function entryText(years: Tally, context: CliContext): string {
  const all = years.ascending();
  const shown = all.slice(-YEARS_SHOWN);
  const before = all.slice(0, -YEARS_SHOWN).reduce((sum, [, persons]) => sum + persons, 0);
  const parts = shown.map(([year, persons]) => `${year}: ${formatWhole(persons)}`);
  const earlier = say(context, { nb: 'tidligere', en: 'earlier' });
  return (before > 0 ? [`${earlier}: ${formatWhole(before)}`, ...parts] : parts).join(', ');
}

function namedCounts(counts: Tally, names: readonly (readonly [string, string])[], context: CliContext): string {
  return counts
    .ascending()
    .map(([code, rows]) => `${explainWord(at(names, code)[0], context.language)} ${formatWhole(rows)}`)
    .join(', ');
}

function decisionText(decisions: Tally, context: CliContext): string {
  const parts = decisions.ascending().map(([code, rows]) => {
    const names = [at(DECISION_KINDS, Math.floor(code / OUTCOME_PLACES)), at(OUTCOMES, code % OUTCOME_PLACES)];
    const [kind, outcome] = names.map(([name = '']) => explainWord(name, context.language));
    return `${kind}, ${outcome} ${formatWhole(rows)}`;
  });
  return parts.join('; ');
}

function residenceText({ kommuner, receptionCentreRows }: RegisterSummary, context: CliContext): string {
  const text = {
    nb: '{kommuner|kommunenummer|kommunenumre}, {rows|rad|rader} i mottak',
    en: '{kommuner|kommune number|kommune numbers}, {rows|row|rows} of reception centres',
  };
  return say(context, text, { kommuner: kommuner.size, rows: receptionCentreRows });
}

function hoursText({ hoursRows, hoursHundredths, lateHoursRows }: RegisterSummary, context: CliContext): string {
  const parts = hoursRows
    .ascending()
    .slice(-YEARS_SHOWN)
    .map(([year, rows]) => {
      const hours = Math.round((hoursHundredths.get(year) ?? 0) / 100);
      const text = {
        nb: '{year}: {rows|rad|rader}, {hours|time|timer}',
        en: '{year}: {rows|row|rows}, {hours|hour|hours}',
      };
      return say(context, text, { year, rows, hours });
    });
  const late = { nb: '{rows|rad|rader} registrert for sent', en: '{rows|row|rows} registered late' };
  if (lateHoursRows > 0) parts.push(say(context, late, { rows: lateHoursRows }));
  return parts.join('; ');
}

function registeredText({ firstRegistered, lastRegistered }: RegisterSummary): string {
  return lastRegistered === FAR_PAST
    ? ''
    : `${formatDay(asDay(firstRegistered))} - ${formatDay(asDay(lastRegistered))}`;
}
