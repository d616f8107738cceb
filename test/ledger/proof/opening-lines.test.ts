import { join } from 'node:path';
import { NO_PERSON, type OpeningPosting } from '../../../src/domain';
import { ALL_POSTED, openLedger } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { changePastTriggers } from '../past-triggers';
import { approvalOf, code, KARI } from '../support';

const first = 201_500_000_001;

function posting(line: number, personId: number, amountNok: number, payoutCode: string): OpeningPosting {
  const component = personId === NO_PERSON ? 'grunntilskudd' : 'persontilskudd';
  return { line, grantYear: 2015, component, personId, recipient: code('1507'), amountNok, code: payoutCode };
}

/**
 * An opening of so many persons. The person of the first row stands in the second, too, and the two are one posting: its line
 * has the number of the later one, and 1 is the number of none.
 */
function openingOf(persons: number): { path: string; head: string } {
  const path = join(temporaryFolder(), 'opened.db');
  const ledger = openLedger(path, { create: { rehearsal: false, by: KARI } });
  const rows = Array.from({ length: persons }, (_, index) => posting(index + 3, first + index, 100 + index, 'posting'));
  const postings = [posting(2, first, 50, 'P-OLD'), ...rows];
  const { batch } = ledger.recordOpening({ ...KARI, postings, balances: [] });
  ledger.approve(batch.runId, approvalOf(batch));
  const head = ledger.postingHead();
  ledger.close();
  return { path, head };
}

test.each([[3], [999], [1000], [2100]])('an opening of %i persons, one of them in two rows, is proven', (persons) => {
  const { path, head } = openingOf(persons);
  const ledger = openLedger(path, { readOnly: true });
  expect(ledger.verify().faults).toEqual([]);
  expect(() => ledger.prove(ALL_POSTED)).not.toThrow();
  for (const person of [0, 1, persons - 1]) {
    const { entries } = ledger.postedStateOfOne(head, [first + person]);
    const amounts = [...entries([2015], new Map())].map(({ amountNok }) => amountNok);
    expect(amounts).toEqual([person === 0 ? 150 : 100 + person]);
  }
  ledger.close();
});

test('a line of it that is changed by hand is named', () => {
  const { path, head } = openingOf(1200);
  expect(changePastTriggers(path, "UPDATE postings SET code = 'Q' WHERE line = 1100")).toBe(1);
  const ledger = openLedger(path, { readOnly: true });
  const row = expect.objectContaining({ code: 'LEDGER_ROW_DIFFERS', params: expect.objectContaining({ line: 1100 }) });
  const differs = expect.objectContaining({ kind: 'verification', details: [row] });
  expect(() => ledger.prove(ALL_POSTED)).toThrow(differs);
  expect(() => ledger.postedStateOfOne(head, [first + 1098])).toThrow(differs);
  ledger.close();
});
