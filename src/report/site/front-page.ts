import { batchStateWord } from '../../messages';
import type { ChartSet } from '../figures/chart';
import type { Shown } from '../model/figures';
import { chartHtml } from './chart-figure';
import { findings, held } from './counted-tables';
import { type Html, html } from './html';
import { components, stages } from './money-tables';
import type { Draft } from './page';
import { runs } from './past-runs';
import { count, link, nok, type Place, rootOf, say } from './place';
/** The first page: what is paid, how it came to that, where the money is, and what wants a look. */
export function frontPage(place: Place, charts: ChartSet): Draft {
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
