import { carriedByFew, type LedgerOfLines } from '../../../src/app/letters/carried-by-few';
import type { Settlement } from '../../../src/app/letters/settlements';
import { NO_PERSON, parseRecipientCode } from '../../../src/domain';

interface Line {
  readonly recipient: number;
  readonly personId: number | null;
}

/** Posted runs in their order, each with its lines in one group. */
function ledgerOf(...runs: readonly (readonly Line[])[]): LedgerOfLines {
  const batches = runs.map((_, index) => ({ runId: `r${index}`, state: 'posted' as const, posting: index + 1 }));
  const linesOf = (runId: string) =>
    (runs[Number(runId.slice(1))] ?? []).map((line, index) => ({
      ...{ ...line, group: 'persontilskudd' as const, line: index + 1 },
    }));
  return { batches: () => batches, linesOf };
}

const carrying = (recipientId: string, carriedInNok: number): Settlement => ({
  recipientId,
  lines: [],
  groups: [
    {
      cells: [],
      payout: {
        ...{ line: 2, recipientId, name: '', group: 'persontilskudd', linesNok: 0, paidNok: 0, paymentRef: '' },
        ...{ carriedInNok, carriedOutNok: carriedInNok },
      },
    },
  ],
});

const of = (recipient: string, ...persons: readonly (number | null)[]): Line[] =>
  persons.map((personId) => ({ recipient: parseRecipientCode(recipient) ?? 0, personId }));

test('a balance that one person left terms ago is told of nobody, however often it is carried on', () => {
  const ledger = ledgerOf(of('0301', 1, 2, 3, 4, 5, 6), of('0301', 1), []);
  expect([...carriedByFew(ledger, { posting: 4 }, [carrying('0301', -20_000)])]).toEqual(['0301 persontilskudd']);
});

test('one that enough persons left last, or only the kommune itself, is told; none is nothing to tell', () => {
  const many = ledgerOf(of('0301', 1), of('0301', 1, 2, 3, 4, null));
  expect(carriedByFew(many, { posting: 3 }, [carrying('0301', -9)]).size).toBe(0);
  expect(carriedByFew(ledgerOf(of('0301', NO_PERSON)), { posting: 2 }, [carrying('0301', -9)]).size).toBe(0);
  expect(carriedByFew(ledgerOf(), { posting: 1 }, [carrying('0301', 0)]).size).toBe(0);
});

test('one of which nobody knows whose it is, is not told', () => {
  expect(carriedByFew(ledgerOf(of('0301', 1)), { posting: 2 }, [carrying('4601', -9)]).size).toBe(1);
});
