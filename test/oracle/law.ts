/*
 * The naive calculator knows the law of every year by heart. A test may put other values in the place of some of its
 * limits, by their keys (rulebook 1.2), and see what the calculator then comes to.
 */

const limits = new Map<string, string>();

/** Works something out under other limits. */
export function underLimits<T>(others: Readonly<Record<string, string>>, work: () => T): T {
  for (const [key, value] of Object.entries(others)) limits.set(key, value);
  try {
    return work();
  } finally {
    limits.clear();
  }
}

/** The value that a test has put in place; undefined where the law holds. */
export function tried(key: string): string | undefined {
  return limits.get(key);
}

/** Lowest and highest age by a limit, both ends included. */
export function agesOf(key: string, law: readonly [number, number]): readonly [number, number] {
  const [from, to] = tried(key)?.split('-') ?? [];
  return from === undefined ? law : [Number(from), to ? Number(to) : 999];
}
