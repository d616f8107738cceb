import type { Shown } from '../model/figures';
import { type Html, html } from './html';
import { count, nok, type Place, say, signed } from './place';
import { table } from './table';

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
