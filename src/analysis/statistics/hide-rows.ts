/** Fewest rows that are hidden together, so that none of them is what is left of the whole. */
const ROWS_TOGETHER_MIN = 3;

/**
 * Rows of which not even the total is shown: those with fewer persons than the threshold, and with them the next
 * smallest until they are three or more with twice the threshold of persons together, so that the reader cannot tell a
 * small one from one that is there for company. All rows where there are not enough. Rows of nobody are hidden with
 * them, so that a row of which nothing is shown may be of nobody.
 *
 * @param totals persons by row key
 * @param also rows that must be hidden whatever their size
 */
export function hideRows(
  totals: ReadonlyMap<number, number>,
  threshold: number,
  also: ReadonlySet<number> = new Set(),
): Set<number> {
  const ascending = [...totals].filter(([, persons]) => persons > 0).sort(([a, x], [b, y]) => x - y || a - b);
  const isSmall = ([key, persons]: readonly [number, number]): boolean =>
    also.has(key) || (persons > 0 && persons < threshold);
  const hidden = new Set([...totals].filter(isSmall).map(([key]) => key));
  if (hidden.size === 0) return hidden;
  const nobody = [...totals].filter(([, persons]) => persons === 0);
  for (const [key] of ascending) {
    if (hidden.size >= ROWS_TOGETHER_MIN && personsOf(hidden, totals) >= 2 * threshold) break;
    hidden.add(key);
  }
  for (const [key] of nobody) hidden.add(key);
  return hidden;
}

function personsOf(keys: ReadonlySet<number>, totals: ReadonlyMap<number, number>): number {
  return [...keys].reduce((sum, key) => sum + (totals.get(key) ?? 0), 0);
}
