import {
  at,
  type Component,
  emptyLine,
  HELD,
  HELD_REASONS,
  type HeldReason,
  type HeldRow,
  i32,
  LINE_REASON,
  type Line,
  type LineTable,
  type Outcome,
  type PostedEntry,
  payoutCode,
  type Settlement,
  STATUS,
} from '../domain';
import type { ComponentPlan } from './plan';

/** Annual amount that prints as empty. */
const EMPTY_AMOUNT = -1;

const line: Line = emptyLine();

/** Code and annual amount of a person's or kommune's lines (rulebook 6, table of columns). */
interface LineFacts {
  readonly grantYear: number;
  readonly component: Component;
  readonly ordinal: number;
  readonly isCurrentYear: boolean;
  readonly personId: number;
  /** EMPTY_AMOUNT where R is unknown. */
  readonly annualAmountNok: number;
  /** Code of today; empty where the code of the last posting counts. */
  readonly code: string;
  readonly traceLeaf: number;
  readonly traceRecord: number;
}

/** What the lines of a person carry. */
export function lineFactsOf(
  plan: ComponentPlan,
  outcome: Outcome,
  personId: number,
  traceLeaf: number,
  traceRecord: number,
): LineFacts {
  const known = outcome.status === STATUS.triggered || outcome.status === STATUS.noRecipient;
  const unknown = outcome.status === STATUS.unknownCountry;
  return {
    grantYear: plan.grantYear,
    component: plan.component,
    ordinal: plan.ordinal,
    isCurrentYear: plan.isCurrentYear,
    personId,
    annualAmountNok: unknown ? EMPTY_AMOUNT : known ? outcome.annualAmountNok : 0,
    code: known ? payoutCode(plan.component, outcome.yearNumber, outcome.rateClass) : '',
    traceLeaf,
    traceRecord,
  };
}

/**
 * Adds a line for each difference that is not held.
 * @param posted entries whose last code stands in for a missing code of today
 * @param target translation to basis codes
 * @returns sum of the lines in kroner
 */
export function emitLines(
  facts: LineFacts,
  settlement: Settlement,
  posted: readonly PostedEntry[],
  target: Int32Array,
  lines: LineTable,
): number {
  let sumNok = 0;
  for (let place = 0; place < settlement.basisRecipients.length; place += 1) {
    const amountNok = at(settlement.differenceNok, place);
    if (amountNok === 0 || at(settlement.differenceHeld, place) !== HELD.none) continue;
    const basis = at(settlement.basisRecipients, place);
    line.grantYear = facts.grantYear;
    line.component = facts.ordinal;
    line.code = facts.code === '' ? lastCode(posted, target, basis) : facts.code;
    line.personId = facts.personId;
    line.basisRecipient = basis;
    line.recipient = at(settlement.recipients, place);
    line.annualAmountNok = facts.annualAmountNok;
    line.shareNumerator = at(settlement.shareNumerators, place);
    line.shareDenominator = at(settlement.shareDenominators, place);
    line.cumulativeDueNok = at(settlement.dueNok, place);
    line.previouslyPostedNok = at(settlement.postedNok, place);
    line.amountNok = amountNok;
    line.reason =
      amountNok < 0 ? LINE_REASON.correction : facts.isCurrentYear ? LINE_REASON.regular : LINE_REASON.arrears;
    line.act = 0;
    line.traceLeaf = facts.traceLeaf;
    line.traceRecord = facts.traceRecord;
    lines.push(line);
    sumNok += amountNok;
  }
  return sumNok;
}

/** Code of the last posting to a basis recipient that has one; empty if none has. */
function lastCode(posted: readonly PostedEntry[], target: Int32Array, basis: number): string {
  let code = '';
  let order = 0;
  for (const entry of posted) {
    if (entry.codeOrder <= order || i32(target, entry.basisRecipient) !== basis) continue;
    code = entry.code;
    order = entry.codeOrder;
  }
  return code;
}

/** Adds the held rows of one grant year, component and person, one a reason (rulebook 9). Returns their sum. */
export function emitHeld(facts: LineFacts, settlement: Settlement, held: HeldRow[]): number {
  let totalNok = 0;
  const add = (reason: number, amountNok: number): void => {
    totalNok += amountNok;
    const unknown = reason === HELD.unknownCountry;
    if (amountNok === 0 && !unknown) return;
    held.push({
      grantYear: facts.grantYear,
      component: facts.component,
      personId: facts.personId,
      annualAmountNok: facts.annualAmountNok === EMPTY_AMOUNT ? null : facts.annualAmountNok,
      heldAmountNok: unknown ? null : amountNok,
      reason: reasonName(reason),
    });
  };
  if (settlement.wholeHeld !== HELD.none) add(settlement.wholeHeld, settlement.wholeHeldNok);
  let stoppedNok = 0;
  for (const partNok of settlement.heldDueNok) stoppedNok += partNok;
  add(HELD.noUniqueSuccessor, stoppedNok);
  add(HELD.differenceNoUniqueSuccessor, heldDifference(settlement, HELD.differenceNoUniqueSuccessor));
  add(HELD.waitsForHeldCorrection, heldDifference(settlement, HELD.waitsForHeldCorrection));
  add(HELD.blocked, heldDifference(settlement, HELD.blocked));
  return totalNok;
}

function heldDifference(settlement: Settlement, reason: number): number {
  let sumNok = 0;
  for (let place = 0; place < settlement.differenceHeld.length; place += 1) {
    if (at(settlement.differenceHeld, place) === reason) sumNok += at(settlement.differenceNok, place);
  }
  return sumNok;
}

function reasonName(reason: number): HeldReason {
  const name = at(HELD_REASONS, reason);
  return name === '' ? 'no_recipient' : name;
}
