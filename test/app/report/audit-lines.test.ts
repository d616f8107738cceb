import { type AuditLine, AuditLineBooks, auditLineOf } from '../../../src/app/report/audit/audit-lines';
import { asRecipientCode, componentOrdinal, parseRecipientCode, SHARING } from '../../../src/domain';
import type { PersonTraceRecord, TraceLeaf } from '../../../src/trace';

const BERGEN = asRecipientCode(parseRecipientCode('1201') ?? 0);
const OSLO = asRecipientCode(parseRecipientCode('0301') ?? 0);

/** A record of persontilskudd with shares by days; what a line is not made from is left as a leaf of nothing has it. */
function leafOf(cumulativeDueNok: number, days: readonly (readonly [recipient: number, days: number])[]): TraceLeaf {
  const all = days.reduce((sum, [, own]) => sum + own, 0);
  const record: PersonTraceRecord = {
    ...NOTHING,
    grantYear: 2018,
    component: componentOrdinal('persontilskudd'),
    cumulativeDueNok,
    sharing: SHARING.days,
    parts: days.map(([recipient, own]) => ({
      ...{ basisRecipient: recipient, recipient, held: 0, dueNok: 0, heldDueNok: 0, postedNok: 0 },
      ...{ shareNumerator: own, shareDenominator: all },
    })),
  };
  return { kind: 'person', leaf: 0, place: 2, records: [record] };
}

const NOTHING: PersonTraceRecord = {
  ...{
    grantYear: 0,
    component: 0,
    rateClass: 0,
    annualAmountNok: 0,
    cumulativeDueNok: 0,
    wholeHeld: 0,
    wholeHeldNok: 0,
  },
  ...{ parts: [], status: 0, sharing: 0, candidateTable: 0, yearNumber: 0, assumptions: 0, notes: 0, anchorLine: 0 },
  ...{ decisionLine: 0, candidates: [], rateIndex: -1, chosenLine: 0, windowFrom: 0, windowTo: 0, dueDay: 0 },
  ...{ daysWithoutRecipient: 0, missingCells: 0, segments: [], recipients: [] },
};

function lineOf(leaf: TraceLeaf, cells: Readonly<Record<string, string>>): AuditLine | undefined {
  const books = new AuditLineBooks({ leaf: () => leaf, pseudonym: () => 'ab12' }, new Set(['1201']));
  const row: Readonly<Record<string, string>> = {
    ...{ recipient_id: '1201', basis_recipient_id: '1201', component: 'persontilskudd', grant_year: '2018' },
    ...{ code: 'P-AR1-H', reason: 'regular', person_ref: '201712345601', trace_id: '0.0', previously_posted: '0' },
    ...cells,
  };
  books.add((column) => row[column] ?? '', 7, false);
  expect([...books.books.keys()]).toEqual(['1201']);
  const [text] = books.books.get('1201')?.lines ?? [];
  return text === undefined ? undefined : auditLineOf(text);
}

test('62 300 kr over 265 days in Bergen and 100 in Oslo: the krone left over goes to the larger remainder', () => {
  const leaf = leafOf(62_300, [
    [OSLO, 100],
    [BERGEN, 265],
  ]);
  const share = { share_numerator: '265', share_denominator: '365', annual_amount: '62300' };
  const line = lineOf(leaf, { ...share, cumulative_due: '45232', amount: '45232' });
  expect(line).toMatchObject({ part: { above: 1, below: 1 }, share: { above: 265, below: 365 }, leftOverNok: 1 });
  const other = { share_numerator: '100', share_denominator: '365', annual_amount: '62300' };
  const oslo = { ...other, basis_recipient_id: '0301', cumulative_due: '17068', amount: '17068' };
  expect(lineOf(leaf, oslo)).toMatchObject({ leftOverNok: 0 });
});

test('two of three terms are due: parts of the rate, and then days', () => {
  const leaf = leafOf(66_666, [[BERGEN, 300]]);
  const share = { share_numerator: '300', share_denominator: '300', annual_amount: '100000' };
  expect(lineOf(leaf, { ...share, cumulative_due: '66666', amount: '66666' })).toMatchObject({
    part: { above: 2, below: 3 },
    leftOverNok: 0,
  });
});

test('what is not due, or adjusted, has no parts of a rate', () => {
  const share = { share_numerator: '0', share_denominator: '1' };
  const none = { ...share, annual_amount: '0', cumulative_due: '0', previously_posted: '500', amount: '-500' };
  expect(lineOf(leafOf(0, []), none)).toMatchObject({ part: { above: 0, below: 1 }, leftOverNok: 0, amountNok: -500 });
  const adjusted = { ...share, annual_amount: '', reason: 'adjustment', cumulative_due: '900', amount: '900' };
  const adjustment: TraceLeaf = { kind: 'adjustment', leaf: 0, act: 1, records: [] };
  const line = lineOf(adjustment, adjusted);
  expect([line?.annualNok, line?.cumulativeNok]).toEqual([undefined, 900]);
});

test('a line of a protected address is in the sum of its group alone', () => {
  const books = new AuditLineBooks({ leaf: () => leafOf(0, []), pseudonym: () => 'ab12' }, 'all');
  const row: Readonly<Record<string, string>> = { recipient_id: '1201', component: 'persontilskudd', amount: '23000' };
  books.add((column) => row[column] ?? '', 7, true);
  const book = books.books.get('1201');
  expect([[...(book?.lines ?? [])], [...(book?.unlistedNok ?? [])]]).toEqual([[], [['persontilskudd', 23_000]]]);
});
