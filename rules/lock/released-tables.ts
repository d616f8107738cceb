import released from '../released-tables.json';

/**
 * SHA-256 of every table that ships with the program and decides results: of each release, the newest last. The build puts
 * them into the code, so that a table, and a lock file beside it, can't be changed without another build of the program;
 * and runs that earlier releases made are known for what they are. `rules lock` adds those of tables that have changed.
 */
export const RELEASED_TABLES: Readonly<Record<string, readonly string[]>> = released;

/** The file within rules/. */
export const RELEASED_TABLES_FILE = 'released-tables.json';

/** A table by its contents. */
export interface HashedTable {
  /** `rates.csv` */
  readonly name: string;
  /** 64 hex digits. */
  readonly sha256: string;
}

/** The tables of this release. */
export function shippedTables(): HashedTable[] {
  return Object.entries(RELEASED_TABLES).map(([name, hashes]) => ({ name, sha256: hashes.at(-1) ?? '' }));
}

/** True for a table of this or an earlier release. */
export function isReleased({ name, sha256 }: HashedTable): boolean {
  return RELEASED_TABLES[name]?.includes(sha256) ?? false;
}

/** Tables that are not those of this release, each with the hash that it should have. */
export function otherThanShipped(tables: readonly HashedTable[]): (HashedTable & { readonly expected: string })[] {
  return shippedTables().flatMap(({ name, sha256: expected }) => {
    const found = tables.find((table) => table.name === name)?.sha256 ?? '';
    return found === expected ? [] : [{ name, sha256: found, expected }];
  });
}

/** The file with the tables as they are now. */
export function printReleasedTables(tables: readonly HashedTable[]): string {
  const added = tables.map(({ name, sha256 }): [string, readonly string[]] => {
    const before = RELEASED_TABLES[name] ?? [];
    return [name, before.at(-1) === sha256 ? before : [...before, sha256]];
  });
  const sorted = added.sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;
}
