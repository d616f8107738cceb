import { extendLock, lintRules, printRuleLock, RULE_MODULES, WRITABLE } from '../../../rules';
import { lockProblemDetail, lockStateOf } from '../../app/rules/lock-state';
import { loadShippedRules } from '../../app/shipped-rules';
import { changedTables } from '../../app/tables/refuse-tables';
import { NorsktilskuddError } from '../../domain';
import { writeWholeFile } from '../../effects';
import { type CliContext, say } from '../context';

/** What besides new rules is written into the lock. */
export interface LockChange {
  /** Sources that were rewritten without any change of behaviour are locked as they are now. */
  readonly sources: boolean;
  /** Freezes the grant years up to this one. */
  readonly frozenThrough: number | undefined;
}

/**
 * `rules lock`: freezes rules that are new. What is frozen is never written again: where something is wrong with the rules
 * (all that `rules check` finds, but for what is to be locked) nothing is written (exit 4).
 */
export function lockRules(change: LockChange, context: CliContext): void {
  const rules = loadShippedRules();
  const { path, locked, current, problems } = lockStateOf(rules);
  const isWritten = [...WRITABLE, ...(change.sources ? ['source_changed'] : [])];
  const faults = [
    ...changedTables(),
    ...problems.filter(({ problem }) => !isWritten.includes(problem)).map(lockProblemDetail),
    ...lintRules(RULE_MODULES, rules.rates.rates, rules.limits)
      .filter(({ severity }) => severity === 'error')
      .map(({ code, params }) => ({ code, params })),
  ];
  if (faults.length > 0) throw new NorsktilskuddError('rule', 'RULES_CHECK_FAILED', { faults: faults.length }, faults);
  const { sources, frozenThrough } = change;
  const text = printRuleLock(extendLock(locked, current, frozenThrough ? { sources, frozenThrough } : { sources }));
  const added = [...new Set(problems.map(({ rule }) => rule))];
  if (text !== printRuleLock(locked)) writeWholeFile(path, text);
  if (context.json)
    context.terminal.out(
      `${JSON.stringify({ added, frozen_through: Math.max(locked.frozenThrough, frozenThrough ?? 0) })}\n`,
    );
  else
    context.terminal.out(
      added.length > 0
        ? say(context, { nb: `Frosset: ${added.join(', ')}\n`, en: `Frozen: ${added.join(', ')}\n` })
        : say(context, { nb: 'Alle regler er frosset fra før.\n', en: 'Every rule is frozen already.\n' }),
    );
}
