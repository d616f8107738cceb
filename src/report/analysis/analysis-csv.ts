import { LANGUAGES, type Language } from '../../messages';
import type { ChartSet } from '../figures/chart';
import type { AnalysisModel, CaseShown } from '../model/analysis-model';
import type { Shown } from '../model/figures';
import type { ForecastShown } from '../model/forecast-model';
import { openCsv, peopleCsv } from '../site/csv-texts';
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
      yield { path: `data/figure-${name}-${language}.csv`, text: peopleCsv(columns, rows) };
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
  const columns = [
    say(reader, 'report.number'),
    say(reader, 'report.recipient'),
    say(reader, 'report.component'),
    say(reader, 'report.case.persons_of', { name: names.a }),
    say(reader, 'report.case.persons_of', { name: names.b }),
    names.a,
    names.b,
    say(reader, 'report.change'),
  ];
  const rows = one.recipients.flatMap(({ id, name, parts }) =>
    parts.map((part) => [
      id,
      name,
      word(reader, part.component),
      ...[part.aPersons, part.bPersons, part.aNok, part.bNok, changeOf(part)].map(shown),
    ]),
  );
  return peopleCsv(columns, rows);
}

const PAIR_COLUMNS = ['a_persons', 'b_persons', 'a_amount', 'b_amount', 'difference'];

/** What recipients can expect: for people, and for programs. */
function* forecastTables({ recipients }: ForecastShown): Generator<Page> {
  const rows = recipients.flatMap(({ id, name, years }) =>
    years.map(({ grantYear, amountNok }) => ({
      id,
      name,
      grantYear,
      band: [amountNok?.p10, amountNok?.p50, amountNok?.p90],
    })),
  );
  for (const language of LANGUAGES) {
    const reader = { language };
    const columns = ['report.number', 'report.recipient', 'report.grant_year'] as const;
    yield {
      path: `data/recipients-${language}.csv`,
      text: peopleCsv(
        [...columns.map((key) => say(reader, key)), 'P10', 'P50', 'P90'],
        rows.map(({ id, name, grantYear, band }) => {
          return [id, name, grantYear, ...band.map((value) => value ?? say(reader, 'report.hidden'))];
        }),
      ),
    };
  }
  yield {
    path: 'data/open/recipients.csv',
    text: openCsv(
      ['mark', 'grant_year', 'recipient_id', 'recipient_name', 'p10', 'p50', 'p90', 'shown'],
      rows.map(({ id, name, grantYear, band }) => [
        ...['FORECAST', grantYear, id, name],
        ...band.map((value) => value ?? ''),
        band[1] === undefined ? 'no' : 'yes',
      ]),
    ),
  };
}

/** The mark that no program may miss: nothing of it is paid. */
function markOf({ kind }: AnalysisModel): string {
  return kind.toUpperCase();
}

function openRecipients(model: AnalysisModel): string {
  return openCsv(
    ['mark', 'a', 'b', 'recipient_id', 'recipient_name', 'component', ...PAIR_COLUMNS, 'shown'],
    model.cases.flatMap((one) =>
      one.recipients.flatMap(({ id, name, parts }) =>
        parts.map((part) => [
          markOf(model),
          one.a.label,
          one.b.label,
          id,
          name,
          part.component,
          ...[part.aPersons, part.bPersons, part.aNok, part.bNok, changeOf(part)].map((value) => value ?? ''),
          part.bNok === undefined ? 'no' : 'yes',
        ]),
      ),
    ),
  );
}

function openComponents(model: AnalysisModel): string {
  return openCsv(
    ['mark', 'a', 'b', 'component', ...PAIR_COLUMNS],
    model.cases.flatMap((one) =>
      one.components.map((part) => [
        markOf(model),
        one.a.label,
        one.b.label,
        part.component,
        ...[part.aPersons, part.bPersons, part.aNok, part.bNok, changeOf(part)].map((value) => value ?? ''),
      ]),
    ),
  );
}
