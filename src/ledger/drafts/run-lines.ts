import { assert, at, COMPONENTS, LINE_REASON, LINE_REASONS, type Line, NO_PERSON, nettingGroupOf } from '../../domain';
import { groupNumber } from '../codes';
import { isRowText } from '../rows-text';
import type { DraftLine } from './draft-content';

const GROUP_OF_ORDINAL = COMPONENTS.map((component) => groupNumber(nettingGroupOf(component)));

/**
 * The lines of a run as the ledger keeps them, each checked: in strictly ascending order of grant year, component,
 * person and basis recipient (so no key comes twice), of the run's year or the one before, amount = due - posted,
 * 0 <= due <= R, and the reason that the sign and the year give (rulebook 6). A breach is a fault of the program.
 */
export function* runLines(lines: Iterable<Line>, grantYear: number): Generator<DraftLine> {
  let number = 0;
  let before: readonly number[] = [];
  const codes = new Set<string>();
  for (const line of lines) {
    number += 1;
    const key = [line.grantYear, line.component, line.personId, line.basisRecipient];
    assert(ascends(before, key), `line ${number} is out of order or a double`);
    before = key;
    checkAmounts(line, number, grantYear);
    if (!codes.has(line.code)) {
      assert(isRowText(line.code), `line ${number} has a code that cannot be written`);
      codes.add(line.code);
    }
    yield {
      line: number,
      kind: at(LINE_REASONS, line.reason),
      grantYear: line.grantYear,
      component: at(COMPONENTS, line.component),
      componentOrdinal: line.component,
      groupNumber: at(GROUP_OF_ORDINAL, line.component),
      personId: line.personId,
      basisRecipient: line.basisRecipient,
      recipient: line.recipient,
      amountNok: line.amountNok,
      code: line.code,
      annualAmountNok: line.annualAmountNok < 0 ? null : line.annualAmountNok,
      cumulativeDueNok: line.cumulativeDueNok,
      previouslyPostedNok: line.previouslyPostedNok,
    };
  }
}

function ascends(before: readonly number[], key: readonly number[]): boolean {
  for (let index = 0; index < before.length; index += 1) {
    const step = at(key, index) - at(before, index);
    if (step !== 0) return step > 0;
  }
  return before.length === 0;
}

function checkAmounts(line: Line, number: number, grantYear: number): void {
  const due = line.cumulativeDueNok;
  assert(line.amountNok !== 0 && Number.isSafeInteger(line.amountNok), `line ${number} has no amount`);
  assert(line.amountNok === due - line.previouslyPostedNok, `line ${number}: amount is not due less posted`);
  const limit = Math.max(line.annualAmountNok, 0);
  assert(due >= 0 && due <= limit, `line ${number}: due is not between 0 and the annual amount`);
  assert(
    line.personId >= NO_PERSON && line.recipient > 0 && line.basisRecipient > 0,
    `line ${number} has no recipient`,
  );
  const positive = line.grantYear === grantYear ? LINE_REASON.regular : LINE_REASON.arrears;
  assert(line.grantYear === grantYear || line.grantYear === grantYear - 1, `line ${number} is of another grant year`);
  assert(line.reason === (line.amountNok < 0 ? LINE_REASON.correction : positive), `line ${number}: wrong reason`);
}
