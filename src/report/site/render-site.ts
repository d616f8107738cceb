import { LANGUAGES, type Language } from '../../messages';
import { type ChartSet, chartPath } from '../figures/chart';
import type { ReportModel } from '../model/report-model';
import type { Trace } from '../model/trace';
import { approvalPage } from './approval-page';
import { codePages, codesPage } from './code-pages';
import { frontPage } from './front-page';
import { kommunerPage } from './kommuner-page';
import { type ListedLines, lineScripts, pseudonymScripts } from './lines';
import { type Draft, framed, paperStyle } from './page';
import { HREF, type Page } from './place';
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
