import { join } from 'node:path';
import {
  compareLock,
  currentLock,
  type HashedTable,
  type LockProblem,
  lockedIds,
  parseRuleLock,
  RULE_LOCK_FILE,
  type RuleLock,
  type RuleSet,
  shippedTables,
  sourceFileOf,
} from '../../../rules';
import { type ErrorDetail, errorDetail, type MessageCode } from '../../domain';
import { readText } from '../../effects';
import { programFolder } from '../program-files';
import { readTables } from '../tables/read-tables';

/** The lock file beside what the rules are now. */
export interface LockState {
  readonly path: string;
  readonly locked: RuleLock;
  readonly current: RuleLock;
  /** Tables as they lie on disk. */
  readonly tables: readonly HashedTable[];
  readonly problems: readonly LockProblem[];
}

/** Reads the lock and works out every rule's behaviour anew. */
export function lockStateOf(rules: RuleSet): LockState {
  const folder = join(programFolder(), 'rules');
  const path = join(folder, RULE_LOCK_FILE);
  const sources = new Map(lockedIds().map((id) => [sourceFileOf(id), readText(join(folder, sourceFileOf(id)))]));
  const locked = parseRuleLock(readText(path));
  const { tables } = readTables();
  const current = currentLock(sources, rules, locked.frozenThrough, tables);
  return { path, locked, current, tables, problems: compareLock(locked, current) };
}

/** Tables that the lock has otherwise than the code of the program, which alone says what ships. */
export function lockedTables({ tables }: RuleLock): ErrorDetail[] {
  const shipped = new Map(shippedTables().map(({ name, sha256 }) => [name, sha256]));
  const names = [...new Set([...Object.keys(tables), ...shipped.keys()])].sort();
  return names.flatMap((name) => {
    const [expected, found] = [shipped.get(name) ?? '-', tables[name] ?? '-'];
    return expected === found ? [] : [errorDetail('TABLE_LOCK_DIFFERS', { name, expected, found })];
  });
}

const LOCK_CODES = {
  not_locked: 'RULE_NOT_LOCKED',
  gone: 'RULE_GONE',
  source_changed: 'RULE_SOURCE_CHANGED',
  behaviour_changed: 'RULE_BEHAVIOUR_CHANGED',
  begins_in_frozen_year: 'RULE_BEGINS_IN_FROZEN_YEAR',
  years_moved: 'RULE_YEARS_MOVED',
} as const satisfies Readonly<Record<LockProblem['problem'], MessageCode>>;

/** What a rule's difference from the lock is to a reader. */
export function lockProblemDetail({ rule, problem, years }: LockProblem): ErrorDetail {
  return errorDetail(LOCK_CODES[problem], { rule, years });
}
