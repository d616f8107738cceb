import { COMPONENTS, formatKroner, LINE_REASONS } from '../../domain';
import type { Recipient } from '../model/recipient';
import { findings } from './counted-tables';
import { type Html, html } from './html';
import { auditPath, firstLines, type ListedLines, type ShownLine } from './lines';
import { stageWord } from './money-tables';
import type { Draft } from './page';
import { count, HREF, hundredthsText, link, nok, type Place, rootOf, say, word } from './place';
import { type Column, column, figures, sortedFigures, table } from './table';

/** A recipient: sums, payments, the size of the year, hours; with its lines where persons may be told of. */
export function recipientPage(place: Place, recipient: Recipient, lines: ListedLines | undefined): Draft {
  const title = `${recipient.id} ${recipient.name}`;
  const body = html`<h1>${title}</h1>
${summary(place, recipient)}
<section><h2>${say(place, 'report.recipient.payments')}</h2>${payments(place, recipient)}</section>
<section><h2>${say(place, 'report.recipient.components')}</h2>${components(place, recipient)}</section>
<section><h2>${say(place, 'report.recipient.hours')}</h2>${hours(place, recipient)}</section>
${lines === undefined ? '' : lineSection(place, recipient, lines)}${findingSection(place, recipient)}`;
  return { path: HREF.recipient(recipient.id), title, body };
}

function summary(place: Place, { linesNok, lastNok, paidNok }: Recipient): Html {
  const { term, grantYear } = place.model;
  if (linesNok === undefined || paidNok === undefined)
    return html`<p class="lead">${say(place, 'report.recipient.lead_hidden')}</p>`;
  const text = say(place, 'report.recipient.lead', { linesNok, paidNok, term, grantYear });
  const before =
    lastNok === undefined || place.model.runs.length < 2 ? '' : say(place, 'report.recipient.last', { lastNok });
  return html`<p class="lead">${text} ${before}</p>`;
}

function payments(place: Place, { groups }: Recipient): Html {
  if (groups.length === 0) return html`<p>${say(place, 'report.recipient.no_payments')}</p>`;
  return table(say(place, 'report.recipient.payments'), groups, [
    column(say(place, 'report.group'), ({ group }) => word(place, group)),
    figures(say(place, 'report.lines'), ({ linesNok }) => nok(place, linesNok)),
    figures(say(place, 'report.carried_in'), ({ carriedInNok }) => nok(place, carriedInNok)),
    figures(say(place, 'report.paid'), ({ paidNok }) => html`<strong>${nok(place, paidNok)}</strong>`),
    figures(say(place, 'report.carried_out'), ({ carriedOutNok }) => nok(place, carriedOutNok)),
    column(say(place, 'report.stage'), ({ stage }) => (stage === '' ? '–' : stageWord(place, stage))),
    column(say(place, 'report.reference'), ({ paymentKey }) => html`<code>${paymentKey}</code>`),
  ]);
}

function components(place: Place, { components: rows }: Recipient): Html {
  if (rows.length === 0) return html`<p>${say(place, 'report.recipient.no_components')}</p>`;
  return table(say(place, 'report.recipient.components'), rows, [
    column(say(place, 'report.component'), ({ component }) => word(place, component)),
    figures(say(place, 'report.persons'), ({ persons }) => count(place, persons)),
    figures(say(place, 'report.annual'), ({ annualNok }) => nok(place, annualNok)),
    figures(say(place, 'report.lines'), ({ linesNok }) => nok(place, linesNok)),
    place.model.runs.length > 1 && figures(say(place, 'report.last_lines'), ({ lastNok }) => nok(place, lastNok)),
  ]);
}

function hours(place: Place, { hours: own }: Recipient): Html {
  if (own === undefined) return html`<p>${say(place, 'report.recipient.no_hours')}</p>`;
  const hundredths = (value: number | undefined): Html =>
    value === undefined ? count(place, undefined) : html`${hundredthsText(place, value)}`;
  return html`<dl class="facts">
<div><dt>${say(place, 'report.participants')}</dt><dd>${count(place, own.participants)}</dd></div>
<div><dt>${say(place, 'report.hours')}</dt><dd>${hundredths(own.hoursHundredths)}</dd></div>
<div><dt>${say(place, 'report.hours_each')}</dt><dd>${hundredths(own.averageHundredths)}</dd></div>
</dl>`;
}

/** Lines with their persons by pseudonym; the first on the page, the others in scripts that it asks for. */
function lineSection(place: Place, { id }: Recipient, { byRecipient, explained, audited }: ListedLines): Html {
  const root = rootOf(place);
  const sheet = audited.has(id)
    ? html`<p class="download"><a href="${root}${auditPath(id, place.language)}">${say(place, 'report.audit.link')}</a></p>`
    : '';
  const heading = html`<section><h2>${say(place, 'report.recipient.lines')}</h2><p>${say(place, 'report.recipient.lines_note')}</p>${sheet}`;
  const lines = byRecipient.get(id);
  if (lines === undefined) return html`${heading}<p>${say(place, 'report.recipient.no_lines')}</p></section>`;
  const { shown, scripts } = firstLines(lines);
  const more = scripts === 0 ? '' : moreLines(place, id, lines.length, scripts);
  return html`${heading}${table(say(place, 'report.recipient.lines'), shown, lineColumns(place, explained), { isSortable: scripts === 0 })}${more}</section>`;
}

/** Brings the lines that are not on the page, with the words for their codes. */
function moreLines(place: Place, id: string, count: number, scripts: number): Html {
  const names = [...COMPONENTS, ...LINE_REASONS, 'adjustment'];
  const words = JSON.stringify(Object.fromEntries(names.map((name) => [name, word(place, name)])));
  const counted = say(place, 'report.recipient.counted_lines', { shown: '{shown}', all: '{all}' });
  const text = say(place, 'report.recipient.more_lines');
  return html`<p><button type="button" id="more" data-recipient="${id}" data-scripts="${scripts}" data-words="${words}">${text}</button> <span id="counted" role="status" data-text="${counted}" data-all="${count}"></span></p>`;
}

function lineColumns(place: Place, explained: ReadonlySet<number>): Column<ShownLine>[] {
  return [
    column(say(place, 'report.line'), ({ number }) => ({
      shown: explained.has(number) ? link(place, HREF.line(number), String(number)) : number,
      sort: number,
    })),
    column(say(place, 'report.component'), ({ component }) => word(place, component)),
    column(say(place, 'report.grant_year'), ({ grantYear }) => String(grantYear)),
    column(say(place, 'report.code'), ({ code }) => html`<code>${code}</code>`),
    column(say(place, 'report.reason'), ({ reason }) => word(place, reason)),
    column(say(place, 'report.pseudonym'), ({ pseudonym }) =>
      pseudonym === '' ? '–' : html`<code class="pseudonym">${pseudonym}</code>`,
    ),
    sortedFigures(say(place, 'report.due'), ({ cumulativeNok }) => cumulativeNok, formatKroner),
    sortedFigures(say(place, 'report.posted'), ({ postedNok }) => postedNok, formatKroner),
    sortedFigures(
      say(place, 'report.amount'),
      ({ amountNok }) => amountNok,
      (amountNok) => html`<strong>${formatKroner(amountNok)}</strong>`,
    ),
  ];
}

function findingSection(place: Place, { findings: rows }: Recipient): Html {
  if (!place.model.isRestricted || rows.length === 0) return html``;
  return html`<section><h2>${say(place, 'report.front.findings')}</h2>${findings(place, rows)}</section>\n`;
}
