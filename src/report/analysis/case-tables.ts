import type { CaseShown, ComponentPair } from '../model/analysis-model';
import type { Shown } from '../model/figures';
import { type Html, html, type Part } from '../site/html';
import { count, HREF, link, nok, type Spot, say, signed, word } from '../site/place';
import { type Column, column, figures, sortedFigures, table } from '../site/table';
import { type AnalysisKind, cellName, sideNames } from './case-names';
import { changeOf, percentText, tenthsOf } from './change-metrics';

/** Persons and kroner of two sides, and the difference; with what sums them up. */
export function pairColumns(
  spot: Spot,
  kind: AnalysisKind,
  total?: Omit<ComponentPair, 'component'>,
): Column<ComponentPair>[] {
  const names = sideNames(spot, kind);
  type Pair = Omit<ComponentPair, 'component'>;
  const pairColumn = (title: string, cell: (row: Pair) => Html): Column<Pair> =>
    figures(title, cell, total && cell(total));
  return [
    pairColumn(say(spot, 'report.case.persons_of', { name: names.a }), ({ aPersons }) => count(spot, aPersons)),
    pairColumn(say(spot, 'report.case.persons_of', { name: names.b }), ({ bPersons }) => count(spot, bPersons)),
    pairColumn(names.a, ({ aNok }) => nok(spot, aNok)),
    pairColumn(names.b, ({ bNok }) => nok(spot, bNok)),
    pairColumn(say(spot, 'report.change'), (pair) => html`<strong>${signed(spot, changeOf(pair))}</strong>`),
  ];
}

/** Grants of the whole country. */
export function componentTable(spot: Spot, one: CaseShown, kind: AnalysisKind): Html {
  if (one.components.length === 0) return html`<p>${say(spot, 'report.case.few_changed')}</p>`;
  const { a, b } = one;
  return table(say(spot, 'report.front.components'), one.components, [
    column(say(spot, 'report.component'), ({ component }) => word(spot, component), say(spot, 'report.sum')),
    ...pairColumns(spot, kind, { aPersons: a.persons, bPersons: b.persons, aNok: a.sizeNok, bNok: b.sizeNok }),
  ]);
}

/** Why: what persons did, each provision, each rate. */
export function reasonTable(spot: Spot, { reasons, a, b }: CaseShown): Html {
  if (reasons.length === 0) {
    const isSame = a.sizeNok !== undefined && a.sizeNok === b.sizeNok;
    return html`<p>${say(spot, isSame ? 'report.case.no_reasons' : 'report.case.few_changed')}</p>`;
  }
  return table(say(spot, 'report.case.why'), reasons, [
    column(say(spot, 'report.case.effect'), ({ effect }) => effect[spot.language]),
    column(say(spot, 'report.case.cause'), ({ what }) => what[spot.language]),
    column(say(spot, 'report.component'), ({ component }) => (component === '' ? '–' : word(spot, component))),
    figures(say(spot, 'report.persons'), ({ persons }) => (persons === undefined ? '–' : count(spot, persons))),
    figures(say(spot, 'report.amount'), ({ amountNok }) => html`<strong>${signed(spot, amountNok)}</strong>`),
  ]);
}

/** Year numbers and classes with their rates. */
export function cellTable(spot: Spot, one: CaseShown, kind: AnalysisKind): Html {
  if (one.cells.length === 0) return html`<p>${say(spot, 'report.case.few_changed')}</p>`;
  const names = sideNames(spot, kind);
  const rate = (rateNok: Shown): Part => (rateNok === undefined ? '–' : nok(spot, rateNok));
  return table(say(spot, 'report.case.cells'), one.cells, [
    column(say(spot, 'report.component'), ({ component }) => word(spot, component)),
    column(say(spot, 'report.case.year_and_class'), (cell) => cellName(cell, (value) => word(spot, value))),
    figures(say(spot, 'report.case.rate_of', { name: names.a }), ({ aRateNok }) => rate(aRateNok)),
    figures(say(spot, 'report.case.rate_of', { name: names.b }), ({ bRateNok }) => rate(bRateNok)),
    ...pairColumns(spot, kind),
  ]);
}

/** Every recipient with the change. */
export function recipientTable(spot: Spot, one: CaseShown, kind: AnalysisKind): Html {
  const names = sideNames(spot, kind);
  return table(
    say(spot, 'report.map.table'),
    one.recipients,
    [
      column(say(spot, 'report.recipient'), ({ id, name }) => ({
        shown: link(spot, HREF.recipient(id), `${id} ${name}`),
        sort: name,
      })),
      sortedFigures(
        names.a,
        ({ aNok }) => aNok,
        (aNok) => nok(spot, aNok),
      ),
      sortedFigures(
        names.b,
        ({ bNok }) => bNok,
        (bNok) => nok(spot, bNok),
      ),
      sortedFigures(say(spot, 'report.change'), changeOf, (change) => html`<strong>${signed(spot, change)}</strong>`),
      sortedFigures(say(spot, 'report.case.percent'), tenthsOf, (tenths) => {
        if (tenths === undefined) return count(spot, undefined);
        return tenths === null ? '–' : percentText(spot, tenths);
      }),
    ],
    { isSortable: true },
  );
}
