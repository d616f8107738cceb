import type { RunContents } from '../../audit';
import { CASE_TABLES, type CaseAct, EMPTY_CASE_ACT, NO_PERSON, parseComponent } from '../../domain';
import type { ResolvedPersons } from './resolve-persons';

/** Acts of cases as a run found them, read back from cases_before.csv. */
export function casesFromFolder(run: RunContents, persons: ResolvedPersons): CaseAct[] {
  return run.cases.map(({ personRef, line: _, component, table, ...row }) => ({
    ...EMPTY_CASE_ACT,
    ...row,
    component: parseComponent(component) ?? '',
    table: CASE_TABLES.find((name) => name === table) ?? '',
    personId: personRef === '' ? NO_PERSON : persons.idOfCase(personRef),
  }));
}
