import type { LastPosted } from '../../ledger';
import { type CliContext, say } from '../context';

/**
 * The batch posted last, in capitals, with term, day and sum: where both a ledger and its note are old copies, this is
 * what tells whoever runs and approves.
 */
export function lastPostedText(last: LastPosted | undefined, context: CliContext): string {
  if (last === undefined) {
    return say(context, {
      nb: 'SIST BOKFØRT: INGENTING ER BOKFØRT I DENNE HOVEDBOKEN\n',
      en: 'POSTED LAST: NOTHING HAS BEEN POSTED IN THIS LEDGER\n',
    });
  }
  const { runId, kind, grantYear, term, supplementNumber, postedOn, paidNok } = last;
  const supplement = say(
    context,
    { nb: ', TILLEGG {supplementNumber}', en: ', SUPPLEMENT {supplementNumber}' },
    { supplementNumber },
  );
  const what =
    kind === 'opening'
      ? say(context, { nb: 'ÅPNINGEN', en: 'THE OPENING' })
      : `${say(context, { nb: `${grantYear} TERMIN ${term}`, en: `${grantYear} TERM ${term}` })}${supplementNumber > 0 ? supplement : ''}`;
  return say(
    context,
    {
      nb: `SIST BOKFØRT: ${what}, DEN ${postedOn}, {paidNok} UTBETALT (${runId})\n`,
      en: `POSTED LAST: ${what}, ON ${postedOn}, {paidNok} PAID (${runId})\n`,
    },
    { paidNok },
  );
}

/** The same for programs; null where nothing is posted. */
export function lastPostedJson(last: LastPosted | undefined): object | null {
  if (last === undefined) return null;
  const { runId, kind, grantYear, term, supplementNumber, postedOn, paidNok } = last;
  return {
    run_id: runId,
    kind,
    year: grantYear,
    term,
    supplement: supplementNumber,
    posted_on: postedOn,
    paid: paidNok,
  };
}
