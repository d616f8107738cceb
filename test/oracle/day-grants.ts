import { apportion } from './apportion';
import { payoutCode } from './components';
import type { Row } from './csv';
import { dayText, eachDay, quarterOf } from './dates';
import { dueAt, type Grant, type Share } from './grant';
import { type Person, rowCovering } from './person';
import { rateClassOf, translate } from './places';
import { entryYear, triggeringRow, triggeringRow37d, windowOf } from './qualifying';
import type { Rates } from './rates';

/** Recipient of a day, not translated; empty for none (rulebook 4). */
function recipientOn(person: Person, law: string, day: string): string {
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

function grantByDays(
  person: Person,
  row: Row,
  year: number,
  law: string,
  first: number,
  rest: Pick<Grant, 'code' | 'yearNumber' | 'rateClass' | 'rate' | 'annual'>,
): Grant {
  const shares = sharesByDays(person, row, year, law);
  const total = shares.reduce((sum, share) => sum + share.days, 0);
  const due = (term: number): number => dueAt(year, rest.annual ?? 0, first, term, true);
  return {
    ...rest,
    shares,
    denominator: total === 0 ? 1 : total,
    due,
    parts: (term) => (total === 0 ? [] : apportion(due(term), shares)),
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
