import { assert } from '../../src/domain';
import { RULE_MODULES } from '../registry';

/** What is locked of one subject in one grant year. */
export interface LockedYear {
  /** Module that computes it: `persontilskudd@2019`. */
  readonly module: string;
  /** Hash of what it makes of the probes of that grant year, 64 hex digits. */
  readonly sha256: string;
}

/** The lock: what the rules do in each grant year, and hashes of their sources. */
export interface RuleLock {
  readonly format: 2;
  /** Grant years up to this one are frozen for ever; a new version of a rule begins later. */
  readonly frozenThrough: number;
  /** By subject (a component, `calendar` or `amounts`) and grant year. */
  readonly behaviour: Readonly<Record<string, Readonly<Record<string, LockedYear>>>>;
  /** By module: hash of its source without comments, 64 hex digits. */
  readonly sources: Readonly<Record<string, string>>;
  /** By name: SHA-256 of each shipped table that decides results, as the code has it. */
  readonly tables: Readonly<Record<string, string>>;
}

/** Name of the lock file within rules/. */
export const RULE_LOCK_FILE = 'rules.lock.json';

/** Lock files of earlier formats within rules/: runs that name one of them used the very same law. */
export const EARLIER_LOCK_FILES: readonly string[] = ['rules.lock.1.json'];

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
  const lock: { format: number; frozen_through: number } & Pick<RuleLock, 'behaviour' | 'sources'> &
    Partial<Pick<RuleLock, 'tables'>> = JSON.parse(text);
  const isHash = (hash: unknown): boolean => typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash);
  const years = Object.values(lock.behaviour).flatMap((subject) => Object.values(subject));
  const tables = lock.tables ?? {};
  const whole =
    [...Object.values(lock.sources), ...Object.values(tables)].every(isHash) &&
    years.every(({ sha256 }) => isHash(sha256));
  assert(lock.format === 2 && whole, `${RULE_LOCK_FILE} is not a lock of format 2`);
  return { format: 2, frozenThrough: lock.frozen_through, behaviour: lock.behaviour, sources: lock.sources, tables };
}

/** The lock as its file has it. */
export function printRuleLock(lock: RuleLock): string {
  const behaviour = sorted(lock.behaviour, (years) => sorted(years, ({ module, sha256 }) => ({ module, sha256 })));
  const [sources, tables] = [sorted(lock.sources), sorted(lock.tables)];
  const file = { format: lock.format, frozen_through: lock.frozenThrough, behaviour, sources, tables };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function sorted<T, U = T>(
  record: Readonly<Record<string, T>>,
  of: (value: T) => U | T = (value) => value,
): Record<string, U | T> {
  const entries = Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, of(value)]));
}

/** Hash of what a module does in a grant year, as manifests have it; undefined where the lock has none. */
export function lockedHash(lock: RuleLock, subject: string, grantYear: number): string | undefined {
  return lock.behaviour[subject]?.[String(grantYear)]?.sha256;
}
