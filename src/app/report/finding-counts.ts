import { eachCsvRecord } from '../../domain';
import type { OpenRun } from '../explain/open-run-context';

/** Findings of a code in a kommune; `kommune` is empty for those of none. */
export interface FindingCount {
  readonly kommune: string;
  readonly code: string;
  readonly severity: string;
  count: number;
}

/** findings.csv, counted in one pass: a national run has tens of thousands of rows. */
export function findingCounts({ sealedText }: Pick<OpenRun, 'sealedText'>): readonly FindingCount[] {
  const counts = new Map<string, FindingCount>();
  for (const { cell } of eachCsvRecord(sealedText('findings.csv'))) {
    const [kommune, code, severity] = [cell('kommune'), cell('code'), cell('severity')];
    const key = `${kommune} ${code} ${severity}`;
    const known = counts.get(key) ?? { kommune, code, severity, count: 0 };
    counts.set(key, known);
    known.count += 1;
  }
  return [...counts.values()];
}
