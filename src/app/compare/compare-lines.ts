import { calendarOf, grunntilskuddTermOf } from '../../../rules';
import { type ComparedLine, type LineEffectsRow, lineEffects } from '../../analysis';
import { NorsktilskuddError } from '../../domain';
import { withLedger } from '../acts/act';
import type { SizingTools } from '../facts/sizing-tools';
import type { Comparison } from './execute-compare';
import type { ComparedCase } from './parse-side';
import { shownCodes } from './shown-codes';

/**
 * Lines of two runs with their effects per recipient, component and person.
 *
 * @throws NorsktilskuddError usage COMPARE_LINES_NEED_RUNS
 */
export function compareLines(
  a: ComparedCase,
  b: ComparedCase,
  comparison: Comparison,
  { installation, shelf, defaults }: SizingTools,
): LineEffectsRow[] {
  for (const { size, batch } of [a, b]) {
    if (batch === undefined) throw new NorsktilskuddError('usage', 'COMPARE_LINES_NEED_RUNS', { side: size.label });
  }
  const identities = shelf.snapshot(b.size.place).identities;
  return withLedger(installation.db, true, (ledger) => {
    const linesOf = (side: ComparedCase): ComparedLine[] =>
      [...ledger.linesOf(side.size.label)].map(({ component, personId, recipient, amountNok }) => {
        const id = personId ?? 0;
        return { component, personId: identities.get(id) ?? id, recipient, amountNok };
      });
    const term = b.batch?.term ?? 4;
    const calendars = [a, a, a, b, b].map(({ size }) => ({
      calendar: calendarOf(size.grantYear, defaults.rules.limits),
      grunntilskuddTerm: grunntilskuddTermOf(size.grantYear, defaults.rules.limits),
      term,
    }));
    const codes = shownCodes(a.size, b.size, defaults.rules.places);
    return lineEffects(comparison.stages, calendars, [linesOf(a), linesOf(b)], codes);
  });
}
