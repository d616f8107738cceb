import { BATCH_STAGES } from '../../domain';
import type { Shown } from '../model/figures';
import { type Html, html } from './html';
import { count, nok, type Place, say, word } from './place';
import { table } from './table';

/** Payments by how far they have come. */
export function stages(place: Place): Html {
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
export function components(place: Place): Html {
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
