import { join } from 'node:path';
import { NorsktilskuddError } from '../../domain';
import { isPlainFile, makeFolder, pathExists, readText, writeWholeFile } from '../../effects';
import { isHex64 } from '../lists/ed25519';
import { textRow } from '../rows-text';

/** A posted batch as the file beside the ledger has it. */
export interface WitnessedPosting {
  readonly posting: number;
  readonly kind: string;
  readonly grantYear: number;
  readonly term: number;
  readonly supplementNumber: number;
  readonly runId: string;
  /** Posting head after it. */
  readonly head: string;
}

/** An adopted version of a list as the file beside the ledger has it. */
export interface WitnessedList {
  readonly kind: string;
  readonly version: number;
  readonly hash: string;
}

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
