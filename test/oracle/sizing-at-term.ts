import { grunntilskuddTerm } from './components';
import type { Row } from './csv';
import { grunntilskudd, timetilskudd } from './kommune-grants';
import type { Person } from './person';
import type { Rates } from './rates';
import { grantOf } from './run';

/** What is due at a term, by whom it goes to and what it is of. */
export interface DueRow {
  readonly recipient: string;
  readonly component: string;
  readonly yearNumber: string;
  readonly rateClass: string;
  readonly due: number;
  /** Empty where a kommune has it. */
  readonly person: string;
}

/** What a run of a term without postings has coming to recipients, or holds (rulebook 6, 8.4). */
export function sizingAtTerm(
  { persons, teaching }: { readonly persons: ReadonlyMap<string, Person>; readonly teaching: readonly Row[] },
  { asOf, year, term }: { readonly asOf: string; readonly year: number; readonly term: number },
  components: readonly string[],
  rates: Rates,
): DueRow[] {
  return components.flatMap((component): DueRow[] => {
    if (component === 'grunntilskudd' || component === 'timetilskudd') {
      if (component === 'grunntilskudd' && term < grunntilskuddTerm(year)) return [];
      const grants =
        component === 'grunntilskudd'
          ? grunntilskudd(persons.values(), year, rates)
          : timetilskudd(persons.values(), teaching, asOf, year, term * 3, rates);
      return grants.map(({ kommune, rateClass, annual }) => {
        return { recipient: kommune, component, yearNumber: '', rateClass, due: annual, person: '' };
      });
    }
    return [...persons].flatMap(([id, person]) =>
      person.withheld ? [] : dueOf(id, person, component, { year, term }, rates),
    );
  });
}

function dueOf(
  id: string,
  person: Person,
  component: string,
  { year, term }: { readonly year: number; readonly term: number },
  rates: Rates,
): DueRow[] {
  const grant = grantOf(component, person, year, rates);
  if (grant?.annual === undefined || !grant.hasBegun(term)) return [];
  const { yearNumber, rateClass, shares } = grant;
  const row = { component, yearNumber, rateClass, person: id };
  if (shares.length === 0) return [{ ...row, recipient: 'HELD', due: grant.due(term) }];
  const parts = grant.parts(term);
  return shares.map(({ recipient, stopped }, place) => {
    return { ...row, recipient: stopped ? 'HELD' : recipient, due: parts[place] ?? 0 };
  });
}
