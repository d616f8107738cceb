import { FEWEST_PERSONS } from '../../domain';
import type { FolderRow } from './folder-rows';

/** Held amounts of one reason. */
export interface HeldSum {
  readonly reason: string;
  readonly rows: number;
  readonly amountNok: number;
}

/** A sum of few persons would tell of each of them: it is not told. */
function sumOf(amountsNok: readonly number[]): number {
  return amountsNok.length < FEWEST_PERSONS ? 0 : amountsNok.reduce((sum, amountNok) => sum + amountNok, 0);
}

/** Findings of one code. */
export interface FindingSum {
  readonly severity: string;
  readonly code: string;
  readonly count: number;
  /** Kroner of the run's lines of the persons whom such findings concern, without sign; 0 where they name nobody or few. */
  readonly linesNok: number;
}

/** Held amounts by reason, in the order of the reasons. */
export function heldByReason(rows: readonly FolderRow[]): HeldSum[] {
  const reasons = [...new Set(rows.map((row) => row.reason ?? ''))].sort();
  return reasons.map((reason) => {
    const own = rows.filter((row) => row.reason === reason);
    return { reason, rows: own.length, amountNok: own.reduce((sum, row) => sum + Number(row.held_amount), 0) };
  });
}

const SEVERITIES = ['error', 'warning', 'info'];

/**
 * Findings by code, errors first, then by the kroner they touch.
 *
 * @param pseudonymOf of a person_ref of payout_lines.csv
 */
export function findingsByCode(
  findings: readonly FolderRow[],
  lines: readonly FolderRow[],
  pseudonymOf: (personId: number) => string,
): FindingSum[] {
  const named = new Set(findings.map((row) => row.person_ref ?? ''));
  const touched = new Map<string, number>();
  if (named.size > 1) {
    for (const row of lines) {
      if (row.person_ref === '') continue;
      const person = pseudonymOf(Number(row.person_ref));
      if (named.has(person)) touched.set(person, (touched.get(person) ?? 0) + Math.abs(Number(row.amount)));
    }
  }
  const groups = new Map<string, { severity: string; code: string; count: number; persons: Set<string> }>();
  for (const { severity = '', code = '', person_ref: person = '' } of findings) {
    const group = groups.get(code) ?? { severity, code, count: 0, persons: new Set<string>() };
    group.count += 1;
    group.persons.add(person);
    groups.set(code, group);
  }
  return [...groups.values()]
    .map(({ severity, code, count, persons }) => {
      return {
        severity,
        code,
        count,
        linesNok: sumOf([...persons].flatMap((person) => touched.get(person) ?? [])),
      };
    })
    .sort(
      (one, other) =>
        SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
        other.linesNok - one.linesNok ||
        (one.code < other.code ? -1 : 1),
    );
}
