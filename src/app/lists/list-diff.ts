import { parseListFile } from '../../audit';
import { pathExists } from '../../effects';
import { type AdoptedList, listHash, type SignedList } from '../../ledger';
import { withLedger } from '../acts/act';
import { readGivenFile } from '../read-given-file';

/** One row of a list, as it is told: a person, a right, a file or what is accepted. */
export interface ListRow {
  readonly kind: 'person' | 'right' | 'file' | 'accepted';
  readonly name: string;
  /** Roles with their days, role with its limit, reference. */
  readonly says: string;
  /** Public key of a person, hash of a file, 64 hex digits; empty for others. */
  readonly hash: string;
}

/** What a proposed list changes in the one that holds when it begins. */
export interface ListDiff {
  readonly file: string;
  readonly list: SignedList;
  readonly hash: string;
  /** The version that it is held against; undefined where there is none. */
  readonly before: AdoptedList | undefined;
  readonly added: readonly ListRow[];
  readonly removed: readonly ListRow[];
  readonly changed: readonly { readonly before: ListRow; readonly after: ListRow }[];
}

/** Every row of a list, in its order. */
export function listRows({ persons, rights = [], files, accepted = [] }: SignedList): ListRow[] {
  return [
    ...persons.map(({ name, roles, validFrom, validTo, publicKey }): ListRow => {
      return { kind: 'person', name, says: `${roles.join(', ')}; ${validFrom}..${validTo}`, hash: publicKey };
    }),
    ...rights.map(({ act, step, role, limitNok }): ListRow => {
      return { kind: 'right', name: `${act}:${step}=${role}`, says: String(limitNok ?? ''), hash: '' };
    }),
    ...files.map(({ name, sha256 }): ListRow => ({ kind: 'file', name, says: '', hash: sha256 })),
    ...accepted.map(({ name, reference }): ListRow => ({ kind: 'accepted', name, says: reference, hash: '' })),
  ];
}

/**
 * Holds the list in a file against the adopted one that is in force on the day from which the file's holds; every row is new
 * where there is no ledger yet.
 *
 * @throws NorsktilskuddError input where the file holds no list
 */
export function diffList(db: string, file: string): ListDiff {
  const list = parseListFile(readGivenFile(file, 'FILE'), file);
  const before = pathExists(db)
    ? withLedger(db, true, (ledger) => ledger.listInForce(list.kind, list.validFrom))
    : undefined;
  const rows = before === undefined ? [] : listRows(before.list);
  return { file, list, hash: listHash(list), before, ...diffRows(rows, listRows(list)) };
}

/** Rows that stand in both are left out; of two files with one name each is held against one. */
export function diffRows(
  before: readonly ListRow[],
  after: readonly ListRow[],
): Pick<ListDiff, 'added' | 'removed' | 'changed'> {
  const removed = [...before];
  const take = (isIt: (row: ListRow) => boolean): ListRow | undefined => {
    const place = removed.findIndex(isIt);
    return place < 0 ? undefined : removed.splice(place, 1)[0];
  };
  const fresh = after.filter((row) => take((other) => isNamed(other, row) && isSaid(other, row)) === undefined);
  const pairs = fresh.map((row) => ({ before: take((other) => isNamed(other, row)), after: row }));
  return {
    added: pairs.flatMap((pair) => (pair.before === undefined ? [pair.after] : [])),
    removed,
    changed: pairs.flatMap(({ before: old, after: row }) => (old === undefined ? [] : [{ before: old, after: row }])),
  };
}

const isNamed = (one: ListRow, other: ListRow): boolean => one.kind === other.kind && one.name === other.name;
const isSaid = (one: ListRow, other: ListRow): boolean => one.says === other.says && one.hash === other.hash;
