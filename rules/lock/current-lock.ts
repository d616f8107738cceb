import { createHash } from 'node:crypto';
import { calendarOf } from '../calendars';
import { RULE_MODULES } from '../registry';
import { amountsBehaviour, calendarBehaviour, moduleBehaviour, type ProbeRegisters } from './behaviour';
import { type LockEntry, lockedIds, type RuleLock, sourceFileOf } from './rule-lock';
import { stripComments } from './strip-comments';

/**
 * The lock as the code stands now. `sources` holds the text of each file of sourceFileOf(). Not in the room's index: only
 * the commands of the lock need the probes.
 */
export function currentLock(sources: ReadonlyMap<string, string>, registers: ProbeRegisters): RuleLock {
  const rules: Record<string, LockEntry> = {};
  for (const id of lockedIds()) {
    const source = createHash('sha256')
      .update(stripComments(sources.get(sourceFileOf(id)) ?? ''))
      .digest('hex');
    rules[id] = { source, behaviour: behaviourOf(id, registers) };
  }
  return { format: 1, rules };
}

function behaviourOf(id: string, registers: ProbeRegisters): string {
  if (id === 'amounts') return amountsBehaviour();
  if (id === 'calendar@legacy') return calendarBehaviour(calendarOf(2016));
  if (id === 'calendar@four_terms') return calendarBehaviour(calendarOf(2024));
  const module = RULE_MODULES.find((candidate) => candidate.id === id);
  return module ? moduleBehaviour(module, registers) : '';
}
