import { at, HELD, type Outcome, type RegisterBlock, type Settlement, SHARING, STATUS, TABLE, u32 } from '../domain';
import { encodeParts, partsNeed } from './encode-parts';
import { LONG, NARROW_LIMIT_NOK, SHIFT, WEIGHTED, WIDE } from './format';
import type { WordBuffer } from './word-buffer';

/**
 * Writes one grant year and component of a person (FORMAT.md, "Record of a person"). Rows become lines of their files,
 * so that a record is read beside the extract alone.
 *
 * @param block block of the person, undefined for a person without a persons row (then no rows either)
 */
export function encodeRecord(
  buffer: WordBuffer,
  grantYear: number,
  component: number,
  outcome: Outcome,
  settlement: Settlement,
  block: RegisterBlock | undefined,
): void {
  const start = buffer.position;
  const wide = isWide(outcome, settlement);
  const long = isLong(outcome, settlement);
  const candidates = outcome.candidateRows.length;
  buffer.reserve(wordsNeeded(outcome, settlement));
  buffer.push(
    (component << SHIFT.component) |
      (outcome.status << SHIFT.status) |
      (outcome.sharing << SHIFT.sharing) |
      (outcome.candidateTable << SHIFT.candidateTable) |
      (wide ? WIDE : 0) |
      (long ? LONG : 0),
  );
  buffer.push(grantYear | (outcome.yearNumber << SHIFT.yearNumber));
  buffer.push(outcome.assumptions);
  buffer.push(candidates | (outcome.notes << SHIFT.notes) | (outcome.rateClass << SHIFT.rateClass));
  buffer.push(lineOf(block, TABLE.targetGroup, outcome.anchorRow));
  buffer.push(lineOf(block, TABLE.decisions, outcome.decisionRow));
  for (let index = 0; index < candidates; index += 1) {
    buffer.push(lineOf(block, outcome.candidateTable, at(outcome.candidateRows, index)));
    buffer.push(at(outcome.candidateFailures, index));
  }
  if (long) encodeLongPart(buffer, outcome, settlement, block, wide);
  buffer.set(start, buffer.get(start) | (buffer.position - start));
}

function encodeLongPart(
  buffer: WordBuffer,
  outcome: Outcome,
  settlement: Settlement,
  block: RegisterBlock | undefined,
  wide: boolean,
): void {
  const segments = outcome.segmentFrom.length;
  const recipients = outcome.recipients.length;
  const weighted = outcome.weights.length > 0;
  buffer.push(outcome.rateIndex);
  buffer.push(lineOf(block, outcome.candidateTable, outcome.chosenRow));
  buffer.push(outcome.windowFrom);
  buffer.push(outcome.windowTo);
  buffer.push(outcome.daysWithoutRecipient);
  buffer.push(outcome.dueDay);
  buffer.push(segments | (recipients << SHIFT.secondCount));
  buffer.push(
    settlement.basisRecipients.length | (settlement.wholeHeld << SHIFT.wholeHeld) | (weighted ? WEIGHTED : 0),
  );
  buffer.push(outcome.missingCells.length);
  buffer.amount(outcome.annualAmountNok, wide);
  buffer.amount(settlement.cumulativeDueNok, wide);
  buffer.amount(settlement.wholeHeldNok, wide);
  for (let index = 0; index < segments; index += 1) {
    const table = at(outcome.segmentTable, index);
    buffer.push(at(outcome.segmentFrom, index));
    buffer.push(at(outcome.segmentTo, index));
    buffer.push(at(outcome.segmentCode, index) | (table << SHIFT.table));
    buffer.push(lineOf(block, table, at(outcome.segmentRow, index)));
  }
  encodeRecipients(buffer, outcome, block, wide, weighted);
  encodeParts(buffer, settlement, wide);
}

function encodeRecipients(
  buffer: WordBuffer,
  outcome: Outcome,
  block: RegisterBlock | undefined,
  wide: boolean,
  weighted: boolean,
): void {
  for (let index = 0; index < outcome.recipients.length; index += 1) {
    buffer.push(at(outcome.recipients, index) | (at(outcome.stopped, index) << SHIFT.stopped));
    buffer.push(at(outcome.days, index));
    if (weighted) buffer.push(at(outcome.weights, index));
    if (outcome.sharing === SHARING.separate) {
      buffer.amount(at(outcome.separateAmountsNok, index), wide);
      buffer.push(at(outcome.separateTerms, index));
      buffer.push(lineOf(block, TABLE.decisions, at(outcome.separateRows, index)));
    }
  }
}

/** True where the record says more than that nothing came of the person. */
function isLong(outcome: Outcome, settlement: Settlement): boolean {
  return (
    outcome.status !== STATUS.notTriggered ||
    settlement.basisRecipients.length > 0 ||
    settlement.wholeHeld !== HELD.none
  );
}

function isWide(outcome: Outcome, settlement: Settlement): boolean {
  if (outcome.annualAmountNok > NARROW_LIMIT_NOK || Math.abs(settlement.wholeHeldNok) > NARROW_LIMIT_NOK) return true;
  for (const postedNok of settlement.postedNok) if (Math.abs(postedNok) > NARROW_LIMIT_NOK) return true;
  return false;
}

/** Upper bound of the words that a record takes. */
function wordsNeeded(outcome: Outcome, settlement: Settlement): number {
  const fixed = 24 + outcome.candidateRows.length * 2;
  return fixed + outcome.segmentFrom.length * 4 + outcome.recipients.length * 7 + partsNeed(settlement);
}

/** Line of a row in its file; 0 for no row. */
function lineOf(block: RegisterBlock | undefined, table: number, row: number): number {
  if (row < 0 || !block) return 0;
  switch (table) {
    case TABLE.targetGroup:
      return u32(block.targetGroup.line, row);
    case TABLE.decisions:
      return u32(block.decisions.line, row);
    case TABLE.residence:
      return u32(block.residence.line, row);
    case TABLE.trainingKommune:
      return u32(block.trainingKommune.line, row);
    case TABLE.upperSecondary:
      return u32(block.upperSecondary.line, row);
    default:
      return u32(block.persons.line, row);
  }
}
