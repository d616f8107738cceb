import type { Withheld } from '../../app';
import type { TextKey } from '../../messages';
import { type CliContext, say } from '../context';

/** A line for each reason: what an approver must see before and after signing. */
export function withheldText(withheld: readonly Withheld[], context: CliContext): string {
  return withheld
    .map(({ reason, persons, sumNok }) => say(context, TEXTS[reason], { persons, backNok: 0 - sumNok }))
    .join('');
}

const TEXTS: Readonly<Record<Withheld['reason'], TextKey>> = {
  missing_from_extract: 'approval.note_persons_missing',
  rejected_row: 'approval.note_persons_rejected',
};
