import { differenceInYears, isValid } from 'date-fns';
import fc from 'fast-check';
import {
  ageOn,
  asDay,
  calendarDate,
  dayOf,
  daysInMonth,
  FAR_FUTURE,
  formatDay,
  knownDay,
  monthIndex,
  NO_DAY,
  parseDay,
  quarterOf,
  yearOf,
} from '../../src/domain';

const anyDay = fc
  .integer({ min: dayOf(1900, 1, 1), max: dayOf(2199, 12, 31) })
  .map((value) => calendarDate(asDay(value)));

describe('days', () => {
  it('counts from 1970-01-01', () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(dayOf(2000, 3, 1)).toBe(11_017);
    expect(knownDay('1969-12-31')).toBe(-1);
  });

  it('goes to a date and back, every day from 1900 to 2199', () => {
    let day = dayOf(1900, 1, 1);
    for (let year = 1900; year < 2200; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (let dayOfMonth = 1; dayOfMonth <= daysInMonth(year, month); dayOfMonth += 1) {
          if (dayOf(year, month, dayOfMonth) !== day) throw new Error(`${year}-${month}-${dayOfMonth}`);
          const date = calendarDate(day);
          if (date.year !== year || date.month !== month || date.dayOfMonth !== dayOfMonth) throw new Error(`${day}`);
          day = (day + 1) as typeof day;
        }
      }
    }
    expect(formatDay(day)).toBe('2200-01-01');
  });

  it('reads both forms of a date and refuses dates that do not exist', () => {
    expect(parseDay('2018-03-31')).toBe(parseDay('31.03.2018'));
    for (const text of ['2019-02-30', '2019-13-01', '31.04.2018', '2018-3-1', '20180331', '', '2018-03-31T00:00']) {
      expect([text, parseDay(text)]).toEqual([text, undefined]);
    }
    expect(parseDay('2020-02-29')).toBeDefined();
    expect(parseDay('1900-02-29')).toBeUndefined();
  });

  it('prints sentinels as nothing', () => {
    expect([formatDay(FAR_FUTURE), formatDay(NO_DAY)]).toEqual(['', '']);
  });

  it('knows quarters, years and months', () => {
    expect(quarterOf(knownDay('2018-03-31'))).toBe(1);
    expect(quarterOf(knownDay('2018-04-01'))).toBe(2);
    expect(quarterOf(knownDay('2018-12-31'))).toBe(4);
    expect(yearOf(knownDay('2018-12-31'))).toBe(2018);
    expect(monthIndex(knownDay('2019-01-01')) - monthIndex(knownDay('2018-12-31'))).toBe(1);
  });
});

describe('age', () => {
  it.each([
    ['2000-02-29', '2018-02-28', 17, 'A1: not yet on 28 February of a common year'],
    ['2000-02-29', '2018-03-01', 18, 'A1: on 1 March'],
    ['2000-02-29', '2020-02-29', 20, 'on the day itself in a leap year'],
    ['1950-07-01', '2017-06-30', 66, 'the day before'],
    ['1950-07-01', '2017-07-01', 67, 'the birthday'],
  ])('born %s on %s: %i (%s)', (birth, on, age) => {
    expect(ageOn(knownDay(birth), knownDay(on))).toBe(age);
  });

  it('equals date-fns but for 29 February', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (birth, on) => {
        fc.pre(!(birth.month === 2 && birth.dayOfMonth === 29));
        const left = new Date(on.year, on.month - 1, on.dayOfMonth, 12);
        const right = new Date(birth.year, birth.month - 1, birth.dayOfMonth, 12);
        fc.pre(isValid(left) && isValid(right) && left >= right);
        expect(ageOn(dayOf(birth.year, birth.month, birth.dayOfMonth), dayOf(on.year, on.month, on.dayOfMonth))).toBe(
          differenceInYears(left, right),
        );
      }),
    );
  });
});
