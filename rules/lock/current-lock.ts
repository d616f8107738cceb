import { sha256Hex } from '../../src/domain';
import { limitsCalendar } from '../calendars';
import { RULE_MODULES } from '../registry';
import { amountsBehaviour, calendarBehaviour, moduleBehaviour, type ProbeRegisters } from './behaviour';
import { type HashedTable, shippedTables } from './released-tables';
import { type LockedYear, lockedIds, type RuleLock, sourceFileOf } from './rule-lock';

/** First and last grant year that probes look at. */
const FIRST_PROBED_YEAR = 2004;
const LAST_PROBED_YEAR = 2030;

/**
 * The lock as the code stands now. `sources` holds the text of each file of sourceFileOf(). Not in the room's index: only
 * the commands of the lock need the probes.
 */
export function currentLock(
  sources: ReadonlyMap<string, string>,
  registers: ProbeRegisters,
  frozenThrough: number,
  shipped: readonly HashedTable[] = shippedTables(),
): RuleLock {
  const behaviour: Record<string, Record<string, LockedYear>> = { amounts: {}, calendar: {} };
  for (let year = FIRST_PROBED_YEAR; year <= LAST_PROBED_YEAR; year += 1) {
    const set = (subject: string, module: string, sha256: string): void => {
      behaviour[subject] = { ...behaviour[subject], [year]: { module, sha256 } };
    };
    const calendar = limitsCalendar(year, registers.limits);
    if (calendar === undefined) continue;
    set('calendar', `calendar@${calendar.id}`, calendarBehaviour(calendar, year, registers.limits));
    set('amounts', 'amounts', amountsBehaviour(year, registers.limits));
    for (const module of RULE_MODULES) {
      const { component, firstGrantYear, lastGrantYear } = module;
      if (firstGrantYear <= year && year <= (lastGrantYear ?? year))
        set(component, module.id, moduleBehaviour(module, year, registers));
    }
  }
  const hashes = lockedIds().map((id): [string, string] => [id, sourceHash(sources.get(sourceFileOf(id)) ?? '')]);
  const tables = Object.fromEntries(shipped.map(({ name, sha256 }) => [name, sha256]));
  return { format: 2, frozenThrough, behaviour, sources: Object.fromEntries(hashes), tables };
}

function sourceHash(text: string): string {
  return sha256Hex(stripComments(text));
}

/**
 * Source text without comments and with every run of white space as one blank, so that a lock changes when the code
 * does and not when it is explained or laid out anew. Strings and templates are kept to the letter.
 */
export function stripComments(source: string): string {
  const tokens = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\s+/g;
  return source
    .replace(tokens, (token) => {
      if (token.startsWith('/*') || token.startsWith('//') || /^\s/.test(token)) return ' ';
      return token;
    })
    .replace(/ +/g, ' ')
    .replace(/,? ?([)\]}])/g, '$1')
    .trim();
}
