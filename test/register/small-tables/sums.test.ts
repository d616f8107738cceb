import { withoutPersonIds } from '../../../src/domain';
import { balancesBeside, OPENING_POSTINGS_TABLE, RATES_TABLE, readSmallTable } from '../../../src/register';

const bytes = (head: string, ...lines: string[]): Buffer => Buffer.from(`${[head, ...lines].join('\n')}\n`, 'utf8');
const faults = (table: { rejects: readonly { line: number; column: string; rule: string }[] }) =>
  table.rejects.map(({ line, column, rule }) => `${line} ${column} ${rule}`);

const POSTINGS = 'grant_year,component,person_id,recipient_id,amount,code';
const BALANCES = 'recipient_id,netting_group,balance';
const most = '9999999999999';
const posting = (amount: string): string => `2017,grunntilskudd,,0301,${amount},G`;

test.each([
  ['900 rows of nearly ten million million pass no limit', 900, []],
  ['the row that passes the limit is at fault, and only that one', 902, ['902 amount SUM_TOO_HIGH']],
])('opening postings: %s', (_name, rows, expected) => {
  const table = readSmallTable(
    bytes(POSTINGS, ...Array.from({ length: rows }, () => posting(most))),
    'p.csv',
    OPENING_POSTINGS_TABLE,
  );
  expect(faults(table)).toEqual(expected);
});

test('amounts of both signs add up without their signs: each side is a sum of its own', () => {
  const rows = Array.from({ length: 902 }, (_, index) => posting(index % 2 === 0 ? most : `-${most}`));
  const table = readSmallTable(bytes(POSTINGS, ...rows), 'p.csv', OPENING_POSTINGS_TABLE);
  expect(faults(table)).toEqual(['902 amount SUM_TOO_HIGH']);
});

test('opening balances add up with the postings beside them', () => {
  const { rows } = readSmallTable(
    bytes(POSTINGS, ...Array.from({ length: 500 }, () => posting(most))),
    'p.csv',
    OPENING_POSTINGS_TABLE,
  );
  const lines = Array.from({ length: 600 }, () => `0301,grunntilskudd,-${most}`);
  expect(faults(readSmallTable(bytes(BALANCES, ...lines), 'b.csv', balancesBeside([])))).toEqual([]);
  expect(faults(readSmallTable(bytes(BALANCES, ...lines), 'b.csv', balancesBeside(rows)))).toEqual([
    '402 balance SUM_TOO_HIGH',
  ]);
});

test.each([
  ['grunntilskudd,2018,low,100000000', []],
  ['grunntilskudd,2018,low,100000001', ['2 value RATE_TOO_HIGH']],
  ['timetilskudd.per_teaching_hour,2004,single,1000000', []],
  ['timetilskudd.per_teaching_hour,2004,single,1000001', ['2 value RATE_TOO_HIGH']],
])('a rate that sums could not hold is at fault: %s', (row, expected) => {
  const head = 'key,grant_year,rate_class,value,status,source';
  expect(faults(readSmallTable(bytes(head, `${row},scenario,x`), 'r.csv', RATES_TABLE))).toEqual(expected);
});

test.each([
  ['12 digits', '900000000000', '900\u00a0000\u00a0000\u00a0000'],
  ['13 digits', most, '9\u00a0999\u00a0999\u00a0999\u00a0999'],
  ['11 digits', '99999999999', '99\u00a0999\u00a0999\u00a0999'],
  ['a DUF number in the wrong column', '201712345601', '************'],
  ['a national id in the wrong column', '17054026641', '***********'],
])('what was found of an amount is shown, an id is not: %s', (_, amount, shown) => {
  const head = 'key,grant_year,rate_class,value,status,source';
  const { rejects } = readSmallTable(bytes(head, `grunntilskudd,2018,low,${amount},scenario,x`), 'r.csv', RATES_TABLE);
  expect(rejects.map(({ rule }) => rule)).toEqual(['RATE_TOO_HIGH']);
  // As every door tells it.
  expect(withoutPersonIds(rejects[0]?.value ?? '')).toBe(shown);
});
