import type { Language } from '../../messages';
import type { ChartSet } from '../figures/chart';
import type { Shown } from '../model/figures';
import type { ReportModel } from '../model/report-model';
import { figureCsv, openCsv, peopleCsv } from './csv-texts';
import type { Page } from './place';
import { hundredthsText, type Place, say, word } from './place';

/** Tables of a report as files: for people in their language, for programs once. */
export function* reportTables(model: ReportModel, charts: ReadonlyMap<Language, ChartSet>): Generator<Page> {
  for (const [language, own] of charts) {
    const place = { model, language, up: '' };
    yield { path: `data/recipients-${language}.csv`, text: recipientsForPeople(place) };
    yield { path: `data/recipient-components-${language}.csv`, text: partsForPeople(place) };
    for (const { name, columns, rows } of own.values())
      yield { path: `data/figure-${name}-${language}.csv`, text: figureCsv(columns, rows) };
  }
  yield { path: 'data/open/recipients.csv', text: openRecipients(model) };
  yield { path: 'data/open/components.csv', text: openComponents(model) };
}

function recipientsForPeople(place: Place): string {
  const shown = (value: Shown): string | number => value ?? say(place, 'report.hidden');
  // A spreadsheet reads a decimal number as one where no blanks stand between thousands.
  const decimal = (value: Shown): string | number =>
    value === undefined ? shown(value) : hundredthsText(place, value).replaceAll('\u00a0', '');
  return peopleCsv(place.model.recipients, [
    [say(place, 'report.number'), ({ id }) => id],
    [say(place, 'report.recipient'), ({ name }) => name],
    [say(place, 'report.lines'), ({ linesNok }) => shown(linesNok)],
    [say(place, 'report.last_lines'), ({ lastNok }) => shown(lastNok)],
    [say(place, 'report.paid'), ({ paidNok }) => shown(paidNok)],
    [say(place, 'report.annual'), ({ annualNok }) => shown(annualNok)],
    [say(place, 'report.persons_programme'), ({ persons }) => shown(persons)],
    [say(place, 'report.participants'), ({ hours }) => (hours === undefined ? '' : shown(hours.participants))],
    [say(place, 'report.hours'), ({ hours }) => (hours === undefined ? '' : decimal(hours.hoursHundredths))],
    [say(place, 'report.hours_each'), ({ hours }) => (hours === undefined ? '' : decimal(hours.averageHundredths))],
  ]);
}

/** A row for each recipient and component. */
function partsOf({ recipients }: ReportModel) {
  return recipients.flatMap(({ id, name, components }) => components.map((part) => ({ id, name, ...part })));
}

function partsForPeople(place: Place): string {
  const shown = (value: Shown): string | number => value ?? say(place, 'report.hidden');
  return peopleCsv(partsOf(place.model), [
    [say(place, 'report.number'), ({ id }) => id],
    [say(place, 'report.recipient'), ({ name }) => name],
    [say(place, 'report.component'), ({ component }) => word(place, component)],
    [say(place, 'report.persons'), ({ persons }) => shown(persons)],
    [say(place, 'report.annual'), ({ annualNok }) => shown(annualNok)],
    [say(place, 'report.lines'), ({ linesNok }) => shown(linesNok)],
    [say(place, 'report.last_lines'), ({ lastNok }) => shown(lastNok)],
  ]);
}

/** What a program must not miss: that a run pays nothing, or is not (or no longer) what counts. */
function openMark({ isRehearsal, state }: Pick<ReportModel, 'isRehearsal' | 'state'>): string {
  return [...(isRehearsal ? ['REHEARSAL'] : []), ...(state === 'posted' ? [] : [state.toUpperCase()])].join(' ');
}

function openRecipients(model: ReportModel): string {
  return openCsv(partsOf(model), [
    ['mark', () => openMark(model)],
    ['grant_year', () => model.grantYear],
    ['term', () => model.term],
    ['as_of', () => model.asOf],
    ['recipient_id', ({ id }) => id],
    ['recipient_name', ({ name }) => name],
    ['component', ({ component }) => component],
    ['persons', ({ persons }) => persons ?? ''],
    ['annual_amount', ({ annualNok }) => annualNok ?? ''],
    ['lines_total', ({ linesNok }) => linesNok ?? ''],
    ['shown', ({ annualNok }) => (annualNok === undefined ? 'no' : 'yes')],
  ]);
}

function openComponents(model: ReportModel): string {
  return openCsv(model.components, [
    ['mark', () => openMark(model)],
    ['run_year', () => model.grantYear],
    ['term', () => model.term],
    ['as_of', () => model.asOf],
    ['grant_year', ({ grantYear }) => grantYear],
    ['component', ({ component }) => component],
    ['annual_amount', ({ annualNok }) => annualNok ?? ''],
    ['posted_before', ({ postedBeforeNok }) => postedBeforeNok ?? ''],
    ['lines_total', ({ linesNok }) => linesNok ?? ''],
    ['due_later', ({ dueLaterNok }) => dueLaterNok ?? ''],
    ['held', ({ heldNok }) => heldNok ?? ''],
  ]);
}
