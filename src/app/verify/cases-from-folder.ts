import type { RunContents } from '../../audit';
import { type CaseAct, EMPTY_CASE_ACT, NO_PERSON } from '../../domain';
import type { ResolvedPersons } from './resolve-persons';

/** Acts of cases as a run found them, read back from cases_before.csv. */
export function casesFromFolder(run: RunContents, persons: ResolvedPersons): CaseAct[] {
  return run.cases.map(({ personRef, line: _, ...row }) => ({
    ...EMPTY_CASE_ACT,
    ...row,
    personId: personRef === '' ? NO_PERSON : (persons.idOf.get(personRef) ?? NO_PERSON),
  }));
}
