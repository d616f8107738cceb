import type { CaseShown, ChangedRecipient } from '../model/analysis-model';
import { type Html, html } from '../site/html';
import { count, HREF, link, nok, type Spot, say, signed, word } from '../site/place';
import { type Cell, type Column, table } from '../site/table';
import { type AnalysisKind, cellName, sideNames } from './case-names';
import { changeOf, percentText, tenthsOf } from './change-metrics';

/** Headings of persons and kroner of two sides. */
function pairColumns(spot: Spot, kind: AnalysisKind): Column[] {
  const names = sideNames(spot, kind);
  return [
    { title: say(spot, 'report.case.persons_of', { name: names.a }), isFigure: true },
    { title: say(spot, 'report.case.persons_of', { name: names.b }), isFigure: true },
    { title: names.a, isFigure: true },
    { title: names.b, isFigure: true },
    { title: say(spot, 'report.change'), isFigure: true },
  ];
}

function pairCells(spot: Spot, { aPersons, bPersons, aNok, bNok }: CaseShown['components'][number]): Html[] {
  return [
    count(spot, aPersons),
    count(spot, bPersons),
    nok(spot, aNok),
    nok(spot, bNok),
    html`<strong>${signed(spot, changeOf({ aNok, bNok }))}</strong>`,
  ];
}

/** Grants of the whole country. */
export function componentTable(spot: Spot, one: CaseShown, kind: AnalysisKind): Html {
  if (one.components.length === 0) return html`<p>${say(spot, 'report.case.few_changed')}</p>`;
  const { a, b } = one;
  return table({
    caption: say(spot, 'report.front.components'),
    hasQuietCaption: true,
    columns: [{ title: say(spot, 'report.component') }, ...pairColumns(spot, kind)],
    rows: one.components.map((row) => [word(spot, row.component), ...pairCells(spot, row)]),
    total: [
      say(spot, 'report.sum'),
      ...pairCells(spot, {
        component: '',
        aPersons: a.persons,
        bPersons: b.persons,
        aNok: a.sizeNok,
        bNok: b.sizeNok,
      }),
    ],
  });
}

/** Why: what persons did, each provision, each rate. */
export function reasonTable(spot: Spot, { reasons, a, b }: CaseShown): Html {
  if (reasons.length === 0) {
    const isSame = a.sizeNok !== undefined && a.sizeNok === b.sizeNok;
    return html`<p>${say(spot, isSame ? 'report.case.no_reasons' : 'report.case.few_changed')}</p>`;
  }
  return table({
    caption: say(spot, 'report.case.why'),
    hasQuietCaption: true,
    columns: [
      { title: say(spot, 'report.case.effect') },
      { title: say(spot, 'report.case.cause') },
      { title: say(spot, 'report.component') },
      { title: say(spot, 'report.persons'), isFigure: true },
      { title: say(spot, 'report.amount'), isFigure: true },
    ],
    rows: reasons.map(({ effect, what, component, persons, amountNok }) => [
      effect[spot.language],
      what[spot.language],
      component === '' ? '–' : word(spot, component),
      persons === undefined ? '–' : count(spot, persons),
      html`<strong>${signed(spot, amountNok)}</strong>`,
    ]),
  });
}

/** Year numbers and classes with their rates. */
export function cellTable(spot: Spot, one: CaseShown, kind: AnalysisKind): Html {
  if (one.cells.length === 0) return html`<p>${say(spot, 'report.case.few_changed')}</p>`;
  const names = sideNames(spot, kind);
  return table({
    caption: say(spot, 'report.case.cells'),
    hasQuietCaption: true,
    columns: [
      { title: say(spot, 'report.component') },
      { title: say(spot, 'report.case.year_and_class') },
      { title: say(spot, 'report.case.rate_of', { name: names.a }), isFigure: true },
      { title: say(spot, 'report.case.rate_of', { name: names.b }), isFigure: true },
      ...pairColumns(spot, kind),
    ],
    rows: one.cells.map((cell) => [
      word(spot, cell.component),
      cellName(cell, (value) => word(spot, value)),
      cell.aRateNok === undefined ? '–' : nok(spot, cell.aRateNok),
      cell.bRateNok === undefined ? '–' : nok(spot, cell.bRateNok),
      ...pairCells(spot, cell),
    ]),
  });
}

/** Every recipient with the change. */
export function recipientTable(spot: Spot, one: CaseShown, kind: AnalysisKind): Html {
  const names = sideNames(spot, kind);
  return table({
    caption: say(spot, 'report.map.table'),
    hasQuietCaption: true,
    isSortable: true,
    columns: [
      { title: say(spot, 'report.recipient') },
      { title: names.a, isFigure: true },
      { title: names.b, isFigure: true },
      { title: say(spot, 'report.change'), isFigure: true },
      { title: say(spot, 'report.case.percent'), isFigure: true },
    ],
    rows: one.recipients.map((recipient) => recipientRow(spot, recipient)),
  });
}

function recipientRow(spot: Spot, { id, name, aNok, bNok }: ChangedRecipient): Cell[] {
  const sorted = (shown: Html, value: number | null | undefined): Cell => ({ shown, sort: value ?? '' });
  const [change, tenths] = [changeOf({ aNok, bNok }), tenthsOf({ aNok, bNok })];
  const percent =
    tenths === undefined ? count(spot, undefined) : html`${tenths === null ? '–' : percentText(spot, tenths)}`;
  return [
    { shown: link(spot, HREF.recipient(id), `${id} ${name}`), sort: name },
    sorted(nok(spot, aNok), aNok),
    sorted(nok(spot, bNok), bNok),
    sorted(html`<strong>${signed(spot, change)}</strong>`, change),
    sorted(percent, tenths),
  ];
}
