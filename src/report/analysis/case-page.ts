import type { ChartSet } from '../figures/chart';
import type { AnalysisModel, CaseShown, SideShown } from '../model/analysis-model';
import type { LawChangeShown } from '../model/words';
import { chartHtml } from '../site/chart-figure';
import { type Html, html } from '../site/html';
import { mapHtml } from '../site/map-html';
import type { Draft } from '../site/page';
import { count, HREF, link, nok, rootOf, type Spot, say, signed, word } from '../site/place';
import { column, figures, table } from '../site/table';
import { type CASE_FIGURES, figureName } from './case-charts';
import { type AnalysisKind, caseTitle, sideNames, sideText } from './case-names';
import { cellTable, componentTable, pairColumns, reasonTable, recipientTable } from './case-tables';
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
${table(say(spot, 'report.recipient.components'), recipient.parts, [
  column(say(spot, 'report.component'), ({ component }) => word(spot, component)),
  ...pairColumns(spot, model.kind).slice(0, -1),
  figures(say(spot, 'report.change'), (part) => signed(spot, changeOf(part))),
])}</section>\n`,
)}`;
  return { path: HREF.recipient(id), title, body };
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
${table(
  title,
  model.cases.map((one, index) => ({ ...one, path: casePath(model, index + 1) })),
  [
    column(say(spot, 'report.cases.name'), ({ path, b }) => link(spot, path, b.label)),
    column(say(spot, 'report.cases.beside'), ({ a }) => a.label),
    figures(say(spot, 'report.persons'), ({ b }) => count(spot, b.persons)),
    figures(say(spot, 'report.cases.before'), ({ a }) => nok(spot, a.sizeNok)),
    figures(say(spot, 'report.amount'), ({ b }) => nok(spot, b.sizeNok)),
    figures(
      say(spot, 'report.change'),
      ({ a, b }) => html`<strong>${signed(spot, changeOf({ aNok: a.sizeNok, bNok: b.sizeNok }))}</strong>`,
    ),
  ],
)}
`;
  return { path: 'index.html', title, body };
}
