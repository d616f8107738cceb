import fc from 'fast-check';
import { Outcome, Settlement, SHARING } from '../../../src/domain';
import { sketchBlock } from './block';

const code = fc.integer({ min: 301, max: 5999 }).map((number) => number * 10 + 1);
const amount = fc.oneof(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 2 ** 31, max: 2 ** 50 }));
const day = fc.integer({ min: 10_000, max: 30_000 });

/** A block of one person with enough rows for any outcome below: target group 100-109, decisions 200-, residence 300-. */
export const ANY_BLOCK = sketchBlock([
  {
    id: 200012345600,
    targetGroup: Array.from({ length: 10 }, (_, index) => ({ line: 100 + index, entered: '2017-01-01' })),
    decisions: Array.from({ length: 10 }, (_, index) => ({
      line: 200 + index,
      kommune: '0301',
      decided: '2017-01-01',
    })),
    residence: Array.from({ length: 10 }, (_, index) => ({ line: 300 + index, code: '0301', from: '2017-01-01' })),
    training: Array.from({ length: 10 }, (_, index) => ({ line: 400 + index, code: '0301', from: '2017-01-01' })),
    upperSecondary: Array.from({ length: 10 }, (_, index) => ({ line: 500 + index, code: '03', from: '2017-01-01' })),
  },
]);
const row = fc.integer({ min: 0, max: 9 });

/** Any outcome that a rule could write, rows within ANY_BLOCK. */
export const anyOutcome: fc.Arbitrary<Outcome> = fc
  .record({
    status: fc.integer({ min: 0, max: 4 }),
    sharing: fc.constantFrom(SHARING.days, SHARING.halves, SHARING.separate),
    candidateTable: fc.constantFrom(1, 2),
    candidates: fc.array(fc.tuple(row, fc.integer({ min: 0, max: 127 })), { maxLength: 4 }),
    anchorRow: fc.oneof(fc.constant(-1), row),
    decisionRow: fc.oneof(fc.constant(-1), row),
    yearNumber: fc.integer({ min: -300, max: 300 }),
    rateClass: fc.integer({ min: 0, max: 3 }),
    rateIndex: fc.integer({ min: -1, max: 500 }),
    annualAmountNok: amount,
    window: fc.tuple(day, day),
    daysWithoutRecipient: fc.integer({ min: 0, max: 366 }),
    weighted: fc.boolean(),
    recipients: fc.array(fc.tuple(code, fc.integer({ min: 0, max: 366 }), fc.boolean(), amount, row), { maxLength: 4 }),
    segments: fc.array(fc.tuple(day, day, fc.constantFrom(3, 4, 5), row, code), { maxLength: 5 }),
    assumptions: fc.integer({ min: 0, max: 2 ** 20 - 1 }),
    notes: fc.integer({ min: 0, max: 3 }),
  })
  .map((parts) => {
    const outcome = new Outcome();
    const { candidates, window, weighted, recipients, segments, ...plain } = parts;
    Object.assign(outcome, plain, { windowFrom: window[0], windowTo: window[1], dueDay: window[0] });
    outcome.chosenRow = plain.status === 0 ? -1 : 0;
    outcome.candidateRows = candidates.map(([index]) => index);
    outcome.candidateFailures = candidates.map(([, failures]) => failures);
    if (plain.status === 0) return outcome;
    outcome.recipients = recipients.map(([recipient]) => recipient);
    outcome.days = recipients.map(([, days]) => days);
    outcome.stopped = recipients.map(([, , stopped]) => (stopped ? 1 : 0));
    if (weighted) outcome.weights = recipients.map(([, days]) => days % 12);
    if (plain.sharing === SHARING.separate) {
      outcome.separateAmountsNok = recipients.map(([, , , amountNok]) => Math.min(amountNok, plain.annualAmountNok));
      outcome.separateTerms = recipients.map(([, days]) => (days % 4) + 1);
      outcome.separateRows = recipients.map(([, , , , index]) => index);
    }
    outcome.segmentFrom = segments.map(([from]) => from);
    outcome.segmentTo = segments.map(([, to]) => to);
    outcome.segmentTable = segments.map(([, , table]) => table);
    outcome.segmentRow = segments.map(([, , , index]) => index);
    outcome.segmentCode = segments.map(([, , , , recipient]) => recipient);
    return outcome;
  });

/** Any settlement whose due amounts stay within R. */
export function anySettlement(annualAmountNok: number): fc.Arbitrary<Settlement> {
  const part = fc.tuple(code, code, fc.integer({ min: 0, max: 366 }), fc.integer({ min: 0, max: 7 }), amount, amount);
  return fc
    .record({
      wholeHeld: fc.integer({ min: 0, max: 7 }),
      wholeHeldNok: amount,
      parts: fc.array(part, { maxLength: 4 }),
    })
    .map(({ wholeHeld, wholeHeldNok, parts }) => {
      const settlement = new Settlement();
      settlement.wholeHeld = wholeHeld;
      settlement.wholeHeldNok = wholeHeld === 0 ? 0 : -wholeHeldNok;
      settlement.cumulativeDueNok = annualAmountNok;
      settlement.basisRecipients = parts.map(([basis]) => basis);
      settlement.recipients = parts.map(([, recipient]) => recipient);
      settlement.shareNumerators = parts.map(([, , days]) => days);
      settlement.shareDenominators = parts.map(() => 366);
      settlement.differenceHeld = parts.map(([, , , held]) => held);
      settlement.dueNok = parts.map(([, , , , due]) => Math.min(due, annualAmountNok));
      settlement.heldDueNok = parts.map(() => 0);
      settlement.postedNok = parts.map(([, , , , , posted]) => 0 - posted);
      settlement.differenceNok = parts.map(
        (_, index) => (settlement.dueNok[index] ?? 0) - (settlement.postedNok[index] ?? 0),
      );
      return settlement;
    });
}
