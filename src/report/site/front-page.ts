import { BATCH_STAGES, formatKroner } from '../../domain';
import { batchStateWord } from '../../messages';
import type { ChartSet } from './charts';
import { chartHtml } from './charts';
import { type Html, html } from './html';
import type { Shown } from './model';
import type { Draft } from './page';
import { count, HREF, link, nok, type Place, say, signed, word } from './place';
import { table } from './table';

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
<p class="download"><a href="${place.up}${place.language === 'nb' ? '' : '../'}data/term-${place.language}.xlsx">${say(place, 'report.workbook.link')}</a></p>\n`;
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

function stages(place: Place): Html {
  const { stages: rows } = place.model;
  if (rows.length === 0) return html`<p>${say(place, 'report.front.no_stages')}</p>`;
  return table({
    caption: say(place, 'report.front.where'),
    hasQuietCaption: true,
    columns: [
      { title: say(place, 'report.stage') },
      { title: say(place, 'report.payments'), isFigure: true },
      { title: say(place, 'report.amount'), isFigure: true },
    ],
    rows: rows.map(({ stage, payments, amountNok }) => [
      stageWord(place, stage),
      count(place, payments),
      nok(place, amountNok),
    ]),
  });
}

/** How far a payment has come. */
export function stageWord(place: Place, stage: string): string {
  const known = BATCH_STAGES.find((each) => each === stage);
  return known === undefined ? stage : say(place, `stage.${known}`);
}

/** annual = posted before + this run + due later + held. */
function components(place: Place): Html {
  const rows = place.model.components;
  const add = (of: (row: (typeof rows)[number]) => Shown): Shown => {
    let sum = 0;
    for (const row of rows) {
      const value = of(row);
      if (value === undefined) return undefined;
      sum += value;
    }
    return sum;
  };
  const figures = ['annual', 'before', 'lines', 'later', 'held_part'] as const;
  return table({
    caption: say(place, 'report.front.components'),
    hasQuietCaption: true,
    columns: [
      { title: say(place, 'report.component') },
      ...figures.map((name) => ({ title: say(place, `report.${name}`), isFigure: true })),
    ],
    rows: rows.map((row) => [
      `${word(place, row.component)} ${row.component === 'various' ? '' : row.grantYear}`.trim(),
      nok(place, row.annualNok),
      nok(place, row.postedBeforeNok),
      html`<strong>${nok(place, row.linesNok)}</strong>`,
      nok(place, row.dueLaterNok),
      nok(place, row.heldNok),
    ]),
    total: [
      say(place, 'report.sum'),
      nok(
        place,
        add(({ annualNok }) => annualNok),
      ),
      nok(
        place,
        add(({ postedBeforeNok }) => postedBeforeNok),
      ),
      nok(
        place,
        add(({ linesNok }) => linesNok),
      ),
      nok(
        place,
        add(({ dueLaterNok }) => dueLaterNok),
      ),
      nok(
        place,
        add(({ heldNok }) => heldNok),
      ),
    ],
  });
}

/** The run beside the one before and the same term last year. */
export function runs(place: Place): Html {
  const { runs: all } = place.model;
  const [now, last] = all;
  const row = (title: string, of: (run: (typeof all)[number]) => Shown, isMoney = true) => {
    const change = now === undefined || last === undefined ? undefined : difference(of(now), of(last));
    return [
      title,
      ...all.map((run) => (isMoney ? nok(place, of(run)) : count(place, of(run)))),
      ...(last === undefined
        ? []
        : [isMoney ? signed(place, change) : html`${(change ?? 0) > 0 ? '+' : ''}${count(place, change)}`]),
    ];
  };
  return table({
    caption: say(place, 'report.front.before'),
    hasQuietCaption: true,
    columns: [
      { title: '' },
      ...all.map(({ grantYear, term }) => ({ title: say(place, 'report.term', { grantYear, term }), isFigure: true })),
      ...(last === undefined ? [] : [{ title: say(place, 'report.change'), isFigure: true }]),
    ].map((column) => (column.title === '' ? { ...column, title: say(place, 'report.figure') } : column)),
    rows: [
      row(say(place, 'report.persons'), ({ persons }) => persons, false),
      row(say(place, 'report.line_count'), ({ lines }) => lines, false),
      row(say(place, 'report.gross'), ({ grossNok }) => grossNok),
      row(say(place, 'report.corrections'), ({ correctionsNok }) => correctionsNok),
      row(say(place, 'report.net'), ({ netNok }) => netNok),
      row(say(place, 'report.paid'), ({ paidNok }) => paidNok),
      row(say(place, 'report.held'), ({ heldNok }) => heldNok),
    ],
  });
}

function difference(now: Shown, last: Shown): Shown {
  return now === undefined || last === undefined ? undefined : now - last;
}

function held(place: Place): Html {
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
export function findings(place: Place): Html {
  const rows = place.model.findings;
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

/** A sum in a sentence. */
export function kroner(value: Shown): string {
  return value === undefined ? '–' : formatKroner(value);
}
