/**
 * SHA-256 of every table that ships with the program and decides results, one row a table: of each release, the newest
 * last. They stand in the code, so that a table, and a lock file beside it, can't be changed without another build of the
 * program; and runs that earlier releases made are known for what they are.
 */
export const RELEASED_TABLES: Readonly<Record<string, readonly string[]>> = {
  'assumptions.csv': [
    '479359bd2b8402f33e7c8248c3ee95b4166ff451831050828f6a8c617c5a3f7a',
    '8a98621e4c826da562af343fc86f203a545938aff588cb8ff62bfc231141f0f4',
  ],
  'fylker.csv': ['3ac863f6a4452b02320009966d489bc36ea2b01b6ea65ce7667ea6c9a3f92cb7'],
  'kommuner.csv': ['0eff347132d4d6c3bbb2673c25082dd4d3dcae7bc1a9ec39b0e627798c50dff0'],
  'limits.csv': ['ce465b3d63ba8a083d83aedd0a3e0fc2b1edefcb45a9cdb457060c625058842f'],
  'rates.csv': ['7ef4021ab6d9ade69c871dde0e8056f15d4cb49285e745e52c447358f8baf886'],
  'regions.csv': ['d7f10dc1c161641ca54a096b3a222b59b0570a1f7c5be24237ed7406487c23cd'],
};

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
