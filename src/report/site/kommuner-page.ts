import type { Recipient } from '../model/recipient';
import { type Html, html } from './html';
import { mapHtml } from './map-html';
import type { Draft } from './page';
import { count, HREF, hundredthsText, link, nok, type Place, rootOf, say, signed } from './place';
import { runMetrics } from './run-metrics';
import { type Cell, table } from './table';

/** The map of kommuner and the same as a table. */
export function kommunerPage(place: Place): Draft {
  const title = say(place, 'report.menu.kommuner');
  const { model } = place;
  const data = { up: rootOf(place) };
  const body = html`<h1>${title}</h1>
<p>${say(place, 'report.map.note')}</p>
${mapHtml(place, model.map, model.recipients, runMetrics(place))}<section><h2>${say(place, 'report.map.table')}</h2>
<p class="download">${link(data, `data/recipients-${place.language}.csv`, 'CSV')} · ${link(data, 'data/open/recipients.csv', say(place, 'report.open_data'))}</p>
${recipientTable(place)}</section>
`;
  return { path: 'kommuner.html', title, body };
}

function recipientTable(place: Place): Html {
  const { recipients } = place.model;
  return table({
    caption: say(place, 'report.map.table'),
    hasQuietCaption: true,
    isSortable: true,
    columns: [
      { title: say(place, 'report.recipient') },
      { title: say(place, 'report.lines'), isFigure: true },
      { title: say(place, 'report.change'), isFigure: true },
      { title: say(place, 'report.paid'), isFigure: true },
      { title: say(place, 'report.annual'), isFigure: true },
      { title: say(place, 'report.persons_programme'), isFigure: true },
      { title: say(place, 'report.hours_each'), isFigure: true },
    ],
    rows: recipients.map((recipient) => recipientRow(place, recipient)),
  });
}

function recipientRow(
  place: Place,
  { id, name, linesNok, lastNok, paidNok, annualNok, persons, hours }: Recipient,
): Cell[] {
  const change = linesNok === undefined || lastNok === undefined ? undefined : linesNok - lastNok;
  const average = hours?.averageHundredths;
  const sorted = (shown: Html, value: number | undefined): Cell => ({ shown, sort: value ?? '' });
  return [
    { shown: link(place, HREF.recipient(id), `${id} ${name}`), sort: name },
    sorted(nok(place, linesNok), linesNok),
    sorted(signed(place, change), change),
    sorted(nok(place, paidNok), paidNok),
    sorted(nok(place, annualNok), annualNok),
    sorted(count(place, persons), persons),
    sorted(
      hours === undefined
        ? html`–`
        : average === undefined
          ? count(place, undefined)
          : html`${hundredthsText(place, average)}`,
      average,
    ),
  ];
}
