import { emptyLine, InvariantError, NO_PERSON } from '../../domain';
import { hashInto } from '../../trace/fast-hash';
import { FILE_HEADER, HASH_BYTES, PSEUDONYM_BYTES, TRACE_FILES } from '../../trace/format';
import { Format1EntryHasher } from '../../trace/format-1-entry-hasher';
import { HeadEntry } from '../../trace/head-entry';
import { pseudonymKeyId } from '../../trace/keys';
import { ENTRIES_PER_SUBTREE_LOG2, emptyRoot, MerkleBuilder } from '../../trace/merkle-builder';
import { treeRoot } from '../../trace/merkle-proof';
import { PartHasher } from '../../trace/part-hasher';
import { PartTree } from '../../trace/part-tree';
import { forEachPart } from '../../trace/part-walk';
import { RecipientTree } from '../../trace/recipient-tree';
import type { SealerKeys } from '../../trace/sealer';
import { pseudonymsOf } from '../pseudonym';
import { Problems } from './problems';
import type { RunContents } from './run-contents';
import { leafPlaces, type TraceWords, traceFormatOf } from './trace-words';

/** Leaf of each row of held.csv, by its line. */
export type HeldLeaves = ReadonlyMap<number, number>;

/** The installation's pseudonym key, and where what it shows is noted. */
export interface KeyCheck {
  readonly key: Uint8Array;
  readonly problems: Problems;
}

/** The root of the trace as trace.tree gives it: what can be checked without the pseudonym key. */
export function checkTreeFile(contents: RunContents, trace: TraceWords, problems: Problems): void {
  const { tree } = trace;
  const sealed = contents.manifest.trace;
  if (!sealed) return;
  const perHash = traceFormatOf(trace) === 1 ? 2 ** ENTRIES_PER_SUBTREE_LOG2 : 1;
  const hashes = Math.ceil(sealed.entries / perHash);
  problems.compare('VERIFY_FILE_SIZE', TRACE_FILES.tree, hashes * HASH_BYTES, tree.length);
  const nodes = Array.from({ length: Math.floor(tree.length / HASH_BYTES) }, (_, place) =>
    tree.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES),
  );
  const root = nodes.length === 0 ? emptyRoot() : treeRoot(nodes);
  problems.compare('VERIFY_ROOT', TRACE_FILES.tree, sealed.root_sha256, root.toString('hex'), { tree: 'trace' });
}

/** Everything that hangs on the pseudonym key: both trees from their entries, and the pseudonyms of all who are named. */
export function checkWithKey(contents: RunContents, trace: TraceWords, leaves: HeldLeaves, check: KeyCheck): void {
  const { key, problems } = check;
  const { identity } = contents.manifest;
  if (pseudonymKeyId(key) !== identity.pseudonym_key_id) {
    const params = { expected: identity.pseudonym_key_id, found: pseudonymKeyId(key) };
    problems.add('VERIFY_OTHER_KEY', 'manifest.json', params);
    return;
  }
  const keys = { pseudonymKey: key, runId: contents.manifest.run_id };
  checkEntries(contents, trace, keys, problems);
  checkRecipients(contents, trace, keys, problems);
  checkPseudonyms(contents, trace, leaves, check);
}

function checkEntries(contents: RunContents, trace: TraceWords, keys: SealerKeys, problems: Problems): void {
  const isFormat1 = traceFormatOf(trace) === 1;
  const sealed = isFormat1 ? sealFormat1(trace, keys) : sealAgain(trace, keys);
  if (!sealed) return;
  const { root, tree } = sealed;
  for (let place = 0; place < tree.length; place += HASH_BYTES) {
    const [expected, found] = [tree, trace.tree].map((all) => all.toString('hex', place, place + HASH_BYTES));
    problems.compare('VERIFY_SUBTREE', TRACE_FILES.tree, expected ?? '', found ?? '', {
      byte: place,
      firstEntry: (place / HASH_BYTES) * (isFormat1 ? 2 ** ENTRIES_PER_SUBTREE_LOG2 : 1),
    });
  }
  const expected = contents.manifest.trace?.root_sha256 ?? '';
  problems.compare('VERIFY_ROOT', TRACE_FILES.words, expected, root.toString('hex'), { tree: 'trace' });
}

/** A tree as it follows from the words of a trace; undefined where trace.persons ends too early, which has been told. */
type SealedTree = { readonly root: Buffer; readonly tree: Buffer } | undefined;

function sealAgain(trace: TraceWords, keys: SealerKeys): SealedTree {
  const [hasher, tree] = [new PartHasher(keys), new PartTree()];
  const bytes = Buffer.from(trace.words.buffer);
  for (const { leaf, at } of leafPlaces(trace, new Problems())) {
    if (trace.persons.length < (leaf + 1) * PSEUDONYM_BYTES) return undefined;
    hasher.begin(trace.persons, leaf * PSEUDONYM_BYTES);
    forEachPart(trace.words, at, (part) => {
      tree.add(hasher.message(part, bytes), part.recipient);
    });
  }
  const head = new HeadEntry();
  head.addWords(trace.words.subarray(FILE_HEADER.length));
  head.addPersons(trace.persons);
  const { root, hashes } = tree.finish(head.data(keys));
  return { root, tree: hashes };
}

/** In format 1 every leaf has an entry, and every part one of its own; trace.tree has the roots of 1024 each. */
function sealFormat1(trace: TraceWords, keys: SealerKeys): SealedTree {
  const [hasher, tree] = [new Format1EntryHasher(keys), new MerkleBuilder()];
  const bytes = Buffer.from(trace.words.buffer);
  for (const { leaf, at } of leafPlaces(trace, new Problems())) {
    if (trace.persons.length < (leaf + 1) * PSEUDONYM_BYTES) return undefined;
    trace.persons.copy(hasher.pseudonym, 0, leaf * PSEUDONYM_BYTES, (leaf + 1) * PSEUDONYM_BYTES);
    hasher.forEachEntry(trace.words, bytes, at, (message) => {
      hashInto(message, tree.entry, 0);
      tree.add();
    });
  }
  const { root, subtrees } = tree.finish();
  return { root, tree: subtrees };
}

function checkRecipients(contents: RunContents, trace: TraceWords, keys: SealerKeys, problems: Problems): void {
  const { payouts, lines, manifest } = contents;
  try {
    const { root } = new RecipientTree({ payouts, lines }, keys, traceFormatOf(trace));
    const sealed = manifest.trace?.recipients_root_sha256 ?? '';
    problems.compare('VERIFY_ROOT', 'payouts.csv', sealed, root, { tree: 'recipients' });
  } catch (cause) {
    // A line without its row of payouts.csv has been told already; no tree can be made of it.
    if (!(cause instanceof InvariantError)) throw cause;
    problems.add('VERIFY_ROOT', 'payouts.csv', { tree: 'recipients', expected: '', found: cause.message });
  }
}

/** The person of each line and of each held row is the person of its leaf. */
function checkPseudonyms(contents: RunContents, trace: TraceWords, leaves: HeldLeaves, check: KeyCheck): void {
  const pseudonyms = pseudonymsOf(check.key);
  const compare = (personId: number, leaf: number, file: string, line: number): void => {
    const found = trace.persons.toString('hex', leaf * PSEUDONYM_BYTES, (leaf + 1) * PSEUDONYM_BYTES);
    if (pseudonyms.of(personId) === found) return;
    check.problems.add('VERIFY_PSEUDONYM', file, { line, column: 'person_ref', leaf });
  };
  const row = emptyLine();
  contents.lineNumbers.forEach((line, place) => {
    const { personId, traceLeaf } = contents.lines.read(place, row);
    if (personId !== NO_PERSON) compare(personId, traceLeaf, 'payout_lines.csv', line);
  });
  for (const held of contents.held) {
    const leaf = leaves.get(held.line);
    if (leaf !== undefined && held.personRef !== '') compare(Number(held.personRef), leaf, 'held.csv', held.line);
  }
}
