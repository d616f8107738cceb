import { formatWhole } from '../../domain';
import { type ChartSet, chartPath } from '../figures/chart';
import { type Html, html } from './html';
import { rootOf, type Spot, say } from './place';
import { table } from './table';

/** A figure on a page: what it says, the picture, its numbers below. */
export function chartHtml(spot: Spot, charts: ChartSet, name: string): Html {
  const chart = charts.get(name);
  if (chart === undefined) return html`<p>${say(spot, 'report.chart.none')}</p>`;
  const root = rootOf(spot);
  const numbers = table(
    chart.title,
    chart.rows.map((row) => row.map((cell) => (typeof cell === 'number' ? formatWhole(cell) : cell))),
    chart.columns.map((title, index) => {
      const isFigure = index > 0 && typeof chart.rows[0]?.[index] === 'number';
      return { title, isFigure, cell: (row) => row[index] };
    }),
  );
  return html`<figure>
<figcaption>${chart.says}</figcaption>
<img src="${root}${chartPath(name, spot.language)}" alt="${say(spot, 'report.chart.alt', { says: chart.says })}" width="${chart.width}" height="${chart.height}">
<details><summary>${say(spot, 'report.chart.numbers')}</summary>${numbers}</details>
<p class="download"><a href="${root}data/figure-${name}-${spot.language}.csv">CSV</a> · <a href="${root}${chartPath(name, spot.language)}">SVG</a></p>
</figure>
`;
}
