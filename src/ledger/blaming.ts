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
