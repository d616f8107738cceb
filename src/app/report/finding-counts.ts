import { eachCsvRecord, FEWEST_PERSONS } from '../../domain';
import type { OpenRun } from '../explain/open-run-context';

/** Findings of a code in a kommune; `kommune` is empty for those of none. */
export interface FindingCount {
  readonly kommune: string;
  readonly code: string;
  readonly severity: string;
  count: number;
  /** Whom they are of, the first of them; those of nobody each stand for themselves. */
  readonly persons: Set<string>;
}

/** findings.csv, counted in one pass: a national run has tens of thousands of rows. */
export function findingCounts({ sealedText }: Pick<OpenRun, 'sealedText'>): readonly FindingCount[] {
  const counts = new Map<string, FindingCount>();
  for (const { cell } of eachCsvRecord(sealedText('findings.csv'))) {
    const [kommune, code, severity] = [cell('kommune'), cell('code'), cell('severity')];
    const key = `${kommune} ${code} ${severity}`;
    const known = counts.get(key) ?? { kommune, code, severity, count: 0, persons: new Set<string>() };
    counts.set(key, known);
    known.count += 1;
    const person = cell('person_ref');
    if (known.persons.size < FEWEST_PERSONS) known.persons.add(person === '' ? `${key} ${known.count}` : person);
  }
  return [...counts.values()];
}
