/** The members of a list by a key, keys and members in the order of the list. */
export function groupBy<K, T>(list: Iterable<T>, keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const mine = groups.get(keyOf(one));
    if (mine === undefined) groups.set(keyOf(one), [one]);
    else mine.push(one);
  }
  return groups;
}
