import { dirname, join } from 'node:path';
import {
  extendLock,
  type LintFinding,
  lintRules,
  lockedIds,
  otherThanShipped,
  printReleasedTables,
  printRuleLock,
  RELEASED_TABLES_FILE,
  RULE_MODULES,
  WRITABLE,
} from '../../../rules';
import { type ErrorDetail, errorDetail, NorsktilskuddError } from '../../domain';
import { isFolder, listFolder, readText, writeWholeFile } from '../../effects';
import { programFolder } from '../program-files';
import { readRuleInputs } from '../run/rule-inputs';
import { loadShippedRules } from '../shipped-rules';
import { changedTables } from '../tables/refuse-tables';
import { FILL_IN } from './author/rule-templates';
import { lockedTables, lockProblemDetail, lockStateOf } from './lock-state';

/** What `rules check` found. */
export interface RulesCheck {
  readonly findings: readonly LintFinding[];
  /** What is wrong; empty where the rules may be used. */
  readonly faults: readonly ErrorDetail[];
  /** Rules that are frozen. */
  readonly frozen: number;
}

/** Holds frozen rules to their lock, and the linter over rules and rates, those of the user's files on top. */
export function checkRules(ratesFiles: readonly string[]): RulesCheck {
  const { rules } = readRuleInputs(ratesFiles);
  const { problems, locked } = lockStateOf(rules);
  const findings = lintRules(RULE_MODULES, rules.rates.rates, rules.limits);
  const faults = [
    ...changedTables(),
    ...lockedTables(locked),
    ...problems.map(lockProblemDetail),
    ...leftToFillIn(),
    ...errorsOf(findings),
  ];
  return { findings, faults, frozen: lockedIds().length };
}

/** What besides new rules is written into the lock. */
export interface LockChange {
  /** Sources that were rewritten without any change of behaviour are locked as they are now. */
  readonly sources: boolean;
  /** Freezes the grant years up to this one. */
  readonly frozenThrough: number | undefined;
}

/**
 * Freezes rules that are new, and writes down tables that have changed, which counts from the next build of the program
 * on. What is frozen is never written again: where something is wrong with the rules (all that checkRules() finds, but for
 * what is to be locked) nothing is written.
 *
 * @throws NorsktilskuddError rule RULES_CHECK_FAILED
 */
export function lockRules({ sources, frozenThrough }: LockChange): {
  readonly added: readonly string[];
  readonly frozenThrough: number;
} {
  const rules = loadShippedRules();
  const { path, locked, current, problems, tables } = lockStateOf(rules);
  const isWritten = [...WRITABLE, ...(sources ? ['source_changed'] : [])];
  refuseFaults([
    ...problems.filter(({ problem }) => !isWritten.includes(problem)).map(lockProblemDetail),
    ...leftToFillIn(),
    ...errorsOf(lintRules(RULE_MODULES, rules.rates.rates, rules.limits)),
  ]);
  const text = printRuleLock(extendLock(locked, current, frozenThrough ? { sources, frozenThrough } : { sources }));
  if (text !== printRuleLock(locked)) writeWholeFile(path, text);
  const changed = otherThanShipped(tables).map(({ name }) => name);
  if (changed.length > 0) writeWholeFile(join(dirname(path), RELEASED_TABLES_FILE), printReleasedTables(tables));
  return {
    added: [...new Set([...problems.map(({ rule }) => rule), ...changed])],
    frozenThrough: Math.max(locked.frozenThrough, frozenThrough ?? 0),
  };
}

/** @throws NorsktilskuddError rule RULES_CHECK_FAILED where anything is wrong */
export function refuseFaults(faults: readonly ErrorDetail[]): void {
  if (faults.length > 0) throw new NorsktilskuddError('rule', 'RULES_CHECK_FAILED', { faults: faults.length }, faults);
}

function errorsOf(findings: readonly LintFinding[]): ErrorDetail[] {
  return findings.filter(({ severity }) => severity === 'error');
}

/** What of a rules folder people fill in. */
const PLACES: readonly string[] = ['modules', 'data', 'examples', 'DECISIONS.md'];

/** That something of the rules folder still says FILL IN, with every file and line; empty where nothing does. */
export function leftToFillIn(folder = join(programFolder(), 'rules')): ErrorDetail[] {
  const places = PLACES.flatMap((name) => {
    const path = join(folder, name);
    return isFolder(path) ? listFolder(path).map((file) => `${name}/${file}`) : [name];
  }).flatMap((file) => {
    const lines = readText(join(folder, file))
      .split('\n')
      .flatMap((text, index) => (text.includes(FILL_IN) ? [index + 1] : []));
    return lines.length === 0 ? [] : [`${file}:${lines.join(',')}`];
  });
  return places.length === 0 ? [] : [errorDetail('RULE_TO_FILL_IN', { places: places.join(' ') })];
}
