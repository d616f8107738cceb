import type { MapOutline } from '../model/map-outline';
import { Html, html } from './html';
import type { Metric } from './map-classes';
import { HREF, type Spot, say } from './place';

/** A map that is coloured by one figure or another; a click leads to the page of a recipient. */
export function mapHtml(
  spot: Spot,
  outline: MapOutline,
  recipients: readonly { readonly id: string; readonly name: string }[],
  metrics: readonly Metric[],
): Html {
  const [first] = metrics;
  if (first === undefined) return html``;
  const byId = new Map(recipients.map((recipient) => [recipient.id, recipient]));
  const shapes = Object.entries(outline.paths).map(([id, path]) => {
    const recipient = byId.get(id);
    const name = recipient === undefined ? id : `${id} ${recipient.name}`;
    const shape = html`<path class="${first.classes[id] ?? 'none'}" data-id="${id}" d="${path}"><title>${name}: ${first.texts[id] ?? '–'}</title></path>`;
    return recipient === undefined ? shape : html`<a href="${spot.up}${HREF.recipient(id)}" tabindex="-1">${shape}</a>`;
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
<fieldset><legend>${say(spot, 'report.map.shows')}</legend>
${choices}</fieldset>
<div class="sheet"><svg viewBox="${outline.viewBox}" aria-hidden="true">
<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" class="paper"/><rect width="1.4" height="5" class="stroke"/></pattern></defs>
${shapes}</svg></div>
<div>${legends}<p id="pointed" class="pointed"></p><p class="source">${say(spot, 'report.map.source', { mapSource: outline.source })}</p></div>
<script type="application/json" id="map-data">${rawJson(data)}</script>
</div>
`;
}

/** JSON inside a page: nothing in it can end the element. */
function rawJson(json: string): Html {
  return new Html(json.replaceAll('<', '\\u003c'));
}
