import { formatKroner, formatWhole } from '../../domain';
import { writeDay } from '../../messages';
import type { ChartSet } from '../figures/chart';
import type { AnalysisModel } from '../model/analysis-model';
import type { ForecastRecipientShown, ForecastRow, ForecastShown, Quantiles } from '../model/forecast-model';
import { chartHtml } from '../site/chart-figure';
import { type Html, html } from '../site/html';
import { classed, type MapPlan } from '../site/map-classes';
import { mapHtml } from '../site/map-html';
import type { Draft } from '../site/page';
import { count, HREF, link, nok, rootOf, type Spot, say, signed, word } from '../site/place';
import { type Cell, table } from '../site/table';
import { lawTable } from './law-table';

/** What years are expected to come to. */
export function forecastPage(spot: Spot, model: AnalysisModel, forecast: ForecastShown, charts: ChartSet): Draft {
  const title = say(spot, 'report.name.forecast');
  const { asOf, simulations, seed, cells, components, warnings } = forecast;
  const data = { up: rootOf(spot) };
  const section = (heading: string, body: Html): Html => html`<section><h2>${heading}</h2>\n${body}</section>\n`;
  const body = html`<h1>${title}</h1>
<p class="lead">${say(spot, 'report.forecast.lead', { asOf: writeDay(asOf, spot.language), simulations, seed })}</p>
${warnings.map((warning) => html`<p class="note">${warning[spot.language]}</p>\n`)}
${section(say(spot, 'report.forecast.fan'), chartHtml(spot, charts, 'fan'))}
${section(say(spot, 'report.forecast.years'), yearTable(spot, forecast))}
${section(say(spot, 'report.case.law'), lawTable(spot, forecast.law))}
${section(say(spot, 'report.front.components'), rowTable(spot, say(spot, 'report.front.components'), components))}
${section(say(spot, 'report.case.cells'), rowTable(spot, say(spot, 'report.case.cells'), cells))}
${section(
  say(spot, 'report.menu.kommuner'),
  html`<p>${say(spot, 'report.map.note')}</p>
${mapHtml(spot, model.map, forecast.recipients, metrics(spot, forecast, model.fewestPersons))}
<p class="download">${link(data, `data/recipients-${spot.language}.csv`, 'CSV')} · ${link(data, 'data/open/recipients.csv', say(spot, 'report.open_data'))}</p>
${recipientTable(spot, forecast)}`,
)}
`;
  return { path: 'index.html', title, body };
}

function metrics(spot: Spot, { years, recipients }: ForecastShown, fewest: number) {
  const plans = years.map(
    ({ grantYear }): MapPlan<ForecastRecipientShown> => ({
      name: `year-${grantYear}`,
      title: say(spot, 'report.forecast.middle_of', { grantYear }),
      of: (recipient) => {
        const own = recipient.years.find((year) => year.grantYear === grantYear);
        return own === undefined ? null : own.amountNok?.p50;
      },
      text: formatKroner,
    }),
  );
  return plans.map((plan) => classed(spot, recipients, plan, fewest));
}

function bandCells(spot: Spot, band: Quantiles | undefined): Html[] {
  return [band?.p10, band?.p50, band?.p90].map((value) => nok(spot, value));
}

const BAND_COLUMNS = ['P10', 'P50', 'P90'].map((title) => ({ title, isFigure: true }));

function yearTable(spot: Spot, { known, years, baseline }: ForecastShown): Html {
  const hasBase = years.some(({ baselineNok }) => baselineNok !== undefined);
  const base = baseline === '' ? say(spot, 'report.forecast.law_of_year') : baseline;
  return table({
    caption: say(spot, 'report.forecast.years'),
    hasQuietCaption: true,
    columns: [
      { title: say(spot, 'report.grant_year') },
      { title: say(spot, 'report.forecast.known'), isFigure: true },
      ...BAND_COLUMNS,
      ...(hasBase ? [{ title: say(spot, 'report.forecast.beside', { base }), isFigure: true }] : []),
    ],
    rows: [
      ...known.map(({ grantYear, amountNok }) => [
        String(grantYear),
        nok(spot, amountNok),
        '–',
        '–',
        '–',
        ...(hasBase ? ['–'] : []),
      ]),
      ...years.map(({ grantYear, amountNok, baselineNok }) => [
        String(grantYear),
        '–',
        ...bandCells(spot, amountNok),
        ...(hasBase ? [baselineNok === undefined ? '–' : signed(spot, amountNok.p50 - baselineNok)] : []),
      ]),
    ],
  });
}

function rowTable(spot: Spot, caption: string, rows: readonly ForecastRow[]): Html {
  return table({
    caption,
    hasQuietCaption: true,
    columns: [
      { title: say(spot, 'report.component') },
      { title: say(spot, 'report.grant_year') },
      { title: say(spot, 'report.case.year_and_class') },
      { title: say(spot, 'report.forecast.known_persons'), isFigure: true },
      ...BAND_COLUMNS.map(({ title }) => ({ title: say(spot, 'report.forecast.persons', { title }), isFigure: true })),
      ...BAND_COLUMNS,
    ],
    rows: rows.map(({ component, grantYear, yearNumber, rateClass, known, persons, amountNok }) => [
      word(spot, component),
      String(grantYear),
      [yearNumber, rateClass]
        .filter((part) => part !== '')
        .map((part) => word(spot, part))
        .join(', ') || '–',
      count(spot, known),
      ...[persons?.p10, persons?.p50, persons?.p90].map((value) => count(spot, value)),
      ...bandCells(spot, amountNok),
    ]),
  });
}

function recipientTable(spot: Spot, { years, recipients }: ForecastShown): Html {
  return table({
    caption: say(spot, 'report.map.table'),
    hasQuietCaption: true,
    isSortable: true,
    columns: [
      { title: say(spot, 'report.recipient') },
      ...years.map(({ grantYear }) => ({
        title: say(spot, 'report.forecast.middle_of', { grantYear }),
        isFigure: true,
      })),
    ],
    rows: recipients.map(({ id, name, years: own }) => [
      { shown: link(spot, HREF.recipient(id), `${id} ${name}`), sort: name },
      ...years.map(({ grantYear }): Cell => {
        const found = own.find((year) => year.grantYear === grantYear);
        if (found === undefined) return { shown: '–', sort: '' };
        return { shown: nok(spot, found.amountNok?.p50), sort: found.amountNok?.p50 ?? '' };
      }),
    ]),
  });
}

/** What one recipient can expect. */
export function forecastRecipientPage(spot: Spot, { id, name, years }: ForecastRecipientShown): Draft {
  const title = `${id} ${name}`;
  const body = html`<h1>${title}</h1>
${table({
  caption: say(spot, 'report.forecast.years'),
  columns: [{ title: say(spot, 'report.grant_year') }, ...BAND_COLUMNS],
  rows: years.map(({ grantYear, amountNok }) => [String(grantYear), ...bandCells(spot, amountNok)]),
})}
<p>${say(spot, 'report.forecast.bands_note', { ten: formatWhole(10) })}</p>
`;
  return { path: HREF.recipient(id), title, body };
}
