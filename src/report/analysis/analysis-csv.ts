import { LANGUAGES, type Language } from '../../messages';
import type { ChartSet } from '../figures/chart';
import type { AnalysisModel, CaseShown, PairShown } from '../model/analysis-model';
import type { Shown } from '../model/figures';
import type { ForecastShown } from '../model/forecast-model';
import { type CsvColumns, figureCsv, openCsv, peopleCsv } from '../site/csv-texts';
import { type Page, say, word } from '../site/place';
import { type AnalysisKind, sideNames } from './case-names';
import { changeOf } from './change-metrics';

/** Tables of an analysis as files: for people in their language, for programs once. */
export function* analysisTables(model: AnalysisModel, charts: ReadonlyMap<Language, ChartSet>): Generator<Page> {
  for (const [language, own] of charts) {
    for (const [index, one] of model.cases.entries()) {
      yield {
        path: `data/recipients-${index + 1}-${language}.csv`,
        text: recipientsForPeople(one, model.kind, language),
      };
    }
    for (const { name, columns, rows } of own.values())
      yield { path: `data/figure-${name}-${language}.csv`, text: figureCsv(columns, rows) };
  }
  if (model.forecast !== undefined) yield* forecastTables(model.forecast);
  if (model.cases.length === 0) return;
  yield { path: 'data/open/recipients.csv', text: openRecipients(model) };
  yield { path: 'data/open/components.csv', text: openComponents(model) };
}

function recipientsForPeople(one: CaseShown, kind: AnalysisKind, language: Language): string {
  const reader = { language };
  const names = sideNames(reader, kind);
  const shown = (value: Shown): string | number => value ?? say(reader, 'report.hidden');
  return peopleCsv(partsOf(one), [
    [say(reader, 'report.number'), ({ id }) => id],
    [say(reader, 'report.recipient'), ({ name }) => name],
    [say(reader, 'report.component'), ({ component }) => word(reader, component)],
    [say(reader, 'report.case.persons_of', { name: names.a }), ({ aPersons }) => shown(aPersons)],
    [say(reader, 'report.case.persons_of', { name: names.b }), ({ bPersons }) => shown(bPersons)],
    [names.a, ({ aNok }) => shown(aNok)],
    [names.b, ({ bNok }) => shown(bNok)],
    [say(reader, 'report.change'), (part) => shown(changeOf(part))],
  ]);
}

/** A row for each recipient and component. */
function partsOf({ recipients }: CaseShown) {
  return recipients.flatMap(({ id, name, parts }) => parts.map((part) => ({ id, name, ...part })));
}

/** What recipients can expect: for people, and for programs. */
function* forecastTables({ recipients }: ForecastShown): Generator<Page> {
  const rows = recipients.flatMap(({ id, name, years }) => years.map((year) => ({ id, name, ...year })));
  for (const language of LANGUAGES) {
    const reader = { language };
    const shown = (value: Shown): string | number => value ?? say(reader, 'report.hidden');
    yield {
      path: `data/recipients-${language}.csv`,
      text: peopleCsv(rows, [
        [say(reader, 'report.number'), ({ id }) => id],
        [say(reader, 'report.recipient'), ({ name }) => name],
        [say(reader, 'report.grant_year'), ({ grantYear }) => grantYear],
        ['P10', ({ amountNok }) => shown(amountNok?.p10)],
        ['P50', ({ amountNok }) => shown(amountNok?.p50)],
        ['P90', ({ amountNok }) => shown(amountNok?.p90)],
      ]),
    };
  }
  yield {
    path: 'data/open/recipients.csv',
    text: openCsv(rows, [
      ['mark', () => 'FORECAST'],
      ['grant_year', ({ grantYear }) => grantYear],
      ['recipient_id', ({ id }) => id],
      ['recipient_name', ({ name }) => name],
      ['p10', ({ amountNok }) => amountNok?.p10 ?? ''],
      ['p50', ({ amountNok }) => amountNok?.p50 ?? ''],
      ['p90', ({ amountNok }) => amountNok?.p90 ?? ''],
      ['shown', ({ amountNok }) => (amountNok === undefined ? 'no' : 'yes')],
    ]),
  };
}

/** First the mark that no program may miss, that nothing of it is paid; then what is beside what. */
function sideColumns<Row extends Pick<CaseShown, 'a' | 'b'>>({ kind }: AnalysisModel): CsvColumns<Row> {
  return [
    ['mark', () => kind.toUpperCase()],
    ['a', ({ a }) => a.label],
    ['b', ({ b }) => b.label],
  ];
}

const PAIR_COLUMNS: CsvColumns<PairShown> = [
  ['a_persons', ({ aPersons }) => aPersons ?? ''],
  ['b_persons', ({ bPersons }) => bPersons ?? ''],
  ['a_amount', ({ aNok }) => aNok ?? ''],
  ['b_amount', ({ bNok }) => bNok ?? ''],
  ['difference', (pair) => changeOf(pair) ?? ''],
];

function openRecipients(model: AnalysisModel): string {
  const rows = model.cases.flatMap((one) => partsOf(one).map((part) => ({ a: one.a, b: one.b, ...part })));
  return openCsv(rows, [
    ...sideColumns(model),
    ['recipient_id', ({ id }) => id],
    ['recipient_name', ({ name }) => name],
    ['component', ({ component }) => component],
    ...PAIR_COLUMNS,
    ['shown', ({ bNok }) => (bNok === undefined ? 'no' : 'yes')],
  ]);
}

function openComponents(model: AnalysisModel): string {
  const rows = model.cases.flatMap(({ a, b, components }) => components.map((part) => ({ a, b, ...part })));
  return openCsv(rows, [...sideColumns(model), ['component', ({ component }) => component], ...PAIR_COLUMNS]);
}
