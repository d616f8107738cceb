import { formatWhole, PAYEE_FAULT_KINDS } from '../../domain';
import { writeDay } from '../../messages';
import { findings } from './counted-tables';
import { type Html, html } from './html';
import type { Draft } from './page';
import { runs } from './past-runs';
import { HREF, link, nok, type Place, say, signed, word } from './place';
import { column, figures, table } from './table';

/** What the approver must see: as the command `preview` has it, without persons. */
export function approvalPage(place: Place): Draft {
  const title = say(place, 'report.menu.approval');
  const body = html`<h1>${title}</h1>
<p class="lead">${say(place, 'report.approval.note')}</p>
<section><h2>${say(place, 'report.approval.acts')}</h2>${acts(place)}</section>
<section><h2>${say(place, 'report.front.before')}</h2>${runs(place)}</section>
<section><h2>${say(place, 'report.approval.limits')}</h2>${limits(place)}</section>
<section><h2>${say(place, 'report.approval.blockers')}</h2>${blockers(place)}</section>
<section><h2>${say(place, 'report.approval.payees')}</h2>${payees(place)}</section>
<section><h2>${say(place, 'report.approval.changes')}</h2>${changes(place)}</section>
<section><h2>${say(place, 'report.front.findings')}</h2>${findings(place)}</section>
`;
  return { path: 'approval.html', title, body };
}

function acts(place: Place): Html {
  return table(say(place, 'report.approval.acts'), place.model.acts, [
    column(say(place, 'report.approval.role'), ({ role }) =>
      role === 'runner' ? say(place, 'report.approval.runner') : word(place, role),
    ),
    column(say(place, 'report.approval.actor'), ({ actor }) => actor),
    column(say(place, 'report.approval.when'), ({ at }) => writeDay(at.slice(0, 10), place.language)),
  ]);
}

function limits(place: Place): Html {
  const rows = place.model.limits;
  if (rows.length === 0) return html`<p>${say(place, 'report.approval.no_limits')}</p>`;
  return table(say(place, 'report.approval.limits'), rows, [
    column(say(place, 'report.approval.limit'), ({ name }) => html`<code>${name}</code>`),
    figures(say(place, 'report.approval.bound'), ({ limit }) => formatWhole(limit)),
    figures(say(place, 'report.approval.value'), ({ value }) => (value === undefined ? '–' : formatWhole(value))),
    column(say(place, 'report.approval.verdict'), ({ isBreached }) =>
      isBreached
        ? html`<strong class="unmet">${say(place, 'report.approval.breached')}</strong>`
        : say(place, 'report.approval.kept'),
    ),
  ]);
}

function blockers(place: Place): Html {
  const { blockers: rows, accepted } = place.model;
  const parts = [
    rows.length === 0
      ? html`<p>${say(place, 'report.approval.no_blockers')}</p>`
      : html`<ul>${rows.map(({ name, status }) => html`<li><code>${name}</code> ${status === '' ? '' : `(${word(place, status)})`}</li>`)}</ul>`,
    accepted.length === 0
      ? ''
      : html`<h3>${say(place, 'report.approval.accepted')}</h3><ul>${accepted.map(({ name, reference }) => html`<li><code>${name}</code> ${reference}</li>`)}</ul>`,
  ];
  return html`${parts}`;
}

function payees(place: Place): Html {
  const rows = place.model.payees;
  if (rows.length === 0) return html`<p>${say(place, 'report.approval.no_payee_faults')}</p>`;
  return table(say(place, 'report.approval.payees'), rows, [
    column(say(place, 'report.approval.fault'), ({ kind }) => payeeWord(place, kind)),
    figures(say(place, 'report.recipients'), ({ recipients }) => formatWhole(recipients.length)),
    figures(say(place, 'report.amount'), ({ paidNok }) => nok(place, paidNok)),
  ]);
}

function payeeWord(place: Place, kind: string): string {
  const known = PAYEE_FAULT_KINDS.find((each) => each === kind);
  return known === undefined ? kind : say(place, `report.payee.${known}`);
}

/** Recipients that get most more and most less than last. */
function changes(place: Place): Html {
  if (place.model.runs.length < 2) return html`<p>${say(place, 'report.approval.first_run')}</p>`;
  const all = place.model.recipients
    .flatMap(({ id, name, linesNok, lastNok }) =>
      linesNok === undefined || lastNok === undefined
        ? []
        : [{ id, name, linesNok, lastNok, changeNok: linesNok - lastNok }],
    )
    .filter(({ changeNok }) => changeNok !== 0)
    .toSorted((one, other) => Math.abs(other.changeNok) - Math.abs(one.changeNok) || (one.id < other.id ? -1 : 1))
    .slice(0, 20);
  return table(say(place, 'report.approval.changes'), all, [
    column(say(place, 'report.recipient'), ({ id, name }) => link(place, HREF.recipient(id), `${id} ${name}`)),
    figures(say(place, 'report.last_lines'), ({ lastNok }) => nok(place, lastNok)),
    figures(say(place, 'report.lines'), ({ linesNok }) => nok(place, linesNok)),
    figures(say(place, 'report.change'), ({ changeNok }) => html`<strong>${signed(place, changeNok)}</strong>`),
  ]);
}
