import { textOf } from '../../messages';
import type { ChartSet } from '../figures/chart';
import { chartHtml } from './chart-figure';
import { html } from './html';
import type { Draft } from './page';
import { type Place, type Spot, say } from './place';

/** All figures, each with its numbers. */
export function figuresPage(place: Place, charts: ChartSet): Draft {
  const title = say(place, 'report.menu.figures');
  const shown = [...charts.values()];
  const body = html`<h1>${title}</h1>
<p>${say(place, 'report.figures.note')}</p>
<div class="figures">${shown.map(({ name, title: heading }) => html`<section><h2>${heading}</h2>${chartHtml(place, charts, name)}</section>\n`)}</div>
`;
  return { path: 'figures.html', title, body };
}

/** Words of the field. */
export function glossaryPage(spot: Spot): Draft {
  const title = say(spot, 'report.menu.glossary');
  const entries = textOf('report.glossary.entries', spot.language)
    .split('\n')
    .map((line) => line.split('|'))
    .toSorted(([one = ''], [other = '']) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1));
  const body = html`<h1>${title}</h1>
<dl class="glossary">
${entries.map(([name = '', text = '']) => html`<div id="${name.replace(/[^a-zæøå0-9]+/gi, '-')}"><dt>${name}</dt><dd>${text}</dd></div>\n`)}</dl>
`;
  return { path: 'glossary.html', title, body };
}
