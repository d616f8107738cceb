import { assert } from '../../src/domain';
import { RULE_MODULES } from '../registry';

/** Hashes of a released rule: of its source without comments, and of its results on the probes. */
export interface LockEntry {
  readonly source: string;
  readonly behaviour: string;
}

export interface RuleLock {
  readonly format: 1;
  readonly rules: Readonly<Record<string, LockEntry>>;
}

/** Name of the lock file within rules/. */
export const RULE_LOCK_FILE = 'rules.lock.json';

/** Source file of a module within rules/: `persontilskudd@2016` is modules/persontilskudd-2016.ts. */
export function sourceFileOf(ruleId: string): string {
  if (ruleId.startsWith('calendar@')) return `calendars/${ruleId.slice('calendar@'.length).replace('_', '-')}.ts`;
  if (ruleId === 'amounts') return 'common/hour-grant.ts';
  return `modules/${ruleId.replace('@', '-').replace('_', '-')}.ts`;
}

/** Ids of everything that is locked: modules, calendars, and the amounts per kommune. */
export function lockedIds(): string[] {
  return [...RULE_MODULES.map((module) => module.id), 'amounts', 'calendar@four_terms', 'calendar@legacy'].sort();
}

/** Reads the lock file; anything else than its format throws. */
export function parseRuleLock(text: string): RuleLock {
  const lock: RuleLock = JSON.parse(text);
  const entries = Object.values(lock.rules);
  const whole = entries.every(({ source, behaviour }) => typeof source === 'string' && typeof behaviour === 'string');
  assert(lock.format === 1 && whole, `${RULE_LOCK_FILE} is not a lock of format 1`);
  return lock;
}

export function printRuleLock(lock: RuleLock): string {
  const sorted = Object.fromEntries(Object.entries(lock.rules).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ format: lock.format, rules: sorted }, null, 2)}\n`;
}

/** What is wrong with a rule against the lock. */
export interface LockProblem {
  readonly rule: string;
  readonly problem: 'not_locked' | 'gone' | 'source_changed' | 'behaviour_changed';
}

/** Compares the code with the lock file. A frozen rule may neither change nor go; a new one must be locked. */
export function compareLock(locked: RuleLock, current: RuleLock): LockProblem[] {
  const problems: LockProblem[] = [];
  for (const id of new Set([...Object.keys(locked.rules), ...Object.keys(current.rules)].sort())) {
    const before = locked.rules[id];
    const now = current.rules[id];
    if (!before) problems.push({ rule: id, problem: 'not_locked' });
    else if (!now) problems.push({ rule: id, problem: 'gone' });
    else if (before.behaviour !== now.behaviour) problems.push({ rule: id, problem: 'behaviour_changed' });
    else if (before.source !== now.source) problems.push({ rule: id, problem: 'source_changed' });
  }
  return problems;
}

/** The lock with the rules that it does not hold yet; what it holds is never replaced. */
export function extendLock(locked: RuleLock, current: RuleLock): RuleLock {
  return { format: 1, rules: { ...current.rules, ...locked.rules } };
}
