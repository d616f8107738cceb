import fc from 'fast-check';
import type { LetterLine } from '../../../src/app/letters/letter-lines';
import { personsOf, settlementsOf } from '../../../src/app/letters/settlements';
import { type HiddenParts, shownRows } from '../../../src/app/letters/shown-rows';
import { ToldRates } from '../../../src/app/report/told-rates';
import { FEWEST_PERSONS, nettingGroupOf } from '../../../src/domain';
import type { PayoutCsvRow } from '../../../src/explain';

const LINE = fc.record({
  recipientId: fc.constantFrom('0301', '1103', '4601'),
  component: fc.constantFrom('asylnorsk', 'kulturtilskudd', 'persontilskudd', 'grunntilskudd'),
  code: fc.constantFrom('P-AR1-L', 'P-AR2-H', 'X'),
  kind: fc.constantFrom('regular', 'correction', 'adjustment'),
  cause: fc.constantFrom('', 'changed'),
  caseNumber: fc.constantFrom(0, 0, 7),
  grantYear: fc.constantFrom(2017, 2018),
  amountNok: fc.integer({ min: -70_000, max: 70_000 }),
  number: fc.integer({ min: 0, max: 12 }),
  isProtected: fc.boolean(),
});

const LINES = fc.array(
  LINE.map(({ number, isProtected, ...line }): LetterLine => {
    const person = number === 0 ? '' : String(201_800_000_000 + number);
    const duf = isProtected ? '' : person;
    return { ...line, group: nettingGroupOf(line.component), annualNok: 62_300, person, duf } as const;
  }),
  { maxLength: 60 },
);

/** Rows of payouts.csv that belong to lines. */
function payoutsOf(lines: readonly LetterLine[]): PayoutCsvRow[] {
  const keys = [...new Set(lines.map(({ recipientId, group }) => `${recipientId} ${group}`))].sort();
  return keys.map((key, line): PayoutCsvRow => {
    const [recipientId = '', group = ''] = key.split(' ');
    const own = lines.filter((each) => each.recipientId === recipientId && each.group === group);
    const linesNok = own.reduce((sum, { amountNok }) => sum + amountNok, 0);
    const paidNok = Math.max(0, linesNok);
    return {
      ...{ line, recipientId, group, linesNok, paidNok, name: recipientId, paymentRef: key },
      carriedInNok: 0,
      carriedOutNok: linesNok - paidNok,
    };
  });
}

const PUBLIC = new ToldRates([[15_000], [31_900], [62_300]], []);
const HIDDEN: HiddenParts = {
  ...{ has: () => false, hasTotal: () => false, hasGroup: () => false },
  rates: { tellsOf: () => false },
};

test('letters add up to payouts.csv, and lists to letters, to the krone', () => {
  fc.assert(
    fc.property(LINES, (lines) => {
      const payouts = payoutsOf(lines);
      const settlements = settlementsOf(lines, payouts);
      const sum = (rows: readonly { readonly amountNok: number }[]): number =>
        rows.reduce((total, { amountNok }) => total + amountNok, 0);
      for (const settlement of settlements) {
        const ofLetter = settlement.groups.reduce((total, { cells }) => total + sum(cells.map(({ row }) => row)), 0);
        const { persons, protectedNok } = personsOf(settlement);
        const ofNobody = sum(settlement.lines.filter(({ person }) => person === ''));
        expect(sum(persons) + protectedNok + ofNobody).toBe(ofLetter);
      }
      const ofRun = settlements.flatMap(({ groups }) => groups.map(({ payout }) => payout.paidNok));
      expect(ofRun.reduce((total, nok) => total + nok, 0)).toBe(
        payouts.reduce((total, { paidNok }) => total + paidNok, 0),
      );
    }),
  );
});

test('a row that anybody sees has nobody or enough persons behind it, and the rows still add up', () => {
  fc.assert(
    fc.property(LINES, (lines) => {
      for (const { recipientId, groups } of settlementsOf(lines, payoutsOf(lines))) {
        for (const { cells } of groups) {
          for (const row of shownRows(recipientId, cells, HIDDEN)) {
            expect(row.persons === undefined || row.persons === 0 || row.persons >= FEWEST_PERSONS).toBe(true);
            expect(row.persons === undefined).toBe(row.amountNok === undefined);
          }
          const rows = shownRows(recipientId, cells, HIDDEN);
          if (rows.some(({ amountNok }) => amountNok === undefined)) continue;
          expect(rows.reduce((sum, { amountNok = 0 }) => sum + amountNok, 0)).toBe(
            cells.reduce((sum, { row }) => sum + row.amountNok, 0),
          );
        }
      }
    }),
  );
});

test('2 persons at 15 000 kr stand with all others: with 8 at 31 900 kr alone, public rates would tell how many each are', () => {
  const lines = [...Array(2).fill(15_000), ...Array(8).fill(31_900), ...Array(30).fill(62_300)].map(
    (nok: number, place): LetterLine => ({
      ...{
        recipientId: '0301',
        component: 'persontilskudd',
        grantYear: 2018,
        group: 'persontilskudd',
        kind: 'regular',
      },
      ...{ code: `P-${nok}`, annualNok: nok, amountNok: nok, cause: '', caseNumber: 0 },
      ...{ person: String(201_800_000_000 + place), duf: '' },
    }),
  );
  const cells = settlementsOf(lines, payoutsOf(lines)).flatMap(({ groups }) => groups.flatMap((group) => group.cells));
  const persons = (tellsOf: HiddenParts['rates']['tellsOf']): (number | undefined)[] =>
    shownRows('0301', cells, { ...HIDDEN, rates: { tellsOf } }).map((row) => row.persons);
  expect(persons(() => false)).toEqual([30, 10]);
  expect(persons((_, rows) => PUBLIC.tellsOf(rows))).toEqual([40]);
});

test('a sum that payouts.csv has otherwise stops the program; an act of a case stands by itself', () => {
  const line: LetterLine = {
    ...{ recipientId: '0301', component: 'persontilskudd', grantYear: 2018, group: 'persontilskudd', code: 'P-AR2-H' },
    ...{ kind: 'regular', annualNok: 62_300, amountNok: 62_300, person: '201800000001', duf: '201800000001' },
    ...{ cause: '', caseNumber: 0 },
  };
  const payouts = payoutsOf([line]);
  expect(() => settlementsOf([{ ...line, amountNok: 62_299 }], payouts)).toThrow('add up to payouts.csv');
  expect(() => settlementsOf([{ ...line, recipientId: '1103' }], payouts)).toThrow('stand in payouts.csv');
  const more = [line, { ...line, kind: 'adjustment', caseNumber: 7, amountNok: 100 } as const];
  const [settlement] = settlementsOf(more, payoutsOf(more));
  expect(settlement?.groups[0]?.cells.map(({ row }) => [row.reason, row.caseNumber, row.amountNok])).toEqual([
    ['adjustment', 7, 100],
    ['regular', 0, 62_300],
  ]);
});
