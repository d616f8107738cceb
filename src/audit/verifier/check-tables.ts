import { errorDetail } from '../../domain/message';
import type { RunContents } from './contents';
import type { Finding } from './findings';

/** Hashes of tables by their names: of each release, the newest last. */
export type Releases = Readonly<Record<string, readonly string[]>>;

const FILE = 'manifest.json';
/** Tables that every run names; those that came later are named by runs since. */
const ALWAYS_NAMED = ['assumptions.csv', 'fylker.csv', 'kommuner.csv', 'limits.csv', 'rates.csv', 'regions.csv'];

/**
 * The shipped tables that decided a run (rates, limits, registers): each is one that a release of the program had, or one
 * that a signed list or a reference stands behind, or the run is a rehearsal.
 *
 * @param signed hashes on the signed list of tables; undefined where no list is at hand
 */
export function checkTables(
  { manifest }: RunContents,
  released: Releases,
  signed: readonly string[] | undefined,
): { readonly problems: Finding[]; readonly notes: Finding[] } {
  const { identity, run_id: runId } = manifest;
  const problems: Finding[] = [];
  const notes: Finding[] = [];
  const reference = identity.accepted.find((text) => text.startsWith('tables='))?.slice('tables='.length) ?? '';
  const tables = identity.format === 1 ? identity.registers : identity.tables;
  for (const { name, sha256 } of tables) {
    if (released[name]?.includes(sha256)) continue;
    const params = { file: FILE, name, sha256, reference };
    if (identity.rehearsal) notes.push(errorDetail('VERIFY_TABLE_OWN', params));
    else if (signed?.includes(sha256)) notes.push(errorDetail('VERIFY_TABLE_SIGNED', params));
    else if (signed === undefined && reference !== '') notes.push(errorDetail('VERIFY_TABLE_ACCEPTED', params));
    else problems.push(errorDetail('VERIFY_TABLE_UNKNOWN', params));
  }
  if (identity.format === 1) {
    return { problems, notes: [...notes, errorDetail('VERIFY_TABLES_NOT_NAMED', { runId })] };
  }
  const names = tables.map(({ name }) => name);
  const missing = ALWAYS_NAMED.filter((name) => !names.includes(name));
  const others = names.filter((name, place) => released[name] === undefined || names.indexOf(name) !== place);
  const misnamed = [...missing, ...others].map((name) => errorDetail('VERIFY_TABLE_MISNAMED', { file: FILE, name }));
  return { problems: [...problems, ...misnamed], notes };
}
