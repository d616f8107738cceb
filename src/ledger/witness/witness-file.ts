import { join } from 'node:path';
import { NorsktilskuddError } from '../../domain';
import { isPlainFile, makeFolder, pathExists, readText, writeWholeFile } from '../../effects';
import { type RowOf, rowsOf, text, whole } from '../columns';
import { fieldsOf } from '../journal';
import { isHex64 } from '../lists/ed25519';
import type { OpenLedger } from '../posting-reads';
import { textRow } from '../rows-text';

/** A posted batch as the file beside the ledger has it. */
const POSTING = {
  posting: whole('c.posting'),
  kind: text('c.kind'),
  grantYear: whole('c.grant_year'),
  term: whole('c.term'),
  supplementNumber: whole('c.supplement'),
  runId: text('b.run_id'),
  /** Posting head after it. */
  head: text('c.head'),
};
export type WitnessedPosting = RowOf<typeof POSTING>;

/** An adopted version of a list as the file beside the ledger has it. */
const LIST = { kind: text('kind'), version: whole('version'), hash: text('hash') };
export type WitnessedList = RowOf<typeof LIST>;

/** What has been posted and adopted with a ledger, kept beside it, so that an older copy put in its place is noticed. */
export interface Witness {
  readonly postings: readonly WitnessedPosting[];
  readonly lists: readonly WitnessedList[];
}

/** Where the note stands: `<ledger>.d/posted.txt`. */
export function witnessPath(ledgerPath: string): string {
  return notePath(`${ledgerPath}.d`);
}

/** The note in a folder beside a ledger. */
export function notePath(folder: string): string {
  return join(folder, 'posted.txt');
}

/** The file's text, format 1: rows with tabs (LEDGER.md, beside the ledger). */
export function witnessText({ postings, lists }: Witness): string {
  return [
    textRow('norsktilskudd posted', 1),
    ...postings.map((row) =>
      textRow('posting', row.posting, row.kind, row.grantYear, row.term, row.supplementNumber, row.runId, row.head),
    ),
    ...lists.map(({ kind, version, hash }) => textRow('list', kind, version, hash)),
  ].join('');
}

/**
 * Reads the note in a folder beside a ledger; undefined where there is none.
 *
 * @throws NorsktilskuddError verification WITNESS_UNREADABLE where the text is not one that witnessText() writes
 */
export function readNote(folder: string): Witness | undefined {
  const file = notePath(folder);
  if (!pathExists(file)) return undefined;
  const text = isPlainFile(file) ? readText(file) : '';
  const rows = text.split('\n').map((row) => row.split('\t'));
  const witness: Witness = {
    postings: rows.filter(([type]) => type === 'posting').map(postingOf),
    lists: rows
      .filter(([type]) => type === 'list')
      .map(([, kind = '', version = '', hash = '']) => ({ kind, version: Number(version), hash })),
  };
  const hashes = [...witness.postings.map(({ head }) => head), ...witness.lists.map(({ hash }) => hash)];
  if (witnessText(witness) !== text || !hashes.every(isHex64)) {
    throw new NorsktilskuddError('verification', 'WITNESS_UNREADABLE', { file });
  }
  return witness;
}

function postingOf(row: readonly string[]): WitnessedPosting {
  const [, posting = '', kind = '', grantYear = '', term = '', supplementNumber = '', runId = '', head = ''] = row;
  return {
    posting: Number(posting),
    kind,
    grantYear: Number(grantYear),
    term: Number(term),
    supplementNumber: Number(supplementNumber),
    runId,
    head,
  };
}

/** Writes the note of a folder whole, for its owner alone; nothing where it says so already. */
export function writeNote(folder: string, text: string): void {
  const file = notePath(folder);
  if (pathExists(file) && isPlainFile(file) && readText(file) === text) return;
  makeFolder(folder);
  writeWholeFile(file, text, 0o600);
}

/** What a ledger holds of what its note tells: the batches posted and the lists adopted with it. */
export function heldBy({ db }: OpenLedger): Witness {
  return {
    postings: rowsOf(db, POSTING, 'FROM posting_chain AS c JOIN batches AS b USING (batch) ORDER BY c.posting'),
    lists: rowsOf(db, LIST, 'FROM signed_lists ORDER BY kind, version'),
  };
}

/** What somebody has said, by name, of batches and lists that the ledger lacks. */
export interface Explained {
  /** Heads and hashes that the ledger lacks because its newest copy is lost: they are run again, to the same result. */
  readonly again: ReadonlySet<string>;
  /** Those of which nothing was ever paid: they count for nothing. */
  readonly neverPaid: ReadonlySet<string>;
}

/** What the acts of a ledger by which it goes on (`continue`) say of what it lacks. */
export function explainedIn({ db }: OpenLedger): Explained {
  const again = new Set<string>();
  const neverPaid = new Set<string>();
  for (const [body] of db.prepare("SELECT body FROM journal WHERE act = 'continue' ORDER BY sequence").all()) {
    const { lost, never_paid: isNeverPaid } = fieldsOf(String(body), ['lost', 'never_paid']);
    if (!Array.isArray(lost)) continue;
    for (const text of lost.map(String)) {
      const key = text.split('\t')[1] ?? '';
      if (key !== '') (isNeverPaid === 1 ? neverPaid : again).add(key);
    }
  }
  return { again, neverPaid };
}

/** A batch or list as an act names it: what it is, its head or hash, and words for those who read the journal. */
export function lostText(row: (WitnessedPosting | WitnessedList) & { readonly file: string }): string {
  const words = 'posting' in row ? [row.posting, row.runId] : [row.kind, row.version];
  return ['posting' in row ? 'posting' : 'list', keyOf(row), ...words, row.file].join('\t');
}

/** What names a batch or a list: its head or hash; the run id of a batch that is known by its approval alone. */
export function keyOf(row: WitnessedPosting | WitnessedList): string {
  if ('posting' in row) return row.head === '' ? row.runId : row.head;
  return row.hash;
}
