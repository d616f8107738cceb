import type { Withheld } from '../../app/approve/withheld';
import type { Text } from '../../messages';
import { type CliContext, say } from '../context';

/** A line for each reason: what an approver must see before and after signing. */
export function withheldText(withheld: readonly Withheld[], context: CliContext): string {
  return withheld
    .map(({ reason, persons, sumNok }) => say(context, TEXTS[reason], { persons, backNok: 0 - sumNok }))
    .join('');
}

const TEXTS: Readonly<Record<Withheld['reason'], Text>> = {
  missing_from_extract: {
    nb: 'OBS: {persons|person|personer} med utbetalinger mangler i uttrekket. {backNok} er ikke trukket tilbake.\n',
    en: 'NOTE: {persons|person with postings is|persons with postings are} missing from the extract. {backNok} is not taken back.\n',
  },
  rejected_row: {
    nb: 'OBS: {persons|person|personer} med utbetalinger har rader som ikke kunne leses. {backNok} er ikke trukket tilbake.\n',
    en: 'NOTE: {persons|person with postings has|persons with postings have} rows that could not be read. {backNok} is not taken back.\n',
  },
};
