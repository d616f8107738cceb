import type { LockedYear, RuleLock } from './rule-lock';

/** What is wrong with a rule against the lock. */
export interface LockProblem {
  readonly rule: string;
  readonly problem:
    | 'not_locked'
    | 'gone'
    | 'source_changed'
    | 'behaviour_changed'
    /** A new version begins in a grant year that is frozen. */
    | 'begins_in_frozen_year'
    /** Years to come that the lock has under an earlier version, or under a rule that has ended. */
    | 'years_moved';
  /** Grant years concerned, `2019-2026`; empty where it is the source. */
  readonly years: string;
}

/** Problems that `rules lock` mends by writing: nothing that was frozen changes. */
export const WRITABLE: readonly LockProblem['problem'][] = ['not_locked', 'years_moved'];

/** Compares the code with the lock file. What is frozen may neither change nor go; what is new must be locked. */
export function compareLock(locked: RuleLock, current: RuleLock): LockProblem[] {
  const found = new Map<string, { rule: string; problem: LockProblem['problem']; years: number[] }>();
  for (const [subject, year] of subjectYears(locked, current)) {
    const before = locked.behaviour[subject]?.[year];
    const now = current.behaviour[subject]?.[year];
    const problem = problemOf(before, now, Number(year) <= locked.frozenThrough);
    if (problem === undefined) continue;
    const rule = now?.module ?? before?.module ?? subject;
    const entry = found.get(`${rule} ${problem}`) ?? { rule, problem, years: [] };
    entry.years.push(Number(year));
    found.set(`${rule} ${problem}`, entry);
  }
  const ofYears = [...found.values()].map(({ rule, problem, years }) => ({ rule, problem, years: spans(years) }));
  return [...ofYears, ...sourceProblems(locked, current)].sort(
    (a, b) => byText(a.rule, b.rule) || byText(a.problem, b.problem),
  );
}

function problemOf(
  before: LockedYear | undefined,
  now: LockedYear | undefined,
  frozen: boolean,
): LockProblem['problem'] | undefined {
  if (before === undefined) return 'not_locked';
  if (now === undefined) return frozen ? 'gone' : 'years_moved';
  // The same law under another name: what the lock says of it stays true.
  if (before.sha256 === now.sha256) return before.module === now.module ? undefined : 'years_moved';
  if (before.module === now.module) return 'behaviour_changed';
  return frozen ? 'begins_in_frozen_year' : 'years_moved';
}

function sourceProblems(locked: RuleLock, current: RuleLock): LockProblem[] {
  return [...new Set([...Object.keys(locked.sources), ...Object.keys(current.sources)])].flatMap((rule) => {
    const before = locked.sources[rule];
    const now = current.sources[rule];
    if (before === now) return [];
    const problem = before === undefined ? 'not_locked' : now === undefined ? 'gone' : 'source_changed';
    return [{ rule, problem, years: '' } as const];
  });
}

/**
 * The lock with what is new in it; what it holds of frozen years is never replaced.
 *
 * @param change `sources` writes changed sources too, for a rewriting that changes no behaviour; `frozenThrough` freezes
 * more grant years
 */
export function extendLock(
  locked: RuleLock,
  current: RuleLock,
  change: { readonly sources?: boolean; readonly frozenThrough?: number } = {},
): RuleLock {
  const behaviour: Record<string, Record<string, LockedYear>> = {};
  for (const [subject, year] of subjectYears(locked, current)) {
    const before = locked.behaviour[subject]?.[year];
    const now = current.behaviour[subject]?.[year];
    const isSame = before !== undefined && before.sha256 === now?.sha256;
    const kept = Number(year) <= locked.frozenThrough && before !== undefined && !isSame ? before : now;
    if (kept !== undefined) behaviour[subject] = { ...behaviour[subject], [year]: kept };
  }
  const sources = change.sources ? current.sources : { ...current.sources, ...locked.sources };
  const frozenThrough = Math.max(locked.frozenThrough, change.frozenThrough ?? 0);
  return { format: 2, frozenThrough, behaviour, sources, tables: current.tables };
}

function subjectYears(locked: RuleLock, current: RuleLock): [subject: string, year: string][] {
  const keys = [locked, current].flatMap(({ behaviour }) =>
    Object.entries(behaviour).flatMap(([subject, years]) => Object.keys(years).map((year) => `${subject} ${year}`)),
  );
  return [...new Set(keys)].sort().map((key) => {
    const [subject = '', year = ''] = key.split(' ');
    return [subject, year];
  });
}

/** `2016-2018, 2021` of years in ascending order. */
function spans(years: readonly number[]): string {
  const parts: [first: number, last: number][] = [];
  for (const year of years) {
    const last = parts.at(-1);
    if (last !== undefined && last[1] === year - 1) last[1] = year;
    else parts.push([year, year]);
  }
  return parts.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(', ');
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
