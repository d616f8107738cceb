import { BATCH_STAGES } from '../../domain';
import type { Shown } from '../model/figures';
import { type Html, html } from './html';
import { count, nok, type Place, say, word } from './place';
import { type Column, column, figures, table } from './table';

/** Payments by how far they have come. */
export function stages(place: Place): Html {
  const { stages: rows } = place.model;
  if (rows.length === 0) return html`<p>${say(place, 'report.front.no_stages')}</p>`;
  return table(say(place, 'report.front.where'), rows, [
    column(say(place, 'report.stage'), ({ stage }) => stageWord(place, stage)),
    figures(say(place, 'report.payments'), ({ payments }) => count(place, payments)),
    figures(say(place, 'report.amount'), ({ amountNok }) => nok(place, amountNok)),
  ]);
}

/** How far a payment has come. */
export function stageWord(place: Place, stage: string): string {
  const known = BATCH_STAGES.find((each) => each === stage);
  return known === undefined ? stage : say(place, `stage.${known}`);
}

/** annual = posted before + this run + due later + held. */
export function components(place: Place): Html {
  const rows = place.model.components;
  type Row = (typeof rows)[number];
  const sumOf = (of: (row: Row) => Shown): Shown =>
    rows.reduce<Shown>((sum, row) => {
      const value = of(row);
      return sum === undefined || value === undefined ? undefined : sum + value;
    }, 0);
  const money = (title: string, of: (row: Row) => Shown, cell = (row: Row): Html => nok(place, of(row))): Column<Row> =>
    figures(title, cell, nok(place, sumOf(of)));
  return table(say(place, 'report.front.components'), rows, [
    column(
      say(place, 'report.component'),
      ({ component, grantYear }) => `${word(place, component)} ${component === 'various' ? '' : grantYear}`.trim(),
      say(place, 'report.sum'),
    ),
    money(say(place, 'report.annual'), ({ annualNok }) => annualNok),
    money(say(place, 'report.before'), ({ postedBeforeNok }) => postedBeforeNok),
    money(
      say(place, 'report.lines'),
      ({ linesNok }) => linesNok,
      ({ linesNok }) => html`<strong>${nok(place, linesNok)}</strong>`,
    ),
    money(say(place, 'report.later'), ({ dueLaterNok }) => dueLaterNok),
    money(say(place, 'report.held_part'), ({ heldNok }) => heldNok),
  ]);
}
