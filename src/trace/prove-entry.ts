import { assert } from '../domain';
import { EntryHasher } from './entry-hasher';
import { HASH_BYTES, TRACE_FILES } from './format';
import { saltKey } from './keys';
import { entryCount } from './leaf-words';
import { ENTRIES_PER_SUBTREE_LOG2 } from './merkle-builder';
import { entryHash, type InclusionProof, treePath } from './merkle-proof';
import { forEachEntry } from './plain-sealer';
import type { SealerKeys } from './sealer';
import { type LeafWords, TraceReader, type TraceStore } from './trace-reader';

/** An entry laid open: its data (salt, pseudonym, words) and the way from it to the root. */
export interface ProvenEntry {
  readonly data: Buffer;
  readonly proof: InclusionProof;
}

const SUBTREE = 2 ** ENTRIES_PER_SUBTREE_LOG2;

/** Data of each entry of a leaf: the header, then its parts in order (FORMAT.md, "Entries"). */
export function entriesOfLeaf(hasher: EntryHasher, leaf: LeafWords, pseudonym: string): Buffer[] {
  const entries: Buffer[] = [];
  const bytes = Buffer.from(leaf.words.buffer, leaf.words.byteOffset, leaf.words.byteLength);
  hasher.pseudonym.write(pseudonym, 'hex');
  forEachEntry(hasher, leaf.words, bytes, 0, (message) => entries.push(Buffer.from(message.subarray(1))));
  return entries;
}

/**
 * Proof of one entry of a stored trace: number 0 is the leaf's header, 1 and up its parts. Hashes the entries of one
 * subtree again, the rest of the way comes from trace.tree; so it takes milliseconds whatever the size of the run.
 */
export function proveEntry(store: TraceStore, keys: SealerKeys, leaf: number, number: number): ProvenEntry {
  const reader = new TraceReader(store);
  const hasher = new EntryHasher(saltKey(keys.pseudonymKey, keys.runId));
  const wanted = reader.words(leaf).firstEntry + number;
  const subtree = Math.floor(wanted / SUBTREE);
  const first = subtree * SUBTREE;
  const hashes: Buffer[] = [];
  let data: Buffer | undefined;
  let entry = 0;
  for (let next = reader.leafOfEntry(first); next < reader.leafCount; next += 1) {
    const words = reader.words(next);
    entry = words.firstEntry;
    for (const candidate of entriesOfLeaf(hasher, words, reader.pseudonym(next))) {
      if (entry === wanted) data = candidate;
      if (entry >= first && entry < first + SUBTREE) hashes.push(entryHash(candidate));
      entry += 1;
    }
    if (entry >= first + SUBTREE) break;
  }
  assert(data !== undefined, 'the entry stands in its subtree');
  const roots = subtreeRoots(store);
  const path = [...treePath(hashes, wanted - first), ...treePath(roots, subtree)];
  return { data, proof: { index: wanted, size: treeSize(reader), path } };
}

/** Roots of the subtrees of 1024 entries, in order. */
export function subtreeRoots(store: TraceStore): Buffer[] {
  const all = Buffer.from(store.read(TRACE_FILES.tree, 0, store.size(TRACE_FILES.tree)));
  return Array.from({ length: all.length / HASH_BYTES }, (_, index) =>
    all.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  );
}

function treeSize(reader: TraceReader): number {
  const last = reader.words(reader.leafCount - 1);
  return last.firstEntry + entryCount(last.words, 0);
}
