import { type OracleAct, pinnedCounts } from './acts';
import type { Row } from './csv';
import { countDayOf, grunntilskudd, timetilskudd } from './kommune-grants';
import type { Person } from './person';
import type { Rates } from './rates';
import { grantOf } from './run';

/** A row of sizing.csv; empty texts print as such. */
export interface SizingRow {
  readonly grantYear: number;
  readonly asOf: string;
  readonly recipient: string;
  readonly component: string;
  readonly yearNumber: string;
  readonly rateClass: string;
  readonly rate: string;
  persons: number;
  days: number;
  annual: number;
}

/** The annual calculation (rulebook 8.1). */
export function sizing(
  persons: ReadonlyMap<string, Person>,
  teaching: readonly Row[],
  asOf: string,
  year: number,
  components: readonly string[],
  rates: Rates,
  acts: readonly OracleAct[] = [],
): SizingRow[] {
  const rows = new Map<string, SizingRow>();
  const head = { grantYear: year, asOf };
  for (const component of components) {
    if (component === 'grunntilskudd' || component === 'timetilskudd') {
      const grants =
        component === 'grunntilskudd'
          ? grunntilskudd(persons.values(), year, rates, pinnedCounts(acts, year, countDayOf(year)))
          : timetilskudd(persons.values(), teaching, asOf, year, 12, rates);
      for (const grant of grants) {
        const { kommune, rateClass, rate, annual } = grant;
        const row = { ...head, recipient: kommune, component, yearNumber: '', rateClass, rate };
        rows.set(`${component}/${kommune}`, { ...row, persons: grant.persons, days: 0, annual });
      }
      continue;
    }
    for (const person of persons.values()) {
      if (!person.withheld) addPerson(rows, head, component, person, rates);
    }
  }
  return [...rows.values()];
}

function addPerson(
  rows: Map<string, SizingRow>,
  head: { grantYear: number; asOf: string },
  component: string,
  person: Person,
  rates: Rates,
): void {
  const grant = grantOf(component, person, head.grantYear, rates);
  if (!grant || grant.annual === undefined) return;
  const { yearNumber, rateClass, rate } = grant;
  const parts = grant.parts(4);
  const counted = new Set<SizingRow>();
  const add = (recipient: string, days: number, annual: number): void => {
    const key = [component, recipient, yearNumber, rateClass].join('/');
    const row = rows.get(key) ?? {
      ...head,
      recipient,
      component,
      yearNumber,
      rateClass,
      rate: String(rate),
      persons: 0,
      days: 0,
      annual: 0,
    };
    rows.set(key, row);
    if (!counted.has(row)) row.persons += 1;
    counted.add(row);
    row.days += days;
    row.annual += annual;
  };
  if (grant.shares.length === 0) add('HELD', 0, grant.annual);
  grant.shares.forEach((share, index) => {
    add(share.stopped ? 'HELD' : share.recipient, share.days, parts[index] ?? 0);
  });
}
