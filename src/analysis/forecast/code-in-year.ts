import { asRecipientCode, i32, NO_RECIPIENT, type PlaceRegister, u8 } from '../../domain';
import { cutOffDate } from '../../engine';

/** A recipient under the code that holds at the end of a grant year; NO_RECIPIENT for one that was split by then. */
export type CodeInYear = (recipient: number, grantYear: number) => number;

/** Codes as the register of kommuner and fylker follows them: no estimate names one that has ended. */
export function codesIn(places: PlaceRegister): CodeInYear {
  return (recipient, grantYear) => {
    if (recipient === NO_RECIPIENT || !places.has(asRecipientCode(recipient))) return recipient;
    const { target, stopped } = places.translationTo(cutOffDate(grantYear, 4));
    return u8(stopped, recipient) === 1 ? NO_RECIPIENT : i32(target, recipient);
  };
}
