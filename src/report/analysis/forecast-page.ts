import { formatKroner, formatWhole } from '../../domain';
import { writeDay } from '../../messages';
import type { ChartSet } from '../figures/chart';
import type { AnalysisModel } from '../model/analysis-model';
import type { Shown } from '../model/figures';
import type { ForecastRecipientShown, ForecastRow, ForecastShown, Quantiles } from '../model/forecast-model';
import { chartHtml } from '../site/chart-figure';
import { type Html, html } from '../site/html';
import { classed, type MapPlan } from '../site/map-classes';
import { mapHtml } from '../site/map-html';
import type { Draft } from '../site/page';
import { count, HREF, link, nok, rootOf, type Spot, say, signed, word } from '../site/place';
import { type Column, column, figures, table } from '../site/table';
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

/** The three quantiles of a band of kroner. */
function bandColumns<Row>(spot: Spot, of: (row: Row) => Quantiles | undefined | '–'): Column<Row>[] {
  return QUANTILES.map((name) =>
    figures(name.toUpperCase(), (row) => {
      const band = of(row);
      return band === '–' ? band : nok(spot, band?.[name]);
    }),
  );
}

const QUANTILES = ['p10', 'p50', 'p90'] as const;

interface YearRow {
  readonly grantYear: number;
  readonly knownNok?: Shown;
  readonly amountNok?: Quantiles;
  readonly baselineNok?: number | undefined;
}

function yearTable(spot: Spot, { known, years, baseline }: ForecastShown): Html {
  const hasBase = years.some(({ baselineNok }) => baselineNok !== undefined);
  const base = baseline === '' ? say(spot, 'report.forecast.law_of_year') : baseline;
  const rows: YearRow[] = [...known.map(({ grantYear, amountNok: knownNok }) => ({ grantYear, knownNok })), ...years];
  return table(say(spot, 'report.forecast.years'), rows, [
    column(say(spot, 'report.grant_year'), ({ grantYear }) => String(grantYear)),
    figures(say(spot, 'report.forecast.known'), ({ amountNok, knownNok }) =>
      amountNok === undefined ? nok(spot, knownNok) : '–',
    ),
    ...bandColumns<YearRow>(spot, ({ amountNok }) => amountNok ?? '–'),
    hasBase &&
      figures(say(spot, 'report.forecast.beside', { base }), ({ amountNok, baselineNok }) =>
        amountNok === undefined || baselineNok === undefined ? '–' : signed(spot, amountNok.p50 - baselineNok),
      ),
  ]);
}

function rowTable(spot: Spot, caption: string, rows: readonly ForecastRow[]): Html {
  return table(caption, rows, [
    column(say(spot, 'report.component'), ({ component }) => word(spot, component)),
    column(say(spot, 'report.grant_year'), ({ grantYear }) => String(grantYear)),
    column(
      say(spot, 'report.case.year_and_class'),
      ({ yearNumber, rateClass }) =>
        [yearNumber, rateClass]
          .filter((part) => part !== '')
          .map((part) => word(spot, part))
          .join(', ') || '–',
    ),
    figures(say(spot, 'report.forecast.known_persons'), ({ known }) => count(spot, known)),
    ...QUANTILES.map((name) =>
      figures<ForecastRow>(say(spot, 'report.forecast.persons', { title: name.toUpperCase() }), ({ persons }) =>
        count(spot, persons?.[name]),
      ),
    ),
    ...bandColumns<ForecastRow>(spot, ({ amountNok }) => amountNok),
  ]);
}

function recipientTable(spot: Spot, { years, recipients }: ForecastShown): Html {
  return table(
    say(spot, 'report.map.table'),
    recipients,
    [
      column(say(spot, 'report.recipient'), ({ id, name }) => ({
        shown: link(spot, HREF.recipient(id), `${id} ${name}`),
        sort: name,
      })),
      ...years.map(({ grantYear }) =>
        figures<ForecastRecipientShown>(say(spot, 'report.forecast.middle_of', { grantYear }), ({ years: own }) => {
          const found = own.find((year) => year.grantYear === grantYear);
          if (found === undefined) return { shown: '–', sort: '' };
          return { shown: nok(spot, found.amountNok?.p50), sort: found.amountNok?.p50 ?? '' };
        }),
      ),
    ],
    { isSortable: true },
  );
}

/** What one recipient can expect. */
export function forecastRecipientPage(spot: Spot, { id, name, years }: ForecastRecipientShown): Draft {
  const title = `${id} ${name}`;
  const body = html`<h1>${title}</h1>
${table(
  say(spot, 'report.forecast.years'),
  years,
  [
    column(say(spot, 'report.grant_year'), ({ grantYear }) => String(grantYear)),
    ...bandColumns<(typeof years)[number]>(spot, ({ amountNok }) => amountNok),
  ],
  { hasShownCaption: true },
)}
<p>${say(spot, 'report.forecast.bands_note', { ten: formatWhole(10) })}</p>
`;
  return { path: HREF.recipient(id), title, body };
}
