import { partsOf, weightsOf } from '../../rules';
import {
  at,
  type CodeTranslation,
  HELD,
  i32,
  insertAt,
  type Outcome,
  type PostedEntry,
  type Settlement,
  SHARING,
  STATUS,
  u8,
} from '../domain';
import { cumulativeDueOf, firstTermOf } from './due';
import type { SuccessorOf } from './pinned-successors';
import type { ComponentPlan } from './plan';

const parts: number[] = [];

/**
 * True-up of one person (rulebook 6): per basis recipient the part that is due, what was posted and the difference,
 * and what becomes of it. `settlement` has been reset.
 *
 * @param posted entries of this grant year, component and person
 * @param cutOff translation to the codes in force on the run's cut-off date
 * @param successorOf whom cases name where that stops
 */
export function settlePerson(
  plan: ComponentPlan,
  outcome: Outcome,
  posted: readonly PostedEntry[],
  cutOff: CodeTranslation,
  settlement: Settlement,
  successorOf?: SuccessorOf,
): void {
  if (outcome.status === STATUS.triggered) addDue(plan, outcome, settlement);
  else if (outcome.status === STATUS.noRecipient) {
    settlement.cumulativeDueNok = cumulativeDueOf(plan, outcome);
    settlement.wholeHeldNok = settlement.cumulativeDueNok;
    if (settlement.wholeHeldNok > 0) settlement.wholeHeld = HELD.noRecipient;
  } else if (outcome.status === STATUS.unknownCountry && firstTermOf(plan, outcome) <= plan.dueTerm) {
    settlement.wholeHeld = HELD.unknownCountry;
  }
  const denominator = denominatorOf(outcome);
  for (const entry of posted)
    addPosted(settlement, i32(plan.context.translation.target, entry.basisRecipient), entry.amountNok);
  for (let place = 0; place < settlement.basisRecipients.length; place += 1) {
    settlement.shareDenominators[place] = denominator;
  }
  settleDifferences(settlement, cutOff, successorOf);
}

function addDue(plan: ComponentPlan, outcome: Outcome, settlement: Settlement): void {
  const due = cumulativeDueOf(plan, outcome);
  settlement.cumulativeDueNok = due;
  const separate = outcome.sharing === SHARING.separate;
  if (!separate) partsOf(outcome, due, parts);
  const weights = weightsOf(outcome);
  for (let index = 0; index < outcome.recipients.length; index += 1) {
    const place = placeOfBasis(settlement, at(outcome.recipients, index));
    settlement.shareNumerators[place] = numeratorOf(outcome, weights, index);
    const partNok = separate ? separateDue(plan, outcome, index) : at(parts, index);
    const list = at(outcome.stopped, index) === 1 ? settlement.heldDueNok : settlement.dueNok;
    list[place] = at(list, place) + partNok;
  }
}

function separateDue(plan: ComponentPlan, outcome: Outcome, index: number): number {
  return at(outcome.separateTerms, index) <= plan.dueTerm ? at(outcome.separateAmountsNok, index) : 0;
}

/** Numerator of the share: a weight, one half of two, or all. */
function numeratorOf(outcome: Outcome, weights: readonly number[], index: number): number {
  const isWeighed = outcome.sharing === SHARING.days || outcome.weights.length > 0;
  return isWeighed ? at(weights, index) : 1;
}

/** Denominator of every line of the person (rulebook 6, table of columns). */
function denominatorOf(outcome: Outcome): number {
  if (outcome.sharing === SHARING.halves && outcome.weights.length === 0)
    return outcome.recipients.length === 2 ? 2 : 1;
  if (outcome.sharing === SHARING.separate || outcome.status !== STATUS.triggered) return 1;
  let total = 0;
  for (const weight of weightsOf(outcome)) total += weight;
  return total;
}

function addPosted(settlement: Settlement, basis: number, amountNok: number): void {
  const place = placeOfBasis(settlement, basis);
  settlement.postedNok[place] = at(settlement.postedNok, place) + amountNok;
}

/** Place of a basis recipient in the settlement's lists, which stay in the order of the codes; made where it is new. */
export function placeOfBasis(settlement: Settlement, basis: number): number {
  const { basisRecipients } = settlement;
  let place = 0;
  while (place < basisRecipients.length && at(basisRecipients, place) < basis) place += 1;
  if (basisRecipients[place] !== basis) {
    insertAt(basisRecipients, place, basis);
    insertAt(settlement.shareNumerators, place, 0);
    insertAt(settlement.shareDenominators, place, 1);
    insertAt(settlement.dueNok, place, 0);
    insertAt(settlement.heldDueNok, place, 0);
    insertAt(settlement.postedNok, place, 0);
    insertAt(settlement.differenceNok, place, 0);
    insertAt(settlement.differenceHeld, place, HELD.none);
    insertAt(settlement.recipients, place, basis);
  }
  return place;
}

/**
 * Differences and their recipients at the cut-off. One without a unique successor is held; where a negative one is
 * held so, the positive ones beside it wait (rulebook 6).
 */
export function settleDifferences(
  settlement: Settlement,
  cutOff: CodeTranslation,
  successorOf?: SuccessorOf,
  together = true,
): void {
  let negativeHeld = false;
  for (let place = 0; place < settlement.basisRecipients.length; place += 1) {
    const basis = at(settlement.basisRecipients, place);
    const differenceNok = at(settlement.dueNok, place) - at(settlement.postedNok, place);
    settlement.differenceNok[place] = differenceNok;
    const isStopped = u8(cutOff.stopped, basis) === 1;
    const code = (isStopped ? successorOf?.(i32(cutOff.target, basis)) : undefined) ?? basis;
    settlement.recipients[place] = i32(cutOff.target, code);
    if (differenceNok === 0 || u8(cutOff.stopped, code) === 0) continue;
    settlement.differenceHeld[place] = HELD.differenceNoUniqueSuccessor;
    negativeHeld ||= differenceNok < 0;
  }
  if (!negativeHeld || !together) return;
  for (let place = 0; place < settlement.basisRecipients.length; place += 1) {
    if (at(settlement.differenceNok, place) > 0 && at(settlement.differenceHeld, place) === HELD.none) {
      settlement.differenceHeld[place] = HELD.waitsForHeldCorrection;
    }
  }
}
