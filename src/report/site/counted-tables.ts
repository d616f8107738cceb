import type { CountedSum, Shown } from '../model/figures';
import { type Html, html } from './html';
import { count, HREF, link, nok, type Place, say, word } from './place';
import { table } from './table';

/** What is held back, by reason. */
export function held(place: Place): Html {
  const rows = place.model.held;
  if (rows.length === 0) return html`<p>${say(place, 'report.front.nothing_held')}</p>`;
  return table({
    caption: say(place, 'report.front.held'),
    hasQuietCaption: true,
    columns: [
      { title: say(place, 'report.reason') },
      { title: say(place, 'report.count'), isFigure: true },
      { title: say(place, 'report.amount'), isFigure: true },
    ],
    rows: rows.map(({ name, count: rowCount, amountNok }) => [
      word(place, name),
      fewOr(place, rowCount),
      nok(place, amountNok),
    ]),
  });
}

/** Findings by kind, each with the page of its code. */
export function findings(place: Place, rows: readonly CountedSum[] = place.model.findings): Html {
  if (rows.length === 0) return html`<p>${say(place, 'report.front.no_findings')}</p>`;
  return table({
    caption: say(place, 'report.front.findings'),
    hasQuietCaption: true,
    columns: [
      { title: say(place, 'report.finding') },
      { title: say(place, 'report.severity') },
      { title: say(place, 'report.count'), isFigure: true },
    ],
    rows: rows.map(({ name, severity, count: times }) => [
      link(place, HREF.code(name), word(place, name)),
      word(place, severity),
      fewOr(place, times),
    ]),
  });
}

function fewOr(place: Place, value: Shown): Html {
  if (value !== undefined) return count(place, value);
  return html`<span class="hidden">${say(place, 'report.few', { fewest: place.model.fewestPersons })}</span>`;
}
