import { formatKroner } from '../../domain';
import type { LawChangeShown } from '../model/words';
import { type Html, html } from '../site/html';
import { type Spot, say } from '../site/place';
import { column, table } from '../site/table';

/** What the law says otherwise than that of the year; of two sides with the side. */
export function lawTable(
  spot: Spot,
  law: readonly (LawChangeShown & { readonly side?: 'a' | 'b' })[],
  names?: { readonly a: string; readonly b: string },
): Html {
  if (law.length === 0) return html`<p>${say(spot, 'report.case.no_law')}</p>`;
  return table(say(spot, 'report.case.law'), law, [
    column(say(spot, 'report.rules.key'), ({ what }) => what),
    names !== undefined && column(say(spot, 'report.case.of_side'), ({ side = 'b' }) => names[side]),
    column(say(spot, 'report.case.was'), ({ what, from }) => lawValue(what, from)),
    column(say(spot, 'report.case.is'), ({ what, to }) => lawValue(what, to)),
  ]);
}

/** A rate in kroner, anything else as the law has it; a dash for nothing. */
function lawValue(what: string, value: string): string {
  if (value === '') return '–';
  return /\/\d{4}\//.test(what) ? formatKroner(Number(value)) : value;
}
