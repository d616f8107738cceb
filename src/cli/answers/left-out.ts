import type { LeftOut } from '../../app';
import { type CliContext, say } from '../context';
import { object, record, whole } from '../declare/answer';

/** Whom an answer leaves out, and why. */
export const leftOut = object({
  withheld_persons: whole,
  rejected_persons: whole,
  unknown_country_persons: whole,
  later_persons: whole,
  rejected_rows: record(whole),
});

/**
 * The same for people; empty where nobody is left out.
 *
 * @param lead the side of a comparison
 */
export function leftOutText(
  { withheldPersons, rejectedPersons, unknownCountryPersons, laterPersons }: LeftOut,
  context: CliContext,
  lead = '',
): string {
  const reasons = [
    withheldPersons === 0 ? '' : say(context, 'left_out.withheld', { persons: withheldPersons }),
    rejectedPersons === 0 ? '' : say(context, 'left_out.rejected', { persons: rejectedPersons }),
    unknownCountryPersons === 0 ? '' : say(context, 'left_out.unknown_country', { persons: unknownCountryPersons }),
    laterPersons === 0 ? '' : say(context, 'left_out.later', { persons: laterPersons }),
  ].filter((reason) => reason !== '');
  return reasons.length === 0
    ? ''
    : `${lead}${say(context, 'left_out.title')}\n${reasons.map((one) => `  ${one}\n`).join('')}`;
}
