import type { Shown } from '../model/figures';
import { type Html, html } from './html';
import { count, nok, type Place, say, signed } from './place';
import { column, figures, table } from './table';

/** The run beside the one before and the same term last year. */
export function runs(place: Place): Html {
  const { runs: all } = place.model;
  const [now, last] = all;
  const rows: { title: string; of: (run: (typeof all)[number]) => Shown; isMoney: boolean }[] = [
    { title: say(place, 'report.persons'), of: ({ persons }) => persons, isMoney: false },
    { title: say(place, 'report.line_count'), of: ({ lines }) => lines, isMoney: false },
    { title: say(place, 'report.gross'), of: ({ grossNok }) => grossNok, isMoney: true },
    { title: say(place, 'report.corrections'), of: ({ correctionsNok }) => correctionsNok, isMoney: true },
    { title: say(place, 'report.net'), of: ({ netNok }) => netNok, isMoney: true },
    { title: say(place, 'report.paid'), of: ({ paidNok }) => paidNok, isMoney: true },
    { title: say(place, 'report.held'), of: ({ heldNok }) => heldNok, isMoney: true },
  ];
  const changed = (change: Shown, isMoney: boolean): Html =>
    isMoney ? signed(place, change) : html`${(change ?? 0) > 0 ? '+' : ''}${count(place, change)}`;
  return table(say(place, 'report.front.before'), rows, [
    column(say(place, 'report.figure'), ({ title }) => title),
    ...all.map((run) =>
      figures<(typeof rows)[number]>(say(place, 'report.term', run), ({ of, isMoney }) =>
        isMoney ? nok(place, of(run)) : count(place, of(run)),
      ),
    ),
    now !== undefined &&
      last !== undefined &&
      figures(say(place, 'report.change'), ({ of, isMoney }) => changed(difference(of(now), of(last)), isMoney)),
  ]);
}

function difference(now: Shown, last: Shown): Shown {
  return now === undefined || last === undefined ? undefined : now - last;
}
