import { assert, at } from '../domain';
import { EntryHasher } from './entry-hasher';
import { saltKey } from './keys';
import { entryCount } from './leaf-words';
import { ENTRIES_PER_SUBTREE_LOG2 } from './merkle-builder';
import { entryHash, treePath } from './merkle-proof';
import { entriesOfLeaf, type ProvenEntry, subtreeRoots } from './prove-entry';
import type { SealerKeys } from './sealer';
import { TraceReader, type TraceStore } from './trace-reader';

const SUBTREE = 2 ** ENTRIES_PER_SUBTREE_LOG2;

/**
 * Proofs of many entries of a stored trace, given by their numbers in ascending order. Each subtree is hashed once, so
 * all entries of a run are proven in the time in which it was sealed.
 */
export function* proveEntries(
  store: TraceStore,
  keys: SealerKeys,
  entries: Iterable<number>,
): Generator<ProvenEntry & { readonly entry: number }> {
  const reader = new TraceReader(store);
  const hasher = new EntryHasher(saltKey(keys.pseudonymKey, keys.runId));
  const roots = subtreeRoots(store);
  const last = reader.words(reader.leafCount - 1);
  const size = last.firstEntry + entryCount(last.words, 0);
  let current = -1;
  let data: Buffer[] = [];
  let hashes: Buffer[] = [];
  let above: Buffer[] = [];
  for (const entry of entries) {
    const subtree = Math.floor(entry / SUBTREE);
    assert(subtree >= current, 'entries ascend');
    if (subtree !== current) {
      current = subtree;
      data = entriesOfSubtree(reader, hasher, subtree * SUBTREE);
      hashes = data.map(entryHash);
      above = treePath(roots, subtree);
    }
    const place = entry - subtree * SUBTREE;
    const path = [...treePath(hashes, place), ...above];
    yield { entry, data: at(data, place), proof: { index: entry, size, path } };
  }
}

/** Data of the entries of the subtree that begins with an entry. */
function entriesOfSubtree(reader: TraceReader, hasher: EntryHasher, first: number): Buffer[] {
  const found: Buffer[] = [];
  for (let leaf = reader.leafOfEntry(first); leaf < reader.leafCount; leaf += 1) {
    const words = reader.words(leaf);
    let entry = words.firstEntry;
    if (entry >= first + SUBTREE) break;
    for (const candidate of entriesOfLeaf(hasher, words, reader.pseudonym(leaf))) {
      if (entry >= first && entry < first + SUBTREE) found.push(candidate);
      entry += 1;
    }
  }
  return found;
}
