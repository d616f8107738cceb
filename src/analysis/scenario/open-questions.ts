import type { LimitKey } from '../../domain';
import type { RecipientTotal } from './scenario';

/** Another answer to an open question: another value of an assumption or of a limit. */
export interface OtherAnswer {
  /** Id of the assumption whose value it is; empty for none. */
  readonly assumption: string;
  /** Limit in which it stands; empty for none. */
  readonly limit: LimitKey | '';
  readonly value: string;
  readonly alternative: string;
}

/** What another answer to an open question would do. */
export interface Impact extends OtherAnswer {
  /** Change of the national size. */
  readonly totalNok: number;
  /** Kroner that come to recipients who gain; what the others lose is this less the change of the total. */
  readonly movedNok: number;
  readonly gain: number;
  readonly lose: number;
  /** Rates that the other answer would need and nobody has given: the change is then unknown, and 0 here. */
  readonly missing: readonly string[];
  /** Recipients whose size changes, in the order of their codes, with the change. */
  readonly recipients: readonly RecipientTotal[];
}

/** What an answer moves, by the kroner of every recipient before and after. */
export function impactOf(
  answer: OtherAnswer,
  now: readonly RecipientTotal[],
  other: readonly RecipientTotal[],
  missing: readonly string[],
): Impact {
  const changes = new Map(other.map(({ recipient, amountNok }) => [recipient, amountNok]));
  for (const { recipient, amountNok } of now) changes.set(recipient, (changes.get(recipient) ?? 0) - amountNok);
  const recipients = [...(missing.length > 0 ? [] : changes)]
    .map(([recipient, amountNok]) => ({ recipient, amountNok }))
    .filter(({ amountNok }) => amountNok !== 0)
    .sort((one, next) => one.recipient - next.recipient);
  const gains = recipients.filter(({ amountNok }) => amountNok > 0);
  return {
    ...answer,
    totalNok: recipients.reduce((sum, { amountNok }) => sum + amountNok, 0),
    movedNok: gains.reduce((sum, { amountNok }) => sum + amountNok, 0),
    gain: gains.length,
    lose: recipients.length - gains.length,
    missing,
    recipients,
  };
}
