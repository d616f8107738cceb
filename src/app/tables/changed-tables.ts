/** Shipped tables that were found changed while this command ran. */
const changed = new Set<string>();

/** Remembers what the end of the command is to tell. */
export function noteChangedTables(names: readonly string[]): void {
  for (const name of names) changed.add(name);
}

/** Names of the shipped tables that somebody has changed, and forgets them: the next command tells its own. */
export function takeChangedTables(): string[] {
  const names = [...changed].sort();
  changed.clear();
  return names;
}
