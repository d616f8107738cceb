import { InvariantError, NorsktilskuddError } from '../../domain';
import type { OpenLedger } from '../posting-reads';
import { contentFaults } from '../verify/verify-ledger';

/** Faults that are reported; of more, their number. */
const TOLD_MAX = 20;

/**
 * Why the program could not go on with what it read of a ledger: damage, where the ledger does not verify, else the fault
 * of the program as it was. A number that no component has, or a list that is none, is an assertion that fails deep
 * within, and the user must be told of the ledger and not of the program.
 */
export function blameLedger(ledger: OpenLedger, cause: unknown): unknown {
  if (!mayBeDamage(cause)) return cause;
  try {
    const faults = ledger.db.reading(() => contentFaults(ledger));
    if (faults.length === 0) return cause;
    const params = { path: ledger.path, count: faults.length };
    return new NorsktilskuddError('verification', 'LEDGER_NOT_PROVEN', params, faults.slice(0, TOLD_MAX));
  } catch (other) {
    return other instanceof NorsktilskuddError ? other : cause;
  }
}

function mayBeDamage(cause: unknown): boolean {
  const kinds = [InvariantError, SyntaxError, RangeError, TypeError];
  return kinds.some((kind) => cause instanceof kind);
}

/** What a function of the ledger may give that is read later: rows one by one. */
function isRows(value: unknown): value is Iterable<unknown> {
  const isObject = typeof value === 'object' && value !== null;
  const isWhole = Array.isArray(value) || ArrayBuffer.isView(value) || value instanceof Map;
  return isObject && !isWhole && Symbol.iterator in value;
}

/**
 * The same functions, but what one of them throws, at once or while its rows are read, is thrown as `blame` says it.
 *
 * @example blaming({ lines: () => readLines() }, (cause) => new Error('damaged', { cause }))
 */
export function blaming<T extends object>(functions: T, blame: (cause: unknown) => unknown): T {
  return new Proxy(functions, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return (...values: readonly unknown[]): unknown => {
        const answer = reported(() => Reflect.apply(value, target, values), blame);
        return isRows(answer) ? { [Symbol.iterator]: () => rowsOf(answer, blame) } : answer;
      };
    },
  });
}

function* rowsOf(rows: Iterable<unknown>, blame: (cause: unknown) => unknown): Generator<unknown> {
  try {
    yield* rows;
  } catch (cause) {
    throw blame(cause);
  }
}

function reported(work: () => unknown, blame: (cause: unknown) => unknown): unknown {
  try {
    return work();
  } catch (cause) {
    throw blame(cause);
  }
}
