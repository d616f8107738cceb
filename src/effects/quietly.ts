/**
 * Tidies up after work that is of no use any more, or is done: closes, stops, throws away. An error of that never takes
 * the place of the one for which it is done, nor of a result that stands.
 *
 * @example try { work(); } catch (cause) { quietly(() => thread.stop()); throw cause; }
 */
export function quietly(tidy: () => unknown): void {
  try {
    tidy();
  } catch {
    // What is left is removed by the next run; the first error is the one to tell.
  }
}
