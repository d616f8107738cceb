import type { Language } from '../../messages';
import type { ChartSet } from '../figures/chart';
import type { Shown } from '../model/figures';
import type { ReportModel } from '../model/report-model';
import { openCsv, peopleCsv } from './csv-texts';
import type { Page } from './place';
import { hundredthsText, type Place, say, word } from './place';

/** Tables of a report as files: for people in their language, for programs once. */
export function* reportTables(model: ReportModel, charts: ReadonlyMap<Language, ChartSet>): Generator<Page> {
  for (const [language, own] of charts) {
    const place = { model, language, up: '' };
    yield { path: `data/recipients-${language}.csv`, text: recipientsForPeople(place) };
    yield { path: `data/recipient-components-${language}.csv`, text: partsForPeople(place) };
    for (const { name, columns, rows } of own.values())
      yield { path: `data/figure-${name}-${language}.csv`, text: peopleCsv(columns, rows) };
  }
  yield { path: 'data/open/recipients.csv', text: openRecipients(model) };
  yield { path: 'data/open/components.csv', text: openComponents(model) };
}

function recipientsForPeople(place: Place): string {
  const { model } = place;
  const shown = (value: Shown): string | number => value ?? say(place, 'report.hidden');
  const columns = (
    [
      'number',
      'recipient',
      'lines',
      'last_lines',
      'paid',
      'annual',
      'persons_programme',
      'participants',
      'hours',
      'hours_each',
    ] as const
  ).map((name) => say(place, `report.${name}`));
  return peopleCsv(
    columns,
    model.recipients.map(({ id, name, linesNok, lastNok, paidNok, annualNok, persons, hours }) => {
      const decimal = (value: Shown): string =>
        hours === undefined ? '' : value === undefined ? say(place, 'report.hidden') : plainDecimal(place, value);
      return [
        id,
        name,
        shown(linesNok),
        shown(lastNok),
        shown(paidNok),
        shown(annualNok),
        shown(persons),
        hours === undefined ? '' : shown(hours.participants),
        decimal(hours?.hoursHundredths),
        decimal(hours?.averageHundredths),
      ];
    }),
  );
}

/** A decimal number that a spreadsheet reads as one: no blanks between thousands. */
function plainDecimal(place: Place, hundredths: number): string {
  return hundredthsText(place, hundredths).replaceAll('\u00a0', '');
}

function partsForPeople(place: Place): string {
  const { model } = place;
  const shown = (value: Shown): string | number => value ?? say(place, 'report.hidden');
  const columns = (['number', 'recipient', 'component', 'persons', 'annual', 'lines', 'last_lines'] as const).map(
    (name) => say(place, `report.${name}`),
  );
  return peopleCsv(
    columns,
    model.recipients.flatMap(({ id, name, components }) =>
      components.map(({ component, persons, annualNok, linesNok, lastNok }) => [
        id,
        name,
        word(place, component),
        shown(persons),
        shown(annualNok),
        shown(linesNok),
        shown(lastNok),
      ]),
    ),
  );
}

/** What a program must not miss: that a run pays nothing, or is not (or no longer) what counts. */
function openMark({ isRehearsal, state }: Pick<ReportModel, 'isRehearsal' | 'state'>): string {
  return [...(isRehearsal ? ['REHEARSAL'] : []), ...(state === 'posted' ? [] : [state.toUpperCase()])].join(' ');
}

function openRecipients({ grantYear, term, asOf, recipients, ...run }: ReportModel): string {
  const columns = [
    'mark',
    'grant_year',
    'term',
    'as_of',
    'recipient_id',
    'recipient_name',
    'component',
    'persons',
    'annual_amount',
    'lines_total',
    'shown',
  ];
  const mark = openMark(run);
  return openCsv(
    columns,
    recipients.flatMap(({ id, name, components }) =>
      components.map(({ component, persons, annualNok, linesNok }) => [
        mark,
        grantYear,
        term,
        asOf,
        id,
        name,
        component,
        persons ?? '',
        annualNok ?? '',
        linesNok ?? '',
        annualNok === undefined ? 'no' : 'yes',
      ]),
    ),
  );
}

function openComponents({ grantYear, term, asOf, components, ...run }: ReportModel): string {
  const columns = [
    'mark',
    'run_year',
    'term',
    'as_of',
    'grant_year',
    'component',
    'annual_amount',
    'posted_before',
    'lines_total',
    'due_later',
    'held',
  ];
  const mark = openMark(run);
  return openCsv(
    columns,
    components.map((row) => [
      mark,
      grantYear,
      term,
      asOf,
      row.grantYear,
      row.component,
      row.annualNok ?? '',
      row.postedBeforeNok ?? '',
      row.linesNok ?? '',
      row.dueLaterNok ?? '',
      row.heldNok ?? '',
    ]),
  );
}
