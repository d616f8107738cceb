import { NorsktilskuddError } from '../../domain';
import { errorCodeOf, pathExists, readText } from '../../effects';
import type { OpenLedger } from '../posting-reads';
import { readWitness, type Witness, witnessPath, witnessText, writeWitness } from './witness-file';

/** How a ledger and the file beside it disagree; all empty where they do not. */
export interface WitnessGap {
  /** Batches that have been posted and are not in the ledger, the oldest first: it is an older copy. */
  readonly lostPostings: Witness['postings'];
  /** Lists that have been adopted and are not in the ledger. */
  readonly lostLists: Witness['lists'];
  /** Batches and lists of which the ledger holds another in the same place. */
  readonly otherPostings: Witness['postings'];
  readonly otherLists: Witness['lists'];
}

const NONE: WitnessGap = { lostPostings: [], lostLists: [], otherPostings: [], otherLists: [] };

/**
 * What the file beside the ledger knows and the ledger does not. A rehearsal pays nothing and keeps no such file.
 *
 * @throws NorsktilskuddError verification WITNESS_UNREADABLE
 */
export function witnessGap(ledger: OpenLedger): WitnessGap {
  if (ledger.rehearsal) return NONE;
  const witness = readWitness(ledger.path);
  if (witness.postings.length === 0 && witness.lists.length === 0) return NONE;
  const held = heldBy(ledger);
  const heads = new Map(held.postings.map(({ posting, head }) => [posting, head]));
  const hashes = new Map(held.lists.map((list) => [keyOf(list), list.hash]));
  const isLost = (known: string | undefined): boolean => known === undefined;
  const isOther = (known: string | undefined, said: string): boolean => known !== undefined && known !== said;
  return {
    lostPostings: witness.postings.filter(({ posting }) => isLost(heads.get(posting))),
    lostLists: witness.lists.filter((list) => isLost(hashes.get(keyOf(list)))),
    otherPostings: witness.postings.filter(({ posting, head }) => isOther(heads.get(posting), head)),
    otherLists: witness.lists.filter((list) => isOther(hashes.get(keyOf(list)), list.hash)),
  };
}

/**
 * Does something to the ledger and keeps it in the file beside. The file is brought up to date before, too: an act broken
 * off after it stood in the ledger has left it behind, and where the file cannot be written nothing more is done. That it
 * fails afterwards says nothing against the act, which stands.
 */
export function withWitness<T>(ledger: OpenLedger, act: () => T): T {
  keepWitness(ledger);
  const answer = act();
  try {
    keepWitness(ledger);
  } catch (cause) {
    const isOfSystem = errorCodeOf(cause) !== undefined && !(cause instanceof NorsktilskuddError);
    if (!isOfSystem) throw cause;
  }
  return answer;
}

/**
 * Brings the file up to what the ledger holds; what it knows beyond that stays. The lock of the ledger keeps two commands
 * from writing at once.
 */
function keepWitness(ledger: OpenLedger): void {
  if (ledger.rehearsal) return;
  ledger.db.transaction(() => {
    const { lostPostings, lostLists, otherPostings, otherLists } = witnessGap(ledger);
    if (otherPostings.length > 0 || otherLists.length > 0) return;
    const { postings, lists } = heldBy(ledger);
    const text = witnessText({ postings: [...postings, ...lostPostings], lists: [...lists, ...lostLists] });
    const file = witnessPath(ledger.path);
    if (postings.length + lists.length > 0 && !(pathExists(file) && readText(file) === text))
      writeWitness(ledger.path, text);
  });
}

function heldBy(ledger: OpenLedger): Witness {
  const postings = ledger.db
    .prepare(
      `SELECT c.posting, c.kind, c.grant_year, c.term, c.supplement, b.run_id, c.head
       FROM posting_chain AS c JOIN batches AS b USING (batch) ORDER BY c.posting`,
    )
    .all()
    .map((row) => ({
      posting: Number(row[0]),
      kind: String(row[1]),
      grantYear: Number(row[2]),
      term: Number(row[3]),
      supplementNumber: Number(row[4]),
      runId: String(row[5]),
      head: String(row[6]),
    }));
  const lists = ledger.db
    .prepare('SELECT kind, version, hash FROM signed_lists ORDER BY kind, version')
    .all()
    .map((row) => ({ kind: String(row[0]), version: Number(row[1]), hash: String(row[2]) }));
  return { postings, lists };
}

function keyOf({ kind, version }: { readonly kind: string; readonly version: number }): string {
  return `${kind} ${version}`;
}
