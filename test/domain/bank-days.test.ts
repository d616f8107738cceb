import { asDay, bankDaysAfter, easterSunday, formatDay, isBankDay, knownDay, nextBankDay } from '../../src/domain';

test.each([
  '2018-04-01',
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2028-04-16',
  '1818-03-22',
  '2038-04-25',
  '1954-04-18',
])('Easter Sunday falls on %s', (day) => {
  expect(formatDay(easterSunday(Number(day.slice(0, 4))))).toBe(day);
});

/** Every closed day of two years that is no Saturday or Sunday. */
const CLOSED: Readonly<Record<string, readonly string[]>> = {
  2018: ['01-01', '03-29', '03-30', '04-02', '05-01', '05-10', '05-17', '05-21', '12-25', '12-26'],
  2026: ['01-01', '04-02', '04-03', '04-06', '05-01', '05-14', '05-25', '12-25'],
};

test.each(Object.keys(CLOSED))('the holidays of %s', (year) => {
  const first = knownDay(`${year}-01-01`);
  const days = Array.from({ length: 365 }, (_, index) => asDay(first + index));
  const weekdays = days.filter((day) => new Date(day * 86_400_000).getUTCDay() % 6 !== 0);
  expect(weekdays.filter((day) => !isBankDay(day)).map((day) => formatDay(day).slice(5))).toEqual(CLOSED[year]);
  expect(days.filter((day) => isBankDay(day)).length).toBe(weekdays.length - (CLOSED[year]?.length ?? 0));
});

test.each([
  ['2018-03-28', '2018-03-28'],
  ['2018-03-29', '2018-04-03'],
  ['2018-04-07', '2018-04-09'],
  ['2018-12-24', '2018-12-24'],
  ['2018-12-31', '2018-12-31'],
  ['2026-12-25', '2026-12-28'],
  ['2021-05-17', '2021-05-18'],
])('the bank day from %s on is %s', (day, expected) => {
  expect(formatDay(nextBankDay(knownDay(day)))).toBe(expected);
});

test('bank days are counted past holidays, and past days on which the bank says that it is closed', () => {
  expect(formatDay(bankDaysAfter(knownDay('2018-03-28'), 1))).toBe('2018-04-03');
  expect(formatDay(bankDaysAfter(knownDay('2018-03-28'), 1, [knownDay('2018-04-03')]))).toBe('2018-04-04');
  expect(formatDay(bankDaysAfter(knownDay('2018-03-31'), 0))).toBe('2018-04-03');
  expect(formatDay(bankDaysAfter(knownDay('2018-12-28'), 2))).toBe('2019-01-02');
});
