import { releaseOf } from './acts';
import type { Bookings } from './bookings';
import { persontilskudd, persontilskudd37d } from './day-grants';
import type { Grant } from './grant';
import type { Posted } from './ledger';
import { asylumGrant, utvidet43g } from './other-grants';
import type { Person } from './person';
import type { Rates } from './rates';
import type { RunFacts } from './run-facts';
import type { Account } from './true-up';

/** What a person triggers in a grant year and component. */
export function grantOf(component: string, person: Person, year: number, rates: Rates): Grant | undefined {
  if (component === 'persontilskudd') return persontilskudd(person, year, rates);
  if (component === 'persontilskudd37d') return persontilskudd37d(person, year, rates);
  if (component === 'utvidet43g') return utvidet43g(person, year, rates);
  return asylumGrant(component, person, year, rates);
}

/** Of somebody who has nothing coming. */
const NOTHING_DUE = { due: new Map(), denominator: 1, annual: '0', code: undefined };

type Base = Pick<Account, 'grantYear' | 'component' | 'person' | 'posted'>;

/** Books what one person has coming, and what was posted to somebody who is withheld (rulebook head, 4, 6, 9). */
export function settlePerson(
  {
    extract,
    acts,
    rates,
    persons,
  }: Pick<RunFacts, 'extract' | 'acts' | 'rates'> & { persons: ReadonlyMap<string, Person> },
  bookings: Bookings,
  base: Base,
  term: number,
): void {
  const { grantYear, component, person: id } = base;
  const person = persons.get(id);
  if (!person || person.withheld || extract.withheld.has(id)) {
    if (releaseOf(acts, id, extract.canonical) === 'correct') bookings.settle({ ...base, ...NOTHING_DUE });
    else holdWithheld(bookings, base, extract.withheld.has(id) ? 'rejected_row' : 'missing_from_extract');
    return;
  }
  const grant = grantOf(component, person, grantYear, rates);
  if (!grant) {
    bookings.settle({ ...base, ...NOTHING_DUE });
  } else if (grant.annual === undefined) {
    bookings.settle({ ...base, due: new Map(), denominator: 1, annual: '', code: undefined });
    if (!grant.hasBegun(term)) return;
    bookings.held.push({ grantYear, component, person: id, annual: '', amount: '', reason: 'unknown_country' });
  } else {
    settleGrant(bookings, base, grant, term);
  }
}

function holdWithheld(bookings: Bookings, { posted, ...base }: Base, reason: string): void {
  const sum = [...posted.values()].reduce((total: number, own: Posted) => total + own.sum, 0);
  const { grantYear, component, person } = base;
  bookings.hold({ grantYear, component, person, annual: '0', amount: String(-sum), reason });
}

function settleGrant(bookings: Bookings, base: Base, grant: Grant, term: number): void {
  const parts = grant.parts(term);
  const annual = String(grant.annual);
  const due = new Map<string, { amount: number; numerator: number }>();
  let heldPart = 0;
  grant.shares.forEach((share, index) => {
    const amount = parts[index] ?? 0;
    if (share.stopped) heldPart += amount;
    else due.set(share.recipient, { amount, numerator: share.numerator });
  });
  const { grantYear, component, person } = base;
  const hold = (amount: number, reason: string): void =>
    bookings.hold({ grantYear, component, person, annual, amount: String(amount), reason });
  if (grant.shares.length === 0) hold(grant.due(term), 'no_recipient');
  hold(heldPart, 'no_unique_successor');
  bookings.settle({ ...base, due, denominator: grant.denominator, annual, code: grant.code });
}
