import { emptyLine, InvariantError, NO_PERSON } from '../../domain';
import { EntryHasher } from '../../trace/entry-hasher';
import { hashInto } from '../../trace/fast-hash';
import { HASH_BYTES, PSEUDONYM_BYTES, TRACE_FILES } from '../../trace/format';
import { pseudonymKeyId, saltKey } from '../../trace/keys';
import { ENTRIES_PER_SUBTREE_LOG2, emptyRoot, MerkleBuilder } from '../../trace/merkle-builder';
import { treeRoot } from '../../trace/merkle-proof';
import { forEachEntry } from '../../trace/plain-sealer';
import { RecipientTree } from '../../trace/recipient-tree';
import { pseudonymsOf } from '../pseudonym';
import { Problems } from './problems';
import type { RunContents } from './run-contents';
import { leafPlaces, type TraceWords } from './trace-words';

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
  const subtrees = Math.ceil(sealed.entries / 2 ** ENTRIES_PER_SUBTREE_LOG2);
  problems.compare('VERIFY_FILE_SIZE', TRACE_FILES.tree, subtrees * HASH_BYTES, tree.length);
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
  checkEntries(contents, trace, key, problems);
  checkRecipients(contents, key, problems);
  checkPseudonyms(contents, trace, leaves, check);
}

function checkEntries(contents: RunContents, trace: TraceWords, key: Uint8Array, problems: Problems): void {
  const hasher = new EntryHasher(saltKey(key, contents.manifest.run_id));
  const tree = new MerkleBuilder();
  const bytes = Buffer.from(trace.words.buffer);
  for (const { leaf, at } of leafPlaces(trace, new Problems())) {
    if (trace.persons.length < (leaf + 1) * PSEUDONYM_BYTES) return;
    trace.persons.copy(hasher.pseudonym, 0, leaf * PSEUDONYM_BYTES, (leaf + 1) * PSEUDONYM_BYTES);
    forEachEntry(hasher, trace.words, bytes, at, (message) => {
      hashInto(message, tree.entry, 0);
      tree.add();
    });
  }
  const { root, subtrees } = tree.finish();
  for (let place = 0; place < subtrees.length; place += HASH_BYTES) {
    const [expected, found] = [subtrees, trace.tree].map((all) => all.toString('hex', place, place + HASH_BYTES));
    problems.compare('VERIFY_SUBTREE', TRACE_FILES.tree, expected ?? '', found ?? '', {
      byte: place,
      firstEntry: (place / HASH_BYTES) * 2 ** ENTRIES_PER_SUBTREE_LOG2,
    });
  }
  const sealed = contents.manifest.trace?.root_sha256 ?? '';
  problems.compare('VERIFY_ROOT', TRACE_FILES.words, sealed, root.toString('hex'), { tree: 'trace' });
}

function checkRecipients(contents: RunContents, key: Uint8Array, problems: Problems): void {
  const { payouts, lines, manifest } = contents;
  try {
    const { root } = new RecipientTree({ payouts, lines }, { pseudonymKey: key, runId: manifest.run_id });
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
