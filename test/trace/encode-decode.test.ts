import fc from 'fast-check';
import { type Outcome, RATE_CLASS, Settlement, SHARING } from '../../src/domain';
import { decodeLeaf } from '../../src/trace/decode-leaf';
import { encodeKommune } from '../../src/trace/encode-kommune';
import { encodeRecord } from '../../src/trace/encode-record';
import { RowLines } from '../../src/trace/row-lines';
import { WordBuffer } from '../../src/trace/word-buffer';
import { ANY_BLOCK, anyOutcome, anySettlement } from './support/arbitrary';

const anyPair = anyOutcome.chain((outcome) =>
  anySettlement(outcome.annualAmountNok).map((settlement) => ({ outcome, settlement })),
);

/** A leaf of one record, read back. */
function readBack(outcome: Outcome, settlement: Settlement) {
  const buffer = new WordBuffer();
  buffer.words.set([0, 5, 17]);
  buffer.position = 3;
  const lines = new RowLines();
  lines.use(ANY_BLOCK);
  encodeRecord(buffer, 2018, 3, outcome, settlement, lines);
  buffer.words[0] = buffer.position;
  const leaf = decodeLeaf(buffer.written(), 0);
  if (leaf.kind !== 'person') throw new Error('a person was written');
  return { leaf, record: leaf.records[0], buffer };
}

const LINE_BASES = { targetGroup: 100, decisions: 200, residence: 300 };

describe('a record', () => {
  test('comes back as it was told, whatever its size', () => {
    fc.assert(
      fc.property(anyPair, ({ outcome, settlement }) => {
        const { leaf, record } = readBack(outcome, settlement);
        const base = outcome.candidateTable === 1 ? LINE_BASES.targetGroup : LINE_BASES.decisions;
        expect(leaf.leaf).toBe(5);
        expect(leaf.records).toHaveLength(1);
        expect(record).toMatchObject({
          grantYear: 2018,
          component: 3,
          status: outcome.status,
          sharing: outcome.sharing,
          yearNumber: outcome.yearNumber,
          rateClass: outcome.rateClass,
          assumptions: outcome.assumptions,
          notes: outcome.notes,
          anchorLine: outcome.anchorRow < 0 ? 0 : LINE_BASES.targetGroup + outcome.anchorRow,
          decisionLine: outcome.decisionRow < 0 ? 0 : LINE_BASES.decisions + outcome.decisionRow,
          candidates: outcome.candidateRows.map((row, index) => ({
            line: base + row,
            failures: outcome.candidateFailures[index],
          })),
        });
        expect(record?.parts).toEqual(
          settlement.basisRecipients.map((basisRecipient, index) => ({
            basisRecipient,
            recipient: settlement.recipients[index],
            held: settlement.differenceHeld[index],
            shareNumerator: settlement.shareNumerators[index],
            shareDenominator: settlement.shareDenominators[index],
            dueNok: settlement.dueNok[index],
            heldDueNok: settlement.heldDueNok[index],
            postedNok: settlement.postedNok[index],
          })),
        );
        expect(record?.segments.map((segment) => segment.line)).toEqual(
          outcome.segmentRow.map((row, index) => (outcome.segmentTable[index] ?? 0) * 100 + row),
        );
        expect(record?.recipients.map(({ code, days, stopped }) => [code, days, stopped])).toEqual(
          outcome.recipients.map((code, index) => [code, outcome.days[index], outcome.stopped[index] === 1]),
        );
        if (outcome.sharing === SHARING.separate) {
          expect(record?.recipients.map(({ amountNok, term, line }) => [amountNok, term, line])).toEqual(
            outcome.recipients.map((_, index) => [
              outcome.separateAmountsNok[index],
              outcome.separateTerms[index],
              LINE_BASES.decisions + (outcome.separateRows[index] ?? 0),
            ]),
          );
        }
      }),
    );
  });

  test('differs in words where anything told differs', () => {
    fc.assert(
      fc.property(anyPair, anyPair, (a, b) => {
        const first = Array.from(readBack(a.outcome, a.settlement).buffer.written());
        const second = Array.from(readBack(b.outcome, b.settlement).buffer.written());
        const same =
          JSON.stringify(readBack(a.outcome, a.settlement).record) ===
          JSON.stringify(readBack(b.outcome, b.settlement).record);
        expect(JSON.stringify(first) === JSON.stringify(second)).toBe(same);
      }),
    );
  });

  test('takes six words and two a row where nothing came of the person', () => {
    const { outcome } = { outcome: fc.sample(anyOutcome, { numRuns: 1, seed: 3 })[0] };
    if (!outcome) throw new Error('a sample');
    outcome.reset();
    outcome.candidateRows.push(1, 2);
    outcome.candidateFailures.push(5, 64);
    expect(readBack(outcome, new Settlement()).buffer.position).toBe(3 + 6 + 4);
  });
});

describe('a record of a kommune', () => {
  const rates = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 2 });
  const big = fc.integer({ min: 0, max: 2 ** 45 });

  test('comes back as it was told', () => {
    fc.assert(
      fc.property(rates, big, big, big, (rateIndexes, teachingHundredths, participantHundredths, annualAmountNok) => {
        const record = {
          kommune: 6021,
          count: 34,
          teachingHundredths,
          participantHundredths,
          rateIndexes,
          rateClass: RATE_CLASS.high,
          annualAmountNok,
        };
        const settlement = new Settlement();
        settlement.cumulativeDueNok = annualAmountNok;
        const buffer = new WordBuffer();
        buffer.words.set([0, 9, 6021]);
        buffer.position = 3;
        encodeKommune(buffer, 2004, 6, record, settlement);
        buffer.words[0] = buffer.position | (2 << 24);
        expect(decodeLeaf(buffer.written(), 0)).toEqual({
          kind: 'kommune',
          leaf: 9,
          kommune: 6021,
          records: [
            {
              grantYear: 2004,
              component: 6,
              rateClass: RATE_CLASS.high,
              count: 34,
              teachingHundredths,
              participantHundredths,
              annualAmountNok,
              cumulativeDueNok: annualAmountNok,
              wholeHeld: 0,
              wholeHeldNok: 0,
              rateIndexes,
              parts: [],
            },
          ],
        });
      }),
    );
  });
});
