import {
  entryHash,
  forEachPart,
  HeadEntry,
  type InclusionProof,
  leafLength,
  PartHasher,
  PartTree,
  type SealerKeys,
  TraceReader,
  type TraceStore,
} from '../../trace';

/** A part as its recipient is shown it: its entry, or for a protected address no more than the entry's hash. */
export interface ShownPart {
  readonly data: Buffer | undefined;
  readonly hash: Buffer;
}

/** All parts of one recipient, with what leads from them to the root of the trace. */
export interface RecipientParts {
  /** The way from the recipient's entry to the root; undefined where it has no part. */
  readonly proof: InclusionProof | undefined;
  /** In the order of the entry. */
  readonly parts: readonly ShownPart[];
  /** Root of the whole tree, 64 hexadecimal digits: to be held to the manifest before anything is handed out. */
  readonly root: string;
}

/**
 * Hashes a stored trace again and lays one recipient's parts open.
 * @param recipient RecipientCode
 * @param hiddenLeaves leaves whose parts are shown as hashes
 */
export function partsOfRecipient(
  store: TraceStore,
  keys: SealerKeys,
  recipient: number,
  hiddenLeaves: ReadonlySet<number>,
): RecipientParts {
  const reader = new TraceReader(store);
  const hasher = new PartHasher(keys);
  const tree = new PartTree();
  const shown: ShownPart[] = [];
  const head = new HeadEntry();
  for (const { leaf: first, words } of reader.chunks()) {
    const bytes = Buffer.from(words.buffer, words.byteOffset, words.byteLength);
    head.addWords(words);
    for (let at = 0, leaf = first; at < words.length; at += leafLength(words, at), leaf += 1) {
      const pseudonym = Buffer.from(reader.pseudonym(leaf), 'hex');
      head.addPersons(pseudonym);
      hasher.begin(pseudonym, 0);
      forEachPart(words, at, (part) => {
        const message = hasher.message(part, bytes);
        tree.add(message, part.recipient);
        if (part.recipient !== recipient) return;
        const data = Buffer.from(message.subarray(1));
        shown.push({ data: hiddenLeaves.has(leaf) ? undefined : data, hash: entryHash(data) });
      });
    }
  }
  const { root } = tree.finish(head.data(keys));
  const proven = tree.prove(recipient);
  const parts = Array.from(proven?.ordinals ?? []).flatMap((ordinal) => shown[ordinal] ?? []);
  return { proof: proven?.proof, parts, root: root.toString('hex') };
}
