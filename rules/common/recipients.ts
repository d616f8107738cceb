import { at, type GrantYearContext, i32, insertAt, type Outcome, u8 } from '../../src/domain';

/**
 * Adds days to the recipient that a code becomes on the last day of the grant year, kept in the order of the codes.
 * Two old codes merged into one count their days together (rulebook 4).
 */
export function addRecipientDays(outcome: Outcome, context: GrantYearContext, code: number, days: number): void {
  const place = placeOfRecipient(outcome, context, code);
  outcome.days[place] = at(outcome.days, place) + days;
}

/** Adds a weight of a rule's own, days playing no part, to the recipient that a code becomes; in the order of the codes. */
export function addRecipientWeight(outcome: Outcome, context: GrantYearContext, code: number, weight: number): void {
  const known = outcome.recipients.length;
  const place = placeOfRecipient(outcome, context, code);
  if (outcome.recipients.length > known) insertAt(outcome.weights, place, 0);
  outcome.weights[place] = at(outcome.weights, place) + weight;
}

/** Place of a code's translated recipient in the outcome's lists; made where it is new. */
function placeOfRecipient(outcome: Outcome, context: GrantYearContext, code: number): number {
  const target = i32(context.translation.target, code);
  const { recipients } = outcome;
  let place = 0;
  while (place < recipients.length && at(recipients, place) < target) place += 1;
  if (recipients[place] !== target) {
    insertAt(recipients, place, target);
    insertAt(outcome.days, place, 0);
    insertAt(outcome.stopped, place, u8(context.translation.stopped, code));
  }
  return place;
}

/** Adds a recipient at the end of the lists, days playing no part. */
export function appendRecipient(outcome: Outcome, context: GrantYearContext, code: number): void {
  outcome.recipients.push(i32(context.translation.target, code));
  outcome.days.push(0);
  outcome.stopped.push(u8(context.translation.stopped, code));
}
