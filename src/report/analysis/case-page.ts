import type { ChartSet } from '../figures/chart';
import type { AnalysisModel, CaseShown, ComponentPair, SideShown } from '../model/analysis-model';
import type { LawChangeShown } from '../model/words';
import { chartHtml } from '../site/chart-figure';
import { type Html, html } from '../site/html';
import { mapHtml } from '../site/map-html';
import type { Draft } from '../site/page';
import { count, HREF, link, nok, rootOf, type Spot, say, signed, word } from '../site/place';
import { table } from '../site/table';
import { type CASE_FIGURES, figureName } from './case-charts';
import { type AnalysisKind, caseTitle, sideNames, sideText } from './case-names';
import { cellTable, componentTable, reasonTable, recipientTable } from './case-tables';
import { changeMetrics, changeOf } from './change-metrics';
import { lawTable } from './law-table';

/** One side beside another: how much, why, who gains and who loses. @param place of the case, from 1 */
export function casePage(
  spot: Spot,
  model: AnalysisModel,
  charts: ChartSet,
  { one, place, path }: { readonly one: CaseShown; readonly place: number; readonly path: string },
): Draft {
  const title = caseTitle(spot, model.kind, one);
  const figure = (name: (typeof CASE_FIGURES)[number]): Html => chartHtml(spot, charts, figureName(name, place));
  const section = (heading: string, body: Html): Html => html`<section><h2>${heading}</h2>\n${body}</section>\n`;
  const back = path === 'index.html' ? '' : html`<p>${link(spot, 'index.html', say(spot, 'report.case.all'))}</p>\n`;
  const data = { up: rootOf(spot) };
  const body = html`${back}<h1>${title}</h1>
${lead(spot, one, model.kind)}${keyFigures(spot, one, model.kind)}
${one.warnings.map((warning) => html`<p class="note">${warning[spot.language]}</p>\n`)}
<div class="columns">
${section(say(spot, 'report.case.way'), html`<p>${say(spot, 'report.case.way_note')}</p>${figure('waterfall')}`)}
${section(say(spot, 'report.case.law'), lawTable(spot, lawOf(one), sideNames(spot, model.kind)))}</div>
${section(say(spot, 'report.front.components'), componentTable(spot, one, model.kind))}
${section(say(spot, 'report.case.why'), reasonTable(spot, one))}
<div class="figures">
${section(say(spot, 'report.chart.case.winners'), figure('winners'))}
${section(say(spot, 'report.chart.case.distribution'), figure('distribution'))}
${section(say(spot, 'report.chart.case.cohorts'), figure('cohorts'))}</div>
${section(say(spot, 'report.case.cells'), cellTable(spot, one, model.kind))}
${section(
  say(spot, 'report.menu.kommuner'),
  html`<p>${say(spot, 'report.map.note')}</p>
${mapHtml(spot, model.map, one.recipients, changeMetrics(spot, one, model))}
<p class="download">${link(data, `data/recipients-${place}-${spot.language}.csv`, 'CSV')} · ${link(data, 'data/open/recipients.csv', say(spot, 'report.open_data'))}</p>
${recipientTable(spot, one, model.kind)}`,
)}
`;
  return { path, title, body };
}

/** What each side is. */
function lead(spot: Spot, one: CaseShown, kind: AnalysisKind): Html {
  const names = sideNames(spot, kind);
  const leadOf = (side: SideShown, name: string): Html =>
    html`<strong>${name}</strong> ${sideText(spot, side, side.label)}`;
  return html`<p class="lead">${leadOf(one.a, names.a)}<br>${leadOf(one.b, names.b)}</p>\n`;
}

function keyFigures(spot: Spot, one: CaseShown, kind: AnalysisKind): Html {
  const { a, b } = one;
  const names = sideNames(spot, kind);
  const change = a.sizeNok === undefined || b.sizeNok === undefined ? undefined : b.sizeNok - a.sizeNok;
  const { gaining: gain, losing: lose } = one;
  const balance = gain === undefined || lose === undefined ? '' : say(spot, 'report.case.balance', { gain, lose });
  const figure = (name: string, value: Html, small: Html): Html =>
    html`<div><dt>${name}</dt><dd><strong>${value}</strong><span>${small}</span></dd></div>\n`;
  const persons = (side: SideShown): Html => html`${say(spot, 'report.persons')}: ${count(spot, side.persons)}`;
  return html`<dl class="key">
${figure(names.a, nok(spot, a.sizeNok), persons(a))}${figure(names.b, nok(spot, b.sizeNok), persons(b))}${figure(say(spot, 'report.change'), signed(spot, change), html`${balance}`)}</dl>`;
}

/** Changes of both sides, each with its side. */
function lawOf({ a, b }: CaseShown): (LawChangeShown & { readonly side: 'a' | 'b' })[] {
  return [
    ...a.law.map((change) => ({ ...change, side: 'a' as const })),
    ...b.law.map((change) => ({ ...change, side: 'b' as const })),
  ];
}

/** All that a report says of one recipient. */
export function changedRecipientPage(spot: Spot, model: AnalysisModel, id: string): Draft {
  const cases = model.cases.flatMap((one) => {
    const recipient = one.recipients.find((each) => each.id === id);
    return recipient === undefined ? [] : [{ one, recipient }];
  });
  const title = `${id} ${cases[0]?.recipient.name ?? ''}`;
  const body = html`<h1>${title}</h1>
${cases.map(
  ({ one, recipient }) => html`<section><h2>${caseTitle(spot, model.kind, one)}</h2>
${partTable(spot, model.kind, recipient.parts)}</section>\n`,
)}`;
  return { path: HREF.recipient(id), title, body };
}

function partTable(spot: Spot, kind: AnalysisKind, parts: readonly ComponentPair[]): Html {
  const names = sideNames(spot, kind);
  return table({
    caption: say(spot, 'report.recipient.components'),
    hasQuietCaption: true,
    columns: [
      { title: say(spot, 'report.component') },
      { title: say(spot, 'report.case.persons_of', { name: names.a }), isFigure: true },
      { title: say(spot, 'report.case.persons_of', { name: names.b }), isFigure: true },
      { title: names.a, isFigure: true },
      { title: names.b, isFigure: true },
      { title: say(spot, 'report.change'), isFigure: true },
    ],
    rows: parts.map(({ component, aPersons, bPersons, aNok, bNok }) => [
      word(spot, component),
      count(spot, aPersons),
      count(spot, bPersons),
      nok(spot, aNok),
      nok(spot, bNok),
      signed(spot, aNok === undefined || bNok === undefined ? undefined : bNok - aNok),
    ]),
  });
}

/** Page of a case; the first page where it is the only one. */
export function casePath(model: AnalysisModel, place: number): string {
  return model.cases.length === 1 ? 'index.html' : `case-${place}.html`;
}

/** Several cases, a row each. */
export function casesPage(spot: Spot, model: AnalysisModel): Draft {
  const title = say(spot, `report.name.${model.kind}`);
  const body = html`<h1>${title}</h1>
<p class="lead">${say(spot, 'report.cases.note')}</p>
${table({
  caption: title,
  hasQuietCaption: true,
  columns: [
    { title: say(spot, 'report.cases.name') },
    { title: say(spot, 'report.cases.beside') },
    { title: say(spot, 'report.persons'), isFigure: true },
    { title: say(spot, 'report.cases.before'), isFigure: true },
    { title: say(spot, 'report.amount'), isFigure: true },
    { title: say(spot, 'report.change'), isFigure: true },
  ],
  rows: model.cases.map((one, index) => {
    return [
      link(spot, casePath(model, index + 1), one.b.label),
      one.a.label,
      count(spot, one.b.persons),
      nok(spot, one.a.sizeNok),
      nok(spot, one.b.sizeNok),
      html`<strong>${signed(spot, changeOf({ aNok: one.a.sizeNok, bNok: one.b.sizeNok }))}</strong>`,
    ];
  }),
})}
`;
  return { path: 'index.html', title, body };
}
