import type { Language } from '../../messages';
import type { ChartSet } from '../figures/chart';
import type { AnalysisModel, CaseShown } from '../model/analysis-model';
import type { Shown } from '../model/figures';
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
