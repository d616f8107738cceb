import { payoutCode } from './components';
import type { Row } from './csv';
import { dayText, quarterOf, yearOf } from './dates';
import type { Grant, Share } from './grant';
import { tried } from './law';
import { inOrder, type Person, rowCovering } from './person';
import { translate } from './places';
import { triggeringAsylumRow } from './qualifying';
import type { Rates } from './rates';

function share(recipient: string, stopped: boolean): Share {
  return { recipient, stopped, days: 0, numerator: 1 };
}

/** asylnorsk, kulturtilskudd, samfunnskunnskap_mottak (rulebook 5.2). */
export function asylumGrant(component: string, person: Person, year: number, rates: Rates): Grant | undefined {
  const row = triggeringAsylumRow(person, year);
  if (!row || yearOf(row.text('entered_on')) !== year) return undefined;
  const rate = rates(component, year, 'single', person.id);
  const places = centres(person, row, year);
  const first = quarterOf(row.text('entered_on'));
  const [above = 1, below = 2] = (tried('asylum.move_share') ?? '1/2').split('/').map(Number);
  const isHalf = above * 2 === below;
  const firstPart = isHalf ? rate - Math.floor(rate / 2) : Math.floor((rate * above) / below);
  const due = (term: number): number => (term < first ? 0 : rate);
  return {
    code: payoutCode(component),
    yearNumber: '',
    rateClass: 'single',
    rate,
    annual: rate,
    shares: places,
    denominator: places.length === 2 ? 2 : 1,
    due,
    parts(term) {
      if (places.length === 0) return [];
      if (term < first) return places.map(() => 0);
      return places.length === 2 ? [firstPart, rate - firstPart] : [rate];
    },
    hasBegun: (term) => term >= first,
  };
}

/** K1 and K2, K1 alone, or none. */
function centres(person: Person, row: Row, year: number): Share[] {
  const enteredOn = row.text('entered_on');
  const lastDay = dayText(year, 12, 31);
  const rows = person.residence.filter((residence) => residence.text('kind') === 'reception_centre');
  const firstRow = rowCovering(rows, enteredOn);
  if (!firstRow) return [];
  const first = translate(firstRow.text('kommune'), lastDay);
  const laterFirst = (a: Row, b: Row): number =>
    inOrder([b.text('registered_on'), b.place], [a.text('registered_on'), a.place]);
  const second = rows
    .filter((candidate) => enteredOn < candidate.text('from_date') && candidate.text('from_date') <= lastDay)
    .sort((a, b) => inOrder([a.text('from_date')], [b.text('from_date')]) || laterFirst(a, b))
    .map((candidate) => translate(candidate.text('kommune'), lastDay))
    .find(({ code }) => code !== first.code);
  const shares = [share(first.code, first.stopped)];
  if (second) shares.push(share(second.code, second.stopped));
  return shares;
}

function isUnderTheScheme(decidedOn: string): boolean {
  const from = tried('utvidet43g.decided_from') ?? '2023-07-01';
  return from !== 'never' && decidedOn >= from;
}

/** All standing decisions of § 43 g in the year together (rulebook 5). */
export function utvidet43g(person: Person, year: number, rates: Rates): Grant | undefined {
  const decisions = person.decisions.filter(
    (row) =>
      row.text('kind') === 'extended_43g' &&
      row.text('outcome') === 'granted' &&
      yearOf(row.text('decided_on')) === year &&
      isUnderTheScheme(row.text('decided_on')),
  );
  if (decisions.length === 0) return undefined;
  const rate = rates('utvidet43g', year, 'single', person.id);
  const placed = decisions.map((row) => ({
    ...translate(row.text('kommune'), dayText(year, 12, 31)),
    first: quarterOf(row.text('decided_on')),
  }));
  const codes = [...new Set(placed.map(({ code }) => code))].sort();
  const shares = codes.map((code) =>
    share(
      code,
      placed.some((decision) => decision.code === code && decision.stopped),
    ),
  );
  const countDue = (term: number, code?: string): number =>
    placed.filter((decision) => decision.first <= term && (code === undefined || decision.code === code)).length;
  return {
    code: payoutCode('utvidet43g'),
    yearNumber: '',
    rateClass: 'single',
    rate,
    annual: rate * decisions.length,
    shares,
    denominator: 1,
    due: (term) => rate * countDue(term),
    parts: (term) => codes.map((code) => rate * countDue(term, code)),
    hasBegun: (term) => countDue(term) > 0,
  };
}
