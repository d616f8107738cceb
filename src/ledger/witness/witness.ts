import { dirname, join } from 'node:path';
import { isFolder, isPlainFile, listFolder, pathExists, readText } from '../../effects';
import { valuesOf } from '../columns';
import { emptyPostingHead } from '../hash-chain';
import type { OpenLedger } from '../posting-reads';
import { type WitnessPlaces, witnessPlaces } from './places';
import {
  explainedIn,
  heldBy,
  keyOf,
  notePath,
  readNote,
  type Witness,
  type WitnessedList,
  type WitnessedPosting,
} from './witness-file';

/** A row of a note with the file that it stands in, and whether somebody has said by name why the ledger lacks it. */
export type Noted<Row> = Row & { readonly file: string; readonly isExplained: boolean };

/** How a ledger and the notes that it knows of disagree; all empty where they do not. */
export interface WitnessGap {
  /** Batches that have been posted and are not in the ledger, the oldest first: it is an older copy. */
  readonly lostPostings: readonly Noted<WitnessedPosting>[];
  /** Lists that have been adopted and are not in the ledger. */
  readonly lostLists: readonly Noted<WitnessedList>[];
  /** Batches and lists of which the ledger holds another in the same place. */
  readonly otherPostings: readonly Noted<WitnessedPosting>[];
  readonly otherLists: readonly Noted<WitnessedList>[];
  /** Where the note of a ledger that has postings should stand and does not; undefined where it stands. */
  readonly missingNote: string | undefined;
}

type Row = WitnessedPosting | WitnessedList;

const NONE: WitnessGap = {
  lostPostings: [],
  lostLists: [],
  otherPostings: [],
  otherLists: [],
  missingNote: undefined,
};

/**
 * What the notes that a ledger knows of tell and the ledger does not hold. A rehearsal pays nothing and keeps no note.
 *
 * @throws NorsktilskuddError verification WITNESS_UNREADABLE
 */
export function witnessGap(ledger: OpenLedger): WitnessGap {
  if (ledger.rehearsal) return NONE;
  const places = witnessPlaces(ledger);
  const held = heldBy(ledger);
  const { again, neverPaid } = explainedIn(ledger);
  const heads = new Map(held.postings.map(({ posting, head }) => [posting, head]));
  const hashes = new Map(held.lists.map((list) => [nameOf(list), list.hash]));
  const gap = { lostPostings: notes(), lostLists: listNotes(), otherPostings: notes(), otherLists: listNotes() };
  const seen = new Set<string>();
  const add = <R extends Row>(rows: Noted<R>[], row: R, file: string): void => {
    const key = keyOf(row);
    if (neverPaid.has(key) || seen.has(key)) return;
    seen.add(key);
    rows.push({ ...row, file, isExplained: again.has(key) });
  };
  for (const { file, note } of knownNotes(places)) {
    // Another history from its first batch on, which somebody has answered for: another ledger altogether.
    if (note.postings[0] !== undefined && neverPaid.has(note.postings[0].head)) continue;
    for (const row of note.postings) {
      const known = heads.get(row.posting);
      if (known !== row.head) add(known === undefined ? gap.lostPostings : gap.otherPostings, row, file);
    }
    for (const row of note.lists) {
      const known = hashes.get(nameOf(row));
      if (known !== row.hash) add(known === undefined ? gap.lostLists : gap.otherLists, row, file);
    }
  }
  const runs = new Set(gap.lostPostings.map(({ runId }) => runId));
  for (const { file, ...row } of approvalsBeside(ledger, places)) {
    if (!runs.has(row.runId)) add(gap.lostPostings, row, file);
  }
  gap.lostPostings.sort((a, b) => a.posting - b.posting);
  return { ...gap, missingNote: missingNote(places, held) };
}

/** The note of a ledger that has postings is part of it. */
function missingNote({ own }: WitnessPlaces, held: Witness): string | undefined {
  const files = own.map(notePath);
  return held.postings.length === 0 || files.some(pathExists) ? undefined : files[0];
}

/** Notes that are of this ledger: its own, and those where it once lived. */
function knownNotes({
  own,
  remembered,
  byRunFolders,
}: WitnessPlaces): { readonly file: string; readonly note: Witness }[] {
  return [...own, ...remembered, ...byRunFolders].flatMap((folder) => {
    const note = readNote(folder);
    return note === undefined ? [] : [{ file: notePath(folder), note }];
  });
}

function notes(): Noted<WitnessedPosting>[] {
  return [];
}

function listNotes(): Noted<WitnessedList>[] {
  return [];
}

function nameOf({ kind, version }: WitnessedList): string {
  return `${kind} ${version}`;
}

const SUFFIX = '.approval';

/**
 * Runs beside which an approval lies, signed upon a posting head that this ledger has had, and which it has not posted:
 * they were posted with a newer copy. An approval stands only beside what was posted (ledgers that require signatures).
 */
function approvalsBeside(ledger: OpenLedger, places: WitnessPlaces): (WitnessedPosting & { readonly file: string })[] {
  const posted = new Set(
    valuesOf(ledger.db, String, 'SELECT b.run_id FROM posting_chain AS c JOIN batches AS b USING (batch)'),
  );
  const heads = new Set([
    emptyPostingHead(ledger.rehearsal),
    ...valuesOf(ledger.db, String, 'SELECT head FROM posting_chain'),
  ]);
  return runFolders(ledger, places).flatMap((folder) =>
    listFolder(folder)
      .filter((name) => name.endsWith(SUFFIX) && !posted.has(name.slice(0, -SUFFIX.length)))
      .flatMap((name) => {
        const file = join(folder, name, 'approver.txt');
        const run = isPlainFile(file) ? approvedRun(readText(file)) : undefined;
        return run !== undefined && !posted.has(run.runId) && heads.has(run.postingHead) ? [{ ...run, file }] : [];
      }),
  );
}

function approvedRun(text: string): (WitnessedPosting & { readonly postingHead: string }) | undefined {
  const rows = new Map(
    text.split('\n').map((row): [string, string] => [row.split('\t')[0] ?? '', row.split('\t')[1] ?? '']),
  );
  const runId = rows.get('run') ?? '';
  const [, year = '', term = ''] = /^(\d{4})-T([1-4])-[0-9a-f]{12}$/.exec(runId) ?? [];
  const postingHead = rows.get('posting_head') ?? '';
  if (year === '') return undefined;
  const place = { posting: 0, head: '', supplementNumber: 0 };
  return { ...place, kind: 'run', grantYear: Number(year), term: Number(term), runId, postingHead };
}

/** Folders that hold run folders of this ledger. */
function runFolders(ledger: OpenLedger, { own, remembered, byRunFolders }: WitnessPlaces): string[] {
  const beside = [...own, ...remembered, ...byRunFolders].map((folder) => join(folder, 'runs'));
  const elsewhere = valuesOf(ledger.db, String, "SELECT DISTINCT run_folder FROM batches WHERE run_folder <> ''").map(
    dirname,
  );
  return [...new Set([...beside, ...elsewhere])].filter(isFolder);
}
