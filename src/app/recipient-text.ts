import { asRecipientCode, formatRecipientCode, NO_RECIPIENT, type PlaceRegister } from '../domain';
import { cutOffDate } from '../engine';
import { type Language, textOf } from '../messages';

/** A recipient as sizing files write it: `0301`, `32`, `HELD` for what has none. */
export function recipientText(recipient: number): string {
  return recipient === NO_RECIPIENT ? 'HELD' : formatRecipientCode(asRecipientCode(recipient));
}

/** The same for people: that the amount is held, in their language. */
export function recipientName(recipient: number, language: Language): string {
  return recipient === NO_RECIPIENT ? textOf('common.held', language) : recipientText(recipient);
}

/** Name of a recipient by its code; empty for what has none. */
export type NameOf = (recipient: number) => string;

/** Names as they were on the last day of a grant year. */
export function namesOfYear(places: PlaceRegister, grantYear: number): NameOf {
  const lastDay = cutOffDate(grantYear, 4);
  const known = new Map<number, string>([[NO_RECIPIENT, '']]);
  return (recipient) => {
    const name = known.get(recipient) ?? places.nameOn(asRecipientCode(recipient), lastDay);
    known.set(recipient, name);
    return name;
  };
}
