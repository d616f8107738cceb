import type { CountedSum, Shown } from '../model/figures';
import { type Html, html } from './html';
import { count, HREF, link, nok, type Place, say, word } from './place';
import { column, figures, table } from './table';

/** What is held back, by reason. */
export function held(place: Place): Html {
  const rows = place.model.held;
  if (rows.length === 0) return html`<p>${say(place, 'report.front.nothing_held')}</p>`;
  return table(say(place, 'report.front.held'), rows, [
    column(say(place, 'report.reason'), ({ name }) => word(place, name)),
    figures(say(place, 'report.count'), (row) => fewOr(place, row.count)),
    figures(say(place, 'report.amount'), ({ amountNok }) => nok(place, amountNok)),
  ]);
}

/** Findings by kind, each with the page of its code. */
export function findings(place: Place, rows: readonly CountedSum[] = place.model.findings): Html {
  if (rows.length === 0) return html`<p>${say(place, 'report.front.no_findings')}</p>`;
  return table(say(place, 'report.front.findings'), rows, [
    column(say(place, 'report.finding'), ({ name }) => link(place, HREF.code(name), word(place, name))),
    column(say(place, 'report.severity'), ({ severity }) => word(place, severity)),
    figures(say(place, 'report.count'), (row) => fewOr(place, row.count)),
  ]);
}

function fewOr(place: Place, value: Shown): Html {
  if (value !== undefined) return count(place, value);
  return html`<span class="hidden">${say(place, 'report.few', { fewest: place.model.fewestPersons })}</span>`;
}
