import { Html, html } from './html';
import { classedMetrics, type Metric } from './map-classes';
import type { Recipient } from './model';
import type { Draft } from './page';
import { count, HREF, hundredthsText, link, nok, type Place, say, signed } from './place';
import { type Cell, table } from './table';

/** The map of kommuner and the same as a table. */
export function kommunerPage(place: Place): Draft {
  const title = say(place, 'report.menu.kommuner');
  const metrics = classedMetrics(place);
  const body = html`<h1>${title}</h1>
<p>${say(place, 'report.map.note')}</p>
${map(place, metrics)}<section><h2>${say(place, 'report.map.table')}</h2>
<p class="download">${link({ up: place.up + (place.language === 'nb' ? '' : '../') }, `data/recipients-${place.language}.csv`, 'CSV')} · ${link({ up: place.up + (place.language === 'nb' ? '' : '../') }, 'data/open/recipients.csv', say(place, 'report.open_data'))}</p>
${recipientTable(place)}</section>
`;
  return { path: 'kommuner.html', title, body };
}

function map(place: Place, metrics: readonly Metric[]): Html {
  const { model } = place;
  const [first] = metrics;
  if (first === undefined) return html``;
  const byId = new Map(model.recipients.map((recipient) => [recipient.id, recipient]));
  const shapes = Object.entries(model.map.paths).map(([id, path]) => {
    const recipient = byId.get(id);
    const name = recipient === undefined ? id : `${id} ${recipient.name}`;
    const shape = html`<path class="${first.classes[id] ?? 'none'}" data-id="${id}" d="${path}"><title>${name}: ${first.texts[id] ?? '–'}</title></path>`;
    return recipient === undefined
      ? shape
      : html`<a href="${place.up}${HREF.recipient(id)}" tabindex="-1">${shape}</a>`;
  });
  const choices = metrics.map(
    ({ name, title }, index) =>
      html`<label><input type="radio" name="metric" value="${name}"${index === 0 ? html` checked` : ''}> ${title}</label>\n`,
  );
  const legends = metrics.map(
    ({ name, legend }, index) =>
      html`<ul class="legend" data-metric="${name}"${index === 0 ? '' : html` hidden`}>${legend.map(([style, text]) => html`<li><svg viewBox="0 0 22 14" width="22" height="14" aria-hidden="true"><rect class="${style}" width="22" height="14"/></svg> ${text}</li>`)}</ul>`,
  );
  const data = JSON.stringify(
    Object.fromEntries(metrics.map(({ name, classes, texts }) => [name, { classes, texts }])),
  );
  return html`<div class="map">
<fieldset><legend>${say(place, 'report.map.shows')}</legend>
${choices}</fieldset>
<div class="sheet"><svg viewBox="${model.map.viewBox}" aria-hidden="true">
<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" class="paper"/><rect width="1.4" height="5" class="stroke"/></pattern></defs>
${shapes}</svg></div>
<div>${legends}<p id="pointed" class="pointed"></p><p class="source">${say(place, 'report.map.source', { mapSource: model.map.source })}</p></div>
<script type="application/json" id="map-data">${rawJson(data)}</script>
</div>
`;
}

/** JSON inside a page: nothing in it can end the element. */
function rawJson(json: string): Html {
  return new Html(json.replaceAll('<', '\\u003c'));
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
