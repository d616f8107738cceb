import { extendLock, printRuleLock } from '../../../rules';
import { NorsktilskuddError } from '../../domain';
import { writeWholeFile } from '../../effects';
import { type CliContext, say } from '../context';
import { loadShippedRules } from '../shipped-rules';
import { lockProblemDetail, lockStateOf } from './lock-state';

/**
 * `rules lock`: freezes rules that are new. One that is frozen is never written again: where such a one has changed or
 * gone nothing is written (exit 4).
 */
export function lockRules(context: CliContext): void {
  const { path, locked, current, problems } = lockStateOf(loadShippedRules());
  const broken = problems.filter(({ problem }) => problem !== 'not_locked');
  if (broken.length > 0)
    throw new NorsktilskuddError(
      'rule',
      'RULES_CHECK_FAILED',
      { faults: broken.length },
      broken.map(lockProblemDetail),
    );
  const added = problems.map(({ rule }) => rule);
  if (added.length > 0) writeWholeFile(path, printRuleLock(extendLock(locked, current)));
  if (context.json) context.terminal.out(`${JSON.stringify({ added })}\n`);
  else
    context.terminal.out(
      added.length > 0
        ? say(context, { nb: `Frosset: ${added.join(', ')}\n`, en: `Frozen: ${added.join(', ')}\n` })
        : say(context, { nb: 'Alle regler er frosset fra før.\n', en: 'Every rule is frozen already.\n' }),
    );
}
