import { type OracleAct, pinsOf, rowsUnder } from './acts';
import type { Row } from './csv';
import { type Extract, tableOf } from './extract';

/** What an extract says on the as-of date about one person that exists then (rulebook, head). */
export interface Person {
  readonly id: string;
  readonly birthDate: string;
  readonly country: string;
  /** Empty for none. */
  readonly deathDate: string;
  readonly emigratedOn: string;
  /** In the order of rulebook 2: entered_on, registered_on, file. */
  readonly targetGroup: readonly Row[];
  /** The standing row of each decision. */
  readonly decisions: readonly Row[];
  readonly residence: readonly Row[];
  readonly trainingKommune: readonly Row[];
  readonly upperSecondary: readonly Row[];
  readonly hours: readonly Row[];
  /** Acts that pin the kommune of the person in the grant year, in the order of their confirmation. */
  readonly pins: readonly OracleAct[];
  /** True where a row was rejected: the person is held, only hours rows of 2004 count. */
  readonly withheld: boolean;
}

/** Compares by several texts or numbers in turn. */
export function inOrder(first: readonly (string | number)[], second: readonly (string | number)[]): number {
  for (let index = 0; index < first.length; index += 1) {
    const a = first[index] ?? '';
    const b = second[index] ?? '';
    if (a < b) return -1;
    if (a > b) return 1;
  }
  return 0;
}

export function isVisible(row: Row, asOf: string): boolean {
  return row.text('registered_on') <= asOf;
}

/** Everybody who exists on the as-of date, by id, as a grant year reads them under the acts of cases (rulebook 9a). */
export function personsOn(
  extract: Extract,
  asOf: string,
  grantYear = 0,
  acts: readonly OracleAct[] = [],
): Map<string, Person> {
  const visible = new Map<string, Row[]>();
  for (const [table, { accepted }] of extract.tables) {
    for (const row of accepted.filter((candidate) => isVisible(candidate, asOf))) {
      const key = `${table}/${extract.canonical(row.text('person_id'))}`;
      visible.set(key, [...(visible.get(key) ?? []), row]);
    }
  }
  const rowsOf = (table: string, id: string): Row[] =>
    rowsUnder(acts, grantYear, id, table, visible.get(`${table}/${id}`) ?? [], extract.canonical);
  const ids = new Set(
    tableOf(extract.tables, 'persons').accepted.map((row) => extract.canonical(row.text('person_id'))),
  );
  const persons = new Map<string, Person>();
  for (const id of [...ids].sort()) {
    const distance = (row: Row): number => extract.chainLength(row.text('person_id'));
    const [own] = rowsOf('persons', id).sort((a, b) => inOrder([distance(a), -a.place], [distance(b), -b.place]));
    if (!own) continue;
    const order = (row: Row) => [row.text('entered_on'), row.text('registered_on'), row.place];
    persons.set(id, {
      id,
      birthDate: own.text('birth_date'),
      country: own.text('country_background'),
      deathDate: own.text('death_date'),
      emigratedOn: own.text('emigrated_on'),
      targetGroup: rowsOf('target_group', id).sort((a, b) => inOrder(order(a), order(b))),
      decisions: standing(rowsOf('decisions', id)),
      residence: rowsOf('residence', id),
      trainingKommune: rowsOf('training_kommune', id),
      upperSecondary: rowsOf('upper_secondary', id),
      hours: rowsOf('hours', id),
      pins: pinsOf(acts, grantYear, id, extract.canonical),
      withheld: extract.withheld.has(id),
    });
  }
  return persons;
}

/** Of each decision the latest row (rulebook 2). */
function standing(rows: readonly Row[]): Row[] {
  const latest = new Map<string, Row>();
  for (const row of rows) {
    const other = latest.get(row.text('decision_id'));
    if (other && other.text('registered_on') > row.text('registered_on')) continue;
    latest.set(row.text('decision_id'), row);
  }
  return [...latest.values()];
}

export function hasDecision(person: Person, kind: string): boolean {
  return person.decisions.some((row) => row.text('kind') === kind && row.text('outcome') === 'granted');
}

/** Of the rows that cover a day the one that counts (rulebook 4, A9). */
export function rowCovering(rows: readonly Row[], day: string): Row | undefined {
  const covering = rows.filter(
    (row) => row.text('from_date') <= day && (row.text('to_date') === '' || row.text('to_date') >= day),
  );
  const order = (row: Row) => [row.text('from_date'), row.text('registered_on'), row.place];
  return covering.sort((a, b) => inOrder(order(a), order(b))).at(-1);
}
