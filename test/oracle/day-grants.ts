import { pinnedOn } from './acts';
import { apportion } from './apportion';
import { payoutCode } from './components';
import type { Row } from './csv';
import { dayText, eachDay, quarterOf } from './dates';
import { dueAt, type Grant, type Share } from './grant';
import { tried } from './law';
import { type Person, rowCovering } from './person';
import { rateClassOf, translate } from './places';
import { entryYear, triggeringRow, triggeringRow37d, windowOf } from './qualifying';
import type { Rates } from './rates';

/** Recipient of a day, not translated; empty for none (rulebook 4; a pinned kommune goes before all, 9a). */
function recipientOn(person: Person, law: string, day: string): string {
  const pinned = pinnedOn(person.pins, day);
  if (pinned !== '') return pinned;
  const school = law === 'integreringsloven' ? rowCovering(person.upperSecondary, day) : undefined;
  if (school) return school.text('fylke');
  const training = rowCovering(person.trainingKommune, day);
  if (training) return training.text('kommune');
  return rowCovering(person.residence, day)?.text('kommune') ?? '';
}

/** Days of the window that each recipient has, in the codes in force on the last day of the year. */
export function sharesByDays(person: Person, row: Row, year: number, law: string): Share[] {
  const { from, to } = windowOf(person, row, year);
  const shares = new Map<string, Share>();
  for (const day of eachDay(from, to)) {
    const recipient = recipientOn(person, law, day);
    if (recipient === '') continue;
    const { code, stopped } = translate(recipient, dayText(year, 12, 31));
    const days = (shares.get(code)?.days ?? 0) + 1;
    shares.set(code, { recipient: code, stopped, days, numerator: days });
  }
  return [...shares.values()].sort((a, b) => (a.recipient < b.recipient ? -1 : 1));
}

/** Shares by days, or by months where a test says so: each to the one with most days in it, the earlier one of two. */
function byUnit(person: Person, row: Row, year: number, law: string): Share[] {
  const shares = sharesByDays(person, row, year, law);
  if (tried('split.unit') !== 'by_months' || shares.length < 2) return shares;
  const { from, to } = windowOf(person, row, year);
  const months = new Map<string, Map<string, number>>();
  for (const day of eachDay(from, to)) {
    const recipient = recipientOn(person, law, day);
    if (recipient === '') continue;
    const { code } = translate(recipient, dayText(year, 12, 31));
    const month = months.get(day.slice(0, 7)) ?? new Map<string, number>();
    months.set(day.slice(0, 7), month.set(code, (month.get(code) ?? 0) + 1));
  }
  const winners = [...months.values()].map((days) => {
    const most = Math.max(...days.values());
    return [...days].find(([, count]) => count === most)?.[0];
  });
  return shares.map((share) => ({
    ...share,
    numerator: winners.filter((winner) => winner === share.recipient).length,
  }));
}

/** The rate, or the part of it that a test asks for, rounded half up. */
function partOfYear(person: Person, row: Row, year: number, rate: number, code: string): number {
  const component = code.startsWith('P37D') ? 'persontilskudd37d' : 'persontilskudd';
  const { from, to } = windowOf(person, row, year);
  const halfUp = (above: number, below: number): number => Math.floor((rate * above * 2 + below) / (below * 2));
  switch (tried(`${component}.proration`) ?? 'full') {
    case 'days':
      return halfUp([...eachDay(from, to)].length, [...eachDay(dayText(year, 1, 1), dayText(year, 12, 31))].length);
    case 'months':
      return halfUp(new Set([...eachDay(from, to)].map((day) => day.slice(0, 7))).size, 12);
    case 'half_year':
      return row.text('entered_on') <= dayText(year, 6, 30) ? rate : halfUp(1, 2);
    default:
      return rate;
  }
}

function grantByDays(
  person: Person,
  row: Row,
  year: number,
  law: string,
  first: number,
  rest: Pick<Grant, 'code' | 'yearNumber' | 'rateClass' | 'rate' | 'annual'>,
): Grant {
  const shares = byUnit(person, row, year, law);
  const total = shares.reduce((sum, share) => sum + share.numerator, 0);
  const annual = rest.annual === undefined ? undefined : partOfYear(person, row, year, rest.annual, rest.code);
  const weighed = shares.map(({ recipient, numerator }) => ({ recipient, days: numerator }));
  const due = (term: number): number => dueAt(year, annual ?? 0, first, term, true);
  return {
    ...rest,
    annual,
    shares,
    denominator: total === 0 ? 1 : total,
    due,
    parts: (term) => (total === 0 ? [] : apportion(due(term), weighed)),
    hasBegun: (term) => term >= first,
  };
}

export function persontilskudd(person: Person, year: number, rates: Rates): Grant | undefined {
  const row = triggeringRow(person, year);
  if (!row) return undefined;
  const k = year - (entryYear(person) ?? 0) + 1;
  const first = k === 1 ? quarterOf(row.text('entered_on')) : 1;
  const rateClass = rateClassOf(person.country);
  const rate = rateClass === undefined ? 0 : rates(`persontilskudd.year${k}`, year, rateClass, person.id);
  return grantByDays(person, row, year, row.text('law'), first, {
    code: `P-AR${k}-${rateClass === 'low' ? 'L' : 'H'}`,
    yearNumber: String(k),
    rateClass: rateClass ?? '',
    rate,
    annual: rateClass === undefined ? undefined : rate,
  });
}

export function persontilskudd37d(person: Person, year: number, rates: Rates): Grant | undefined {
  const row = triggeringRow37d(person, year);
  if (!row) return undefined;
  const rate = rates('persontilskudd37d', year, 'single', person.id);
  return grantByDays(person, row, year, 'integreringsloven', quarterOf(row.text('entered_on')), {
    code: payoutCode('persontilskudd37d'),
    yearNumber: '1',
    rateClass: 'single',
    rate,
    annual: rate,
  });
}
