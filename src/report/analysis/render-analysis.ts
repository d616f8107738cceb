import { LANGUAGES, type Language, writeDay } from '../../messages';
import { type ChartSet, chartPath, drawCharts } from '../figures/chart';
import { fanChart } from '../figures/fan-chart';
import type { AnalysisModel } from '../model/analysis-model';
import { type Draft, type Frame, framed, paperStyle, spotOf } from '../site/page';
import { HREF, type Page, say } from '../site/place';
import { glossaryPage } from '../site/plain-pages';
import { type SearchEntry, searchText } from '../site/search-index';
import { analysisTables } from './analysis-csv';
import { caseCharts } from './case-charts';
import { caseTitle, sideText } from './case-names';
import { casePage, casePath, casesPage, changedRecipientPage } from './case-page';
import { forecastPage, forecastRecipientPage } from './forecast-page';

/**
 * The files of a report of comparisons or scenarios, one after the other, as those of a run: pages in every language, figures
 * and tables, no server and no network.
 */
export async function* renderAnalysis(
  model: AnalysisModel,
  assets: { readonly css: string; readonly js: string },
): AsyncGenerator<Page> {
  const charts = new Map<Language, ChartSet>();
  for (const language of LANGUAGES) {
    const plans = model.cases.flatMap((one, index) => caseCharts(one, index + 1, model.kind, language));
    const fan = model.forecast === undefined ? [] : [fanChart({ language }, model.forecast)];
    charts.set(language, await drawCharts([...plans, ...fan]));
  }
  yield { path: 'assets/report.css', text: assets.css };
  yield { path: 'assets/report.js', text: assets.js };
  for (const [language, own] of charts) {
    const frame = analysisFrame(model, language);
    yield { path: `assets/search-${language}.js`, text: searchText(entries(model, language)) };
    yield { path: `assets/paper-${language}.css`, text: paperStyle(frame) };
    for (const chart of own.values()) yield { path: chartPath(chart.name, language), text: chart.svg };
    for (const draft of drafts(model, own, language)) yield framed(frame, language, draft);
  }
  yield* analysisTables(model, charts);
}

function* drafts(model: AnalysisModel, charts: ChartSet, language: Language): Generator<Draft> {
  const top = spotOf(language, 'index.html');
  if (model.cases.length > 1) yield casesPage(top, model);
  const { forecast } = model;
  if (forecast !== undefined) {
    yield forecastPage(top, model, forecast, charts);
    for (const one of forecast.recipients) yield forecastRecipientPage(spotOf(language, HREF.recipient(one.id)), one);
  }
  for (const [index, one] of model.cases.entries()) {
    yield casePage(top, model, charts, { one, place: index + 1, path: casePath(model, index + 1) });
  }
  yield glossaryPage(top);
  for (const { id } of model.cases.length === 0 ? [] : recipientsOf(model)) {
    yield changedRecipientPage(spotOf(language, HREF.recipient(id)), model, id);
  }
}

/** Recipients of all cases, or of the forecast. */
function recipientsOf({ cases, forecast }: AnalysisModel): { readonly id: string; readonly name: string }[] {
  const all = [...cases.flatMap(({ recipients }) => recipients), ...(forecast?.recipients ?? [])];
  return [...new Map(all.map(({ id, name }) => [id, { id, name }])).values()];
}

function entries(model: AnalysisModel, language: Language): SearchEntry[] {
  const kind = say({ language }, 'report.recipient');
  return [
    ...model.cases.map((one, index): SearchEntry => {
      const title = caseTitle({ language }, model.kind, one);
      return [title, casePath(model, index + 1), say({ language }, 'report.cases.name')];
    }),
    ...recipientsOf(model).map(({ id, name }): SearchEntry => [`${id} ${name}`, HREF.recipient(id), kind]),
  ];
}

/** What stands round the pages of an analysis. */
function analysisFrame(model: AnalysisModel, language: Language): Frame {
  const reader = { language };
  const { kind, isRestricted, programVersion, fewestPersons: fewest, cases, forecast } = model;
  const [only] = cases;
  const name =
    cases.length === 1 && only !== undefined ? caseTitle(reader, kind, only) : say(reader, `report.name.${kind}`);
  const sides = cases.flatMap(({ a, b }) => [sideText(reader, a, a.label), sideText(reader, b, b.label)]);
  const asOf =
    forecast === undefined ? [] : [say(reader, 'report.forecast.rests', { asOf: writeDay(forecast.asOf, language) })];
  return {
    name,
    marks: [say(reader, `report.mark.${kind}`), ...(isRestricted ? [say(reader, 'report.mark.few')] : [])],
    menu: [
      ['index.html', say(reader, 'report.menu.overview')],
      ['glossary.html', say(reader, 'report.menu.glossary')],
    ],
    rests: [
      ...new Set(sides),
      ...asOf,
      say(reader, 'report.of_program', { programVersion }),
      isRestricted ? say(reader, 'report.few_note', { fewest }) : say(reader, 'report.shared_note', { fewest }),
    ],
    searchHelp: say(reader, 'report.search_help_analysis'),
    hasPseudonyms: false,
    paper: name,
  };
}
