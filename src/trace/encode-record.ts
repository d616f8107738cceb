import { codeOfOrdinal, HELD, type Outcome, type Settlement, SHARING, STATUS, TABLE, whole } from '../domain';
// Values come straight from their modules: the room's index passes them on through getters, which costs in hot loops.
import { encodeParts, partsNeed } from './encode-kommune';
import { LONG, NARROW_LIMIT_NOK, RECORD_HEAD_WORDS, RECORD_LONG_WORDS, SHIFT, WEIGHTED, WIDE } from './format';
import { lineOf, type RowLines } from './row-lines';
import { putAmount, type WordBuffer } from './word-buffer';

/**
 * Writes one grant year and component of a person (FORMAT.md, "Record of a person"). Rows become lines of their files,
 * so that a record is read beside the extract alone.
 *
 * @param lines lines of the person's rows
 */
export function encodeRecord(
  buffer: WordBuffer,
  grantYear: number,
  component: number,
  outcome: Outcome,
  settlement: Settlement,
  lines: RowLines,
): void {
  const long = isLong(outcome, settlement);
  const candidates = outcome.candidateRows.length;
  buffer.reserve(long ? wordsNeeded(outcome, settlement) : RECORD_HEAD_WORDS + candidates * 2);
  const wide = long && isWide(outcome, settlement);
  const { words, position } = buffer;
  words[position + 1] = grantYear | (outcome.yearNumber << SHIFT.yearNumber);
  words[position + 2] = outcome.assumptions;
  words[position + 3] = candidates | (outcome.notes << SHIFT.notes) | (outcome.rateClass << SHIFT.rateClass);
  words[position + 4] = lineOf(lines.of(TABLE.targetGroup), outcome.anchorRow);
  words[position + 5] = outcome.decisionRow < 0 ? 0 : lineOf(lines.of(TABLE.decisions), outcome.decisionRow);
  let place = position + RECORD_HEAD_WORDS;
  const candidateLines = lines.of(outcome.candidateTable);
  for (let index = 0; index < candidates; index += 1) {
    words[place] = lineOf(candidateLines, whole(outcome.candidateRows, index));
    words[place + 1] = whole(outcome.candidateFailures, index);
    place += 2;
  }
  if (long) place = encodeLongPart(words, place, outcome, settlement, lines, wide);
  buffer.position = place;
  words[position] =
    (place - position) |
    (codeOfOrdinal(component) << SHIFT.component) |
    (outcome.status << SHIFT.status) |
    (outcome.sharing << SHIFT.sharing) |
    (outcome.candidateTable << SHIFT.candidateTable) |
    (wide ? WIDE : 0) |
    (long ? LONG : 0);
}

function encodeLongPart(
  words: Int32Array,
  from: number,
  outcome: Outcome,
  settlement: Settlement,
  lines: RowLines,
  wide: boolean,
): number {
  const segments = outcome.segmentFrom.length;
  const weighted = outcome.weights.length > 0;
  words[from] = outcome.rateIndex;
  words[from + 1] = lineOf(lines.of(outcome.candidateTable), outcome.chosenRow);
  words[from + 2] = outcome.windowFrom;
  words[from + 3] = outcome.windowTo;
  words[from + 4] = outcome.daysWithoutRecipient;
  words[from + 5] = outcome.dueDay;
  words[from + 6] = segments | (outcome.recipients.length << SHIFT.secondCount);
  words[from + 7] =
    settlement.basisRecipients.length | (settlement.wholeHeld << SHIFT.wholeHeld) | (weighted ? WEIGHTED : 0);
  words[from + 8] = outcome.missingCells.length;
  let place = putAmount(words, from + RECORD_LONG_WORDS, outcome.annualAmountNok, wide);
  place = putAmount(words, place, settlement.cumulativeDueNok, wide);
  place = putAmount(words, place, settlement.wholeHeldNok, wide);
  for (let index = 0; index < segments; index += 1) {
    const table = whole(outcome.segmentTable, index);
    words[place] = whole(outcome.segmentFrom, index);
    words[place + 1] = whole(outcome.segmentTo, index);
    words[place + 2] = whole(outcome.segmentCode, index) | (table << SHIFT.table);
    words[place + 3] = lineOf(lines.of(table), whole(outcome.segmentRow, index));
    place += 4;
  }
  place = encodeRecipients(words, place, outcome, lines, wide, weighted);
  return encodeParts(words, place, settlement, wide);
}

function encodeRecipients(
  words: Int32Array,
  from: number,
  outcome: Outcome,
  lines: RowLines,
  wide: boolean,
  weighted: boolean,
): number {
  let place = from;
  const count = outcome.recipients.length;
  const separate = outcome.sharing === SHARING.separate;
  for (let index = 0; index < count; index += 1) {
    words[place] = whole(outcome.recipients, index) | (whole(outcome.stopped, index) << SHIFT.stopped);
    words[place + 1] = whole(outcome.days, index);
    place += 2;
    if (weighted) {
      words[place] = whole(outcome.weights, index);
      place += 1;
    }
    if (separate) {
      place = putAmount(words, place, whole(outcome.separateAmountsNok, index), wide);
      words[place] = whole(outcome.separateTerms, index);
      words[place + 1] = lineOf(lines.of(TABLE.decisions), whole(outcome.separateRows, index));
      place += 2;
    }
  }
  return place;
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
  for (let index = 0; index < settlement.postedNok.length; index += 1) {
    if (Math.abs(whole(settlement.postedNok, index)) > NARROW_LIMIT_NOK) return true;
  }
  return false;
}

/** Upper bound of the words that a record takes. */
function wordsNeeded(outcome: Outcome, settlement: Settlement): number {
  const fixed = RECORD_HEAD_WORDS + RECORD_LONG_WORDS + 6 + outcome.candidateRows.length * 2;
  return fixed + outcome.segmentFrom.length * 4 + outcome.recipients.length * 7 + partsNeed(settlement);
}
