import { batchStateWord, LANGUAGES, type Language } from '../../messages';
import { type ChartSet, chartPath } from '../figures/chart';
import type { Shown } from '../model/figures';
import type { ReportModel } from '../model/report-model';
import type { Trace } from '../model/trace';
import { approvalPage } from './approval-page';
import { chartHtml } from './chart-figure';
import { codePages, codesPage } from './code-pages';
import { findings, held } from './counted-tables';
import { type Html, html } from './html';
import { kommunerPage } from './kommuner-page';
import { type ListedLines, lineScripts, pseudonymScripts } from './lines';
import { components, stages } from './money-tables';
import { type Draft, framed, paperStyle } from './page';
import { runs } from './past-runs';
import { count, HREF, link, nok, type Page, type Place, rootOf, say } from './place';
import { figuresPage, glossaryPage } from './plain-pages';
import { recipientPage } from './recipient-page';
import { reportTables } from './report-csv';
import { rulePages, rulesPage } from './rule-pages';
import { runCharts } from './run-charts';
import { placeOf, runFrame } from './run-frame';
import { searchScript } from './search-index';
import { tracePage } from './trace-page';

/** What a report is made of: the shown run, and in a restricted one its lines and explanations. */
export interface SiteContent {
  readonly model: ReportModel;
  /** Style and script of every page. */
  readonly assets: { readonly css: string; readonly js: string };
  /** undefined in a report to be shared. */
  readonly lines: ListedLines | undefined;
  readonly traces: Iterable<Trace>;
}

/**
 * The files of a report, one after the other: pages in every language, their figures and tables, and the scripts of data
 * that they load. Nothing in them asks for a server or a network.
 */
export async function* renderSite({ model, assets, lines, traces }: SiteContent): AsyncGenerator<Page> {
  const frames = { nb: runFrame(model, 'nb'), en: runFrame(model, 'en') };
  const charts = new Map<Language, ChartSet>();
  for (const language of LANGUAGES) charts.set(language, await runCharts(model, language));
  yield { path: 'assets/report.css', text: assets.css };
  yield { path: 'assets/report.js', text: assets.js };
  for (const [language, own] of charts) {
    yield { path: `assets/search-${language}.js`, text: searchScript(model, language) };
    yield { path: `assets/paper-${language}.css`, text: paperStyle(frames[language]) };
    for (const chart of own.values()) yield { path: chartPath(chart.name, language), text: chart.svg };
    for (const draft of drafts(model, language, own, lines)) yield framed(frames[language], language, draft);
  }
  yield* reportTables(model, charts);
  if (lines === undefined) return;
  yield* pseudonymScripts(lines, HREF);
  yield* lineScripts(lines);
  for (const trace of traces) {
    for (const language of LANGUAGES) {
      const draft = tracePage(placeOf(model, language, 'lines/1.html'), trace);
      yield framed(frames[language], language, draft);
    }
  }
}

function* drafts(
  model: ReportModel,
  language: Language,
  charts: ChartSet,
  lines: SiteContent['lines'],
): Generator<Draft> {
  const placeFor = (path: string) => placeOf(model, language, path);
  const top = placeFor('index.html');
  yield frontPage(top, charts);
  yield kommunerPage(top);
  yield figuresPage(top, charts);
  yield approvalPage(top);
  yield rulesPage(top);
  yield codesPage(top);
  yield glossaryPage(top);
  const inFolder = placeFor('recipients/1.html');
  for (const recipient of model.recipients) {
    yield recipientPage(inFolder, recipient, lines);
  }
  yield* rulePages(model, placeFor);
  yield* codePages(placeFor);
}

/** The first page: what is paid, how it came to that, where the money is, and what wants a look. */
function frontPage(place: Place, charts: ChartSet): Draft {
  const { model } = place;
  const name = say(place, 'report.name', { grantYear: model.grantYear, term: model.term });
  const body = html`<h1>${name}</h1>
${lead(place)}${keyFigures(place)}
<div class="columns">
<section><h2>${say(place, 'report.front.where')}</h2>${stages(place)}</section>
<section><h2>${say(place, 'report.front.terms')}</h2>${chartHtml(place, charts, 'terms')}</section>
</div>
<section><h2>${say(place, 'report.front.components')}</h2>
<p>${say(place, 'report.front.components_note')}</p>${components(place)}</section>
<section><h2>${say(place, 'report.front.before')}</h2>${runs(place)}</section>
<div class="columns">
<section><h2>${say(place, 'report.front.held')}</h2>${held(place)}</section>
<section><h2>${say(place, 'report.front.findings')}</h2>${findings(place)}</section>
</div>
`;
  return { path: 'index.html', title: name, body };
}

function lead(place: Place): Html {
  const { model } = place;
  const [now] = model.runs;
  const recipients = model.stages.reduce((sum, { payments }) => sum + payments, 0);
  const state = batchStateWord(model.state, place.language);
  const paid = now?.paidNok;
  const text =
    paid === undefined
      ? say(place, 'report.front.lead_hidden', { runState: state })
      : say(place, 'report.front.lead', { paidNok: paid, payments: recipients, runState: state });
  return html`<p class="lead">${text} ${link(place, 'kommuner.html', say(place, 'report.front.to_map'))}</p>
<p class="download"><a href="${rootOf(place)}data/term-${place.language}.xlsx">${say(place, 'report.workbook.link')}</a></p>\n`;
}

/** The figures that are asked for first, each beside the run before. */
function keyFigures(place: Place): Html {
  const [now, last] = place.model.runs;
  if (now === undefined) return html``;
  const beside = (shown: Html | undefined): Html =>
    shown === undefined || last === undefined
      ? html``
      : html`<span>${say(place, 'report.front.last', { term: last.term, grantYear: last.grantYear })} ${shown}</span>`;
  const money = (title: string, value: Shown, before: Shown): Html =>
    html`<div><dt>${title}</dt><dd><strong>${nok(place, value)}</strong>${beside(last && nok(place, before))}</dd></div>\n`;
  return html`<dl class="key">
${money(say(place, 'report.paid'), now.paidNok, last?.paidNok)}${money(say(place, 'report.corrections'), now.correctionsNok, last?.correctionsNok)}${money(say(place, 'report.held'), now.heldNok, last?.heldNok)}<div><dt>${say(place, 'report.persons')}</dt><dd><strong>${count(place, now.persons)}</strong>${beside(last && count(place, last.persons))}</dd></div>
</dl>`;
}
