import { formatKroner } from '../../domain';
import type { LawChangeShown } from '../model/words';
import { type Html, html } from '../site/html';
import { type Spot, say } from '../site/place';
import { table } from '../site/table';

/** What the law says otherwise than that of the year; of two sides with the side. */
export function lawTable(
  spot: Spot,
  law: readonly (LawChangeShown & { readonly side?: 'a' | 'b' })[],
  names?: { readonly a: string; readonly b: string },
): Html {
  if (law.length === 0) return html`<p>${say(spot, 'report.case.no_law')}</p>`;
  return table({
    caption: say(spot, 'report.case.law'),
    hasQuietCaption: true,
    columns: [
      { title: say(spot, 'report.rules.key') },
      ...(names === undefined ? [] : [{ title: say(spot, 'report.case.of_side') }]),
      { title: say(spot, 'report.case.was') },
      { title: say(spot, 'report.case.is') },
    ],
    rows: law.map(({ what, from, to, side = 'b' }) => [
      what,
      ...(names === undefined ? [] : [names[side]]),
      lawValue(what, from),
      lawValue(what, to),
    ]),
  });
}

/** A rate in kroner, anything else as the law has it; a dash for nothing. */
function lawValue(what: string, value: string): string {
  if (value === '') return '–';
  return /\/\d{4}\//.test(what) ? formatKroner(Number(value)) : value;
}
