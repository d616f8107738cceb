import type { Snapshot } from '../../../register';

/** Rows of an extract that were read. */
export interface ExtractCounts {
  readonly persons: number;
  readonly hoursRows: number;
}

/** Persons and hours rows of an extract, rejected ones left out. */
export function extractCounts(snapshot: Pick<Snapshot, 'files' | 'personCount' | 'rejectedRows'>): ExtractCounts {
  const hours = snapshot.files.find(({ table }) => table === 'hours');
  return {
    persons: snapshot.personCount,
    hoursRows: (hours?.rows ?? 0) - (snapshot.rejectedRows.hours ?? 0),
  };
}

/** The counts as a draft in the ledger keeps them: there they are found when run folder and snapshot are gone. */
export function extractFacts({ persons, hoursRows }: ExtractCounts): string {
  return JSON.stringify({ hours_rows: hoursRows, persons });
}

/** The counts that a draft in the ledger keeps; undefined where it keeps none (format 1), or nothing that is one. */
export function countsOfFacts(facts: string): ExtractCounts | undefined {
  try {
    const { hours_rows: hoursRows, persons }: { hours_rows?: unknown; persons?: unknown } = JSON.parse(facts);
    return typeof hoursRows === 'number' && typeof persons === 'number' ? { persons, hoursRows } : undefined;
  } catch {
    return undefined;
  }
}
