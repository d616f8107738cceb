import {
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { type Ledger, openLedger } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { approvalOf, type DraftSketch, draftOf, failureOf, KARI } from '../support';

/*
 * One ledger under many names and in many places. Whatever an older copy is called and wherever it lies, it never pays a
 * term again as long as the note of the newer one is anywhere that it knows of.
 */
const TERMS: readonly DraftSketch[] = [
  { term: 1, lines: [{ recipient: '1507', due: 10_000 }] },
  { term: 2, lines: [{ recipient: '1507', due: 20_000, posted: 10_000 }] },
];

function withLedger<T>(path: string, work: (ledger: Ledger) => T): T {
  const ledger = openLedger(path, { create: { rehearsal: false, by: KARI } });
  try {
    return work(ledger);
  } finally {
    ledger.close();
  }
}

/** Runs and approves a term; its run folder lies elsewhere, so that only the acts tell where the ledger lived. */
const post = (path: string, place: number): void =>
  withLedger(path, (ledger) => {
    const sketch = TERMS[place];
    if (sketch === undefined) throw new Error('no such term');
    const { batch } = ledger.recordDraft(
      draftOf(ledger, { ...sketch, runFolder: `/elsewhere/${place}`, ledger: realpathSync(path) }),
    );
    ledger.approve(batch.runId, approvalOf(batch, { ledger: realpathSync(path) }));
  });
const missing = (path: string) => withLedger(path, (ledger) => ledger.missing().map(({ code }) => code));

/** A ledger with term 1 posted, in a folder of its own. */
function ledgerOfOneTerm(): { folder: string; path: string } {
  const folder = join(realpathSync(temporaryFolder()), 'a');
  mkdirSync(folder);
  const path = join(folder, 'l.db');
  post(path, 0);
  return { folder, path };
}

const LOST = /^refused LEDGER_BEHIND( LEDGER_NOTE_MISSING)? LEDGER_POSTING_LOST$/;
const GONE = 'refused LEDGER_BEHIND LEDGER_NOTE_MISSING';

describe('a copy with what stands beside it, in another folder', () => {
  const copied = () => {
    const { folder, path } = ledgerOfOneTerm();
    cpSync(folder, join(folder, '..', 'b'), { recursive: true });
    return { path, copy: join(folder, '..', 'b', 'l.db') };
  };

  test('a term posted in the original is not posted in the copy', () => {
    const { path, copy } = copied();
    post(path, 1);
    expect(missing(copy)).toEqual(['LEDGER_POSTING_LOST']);
    expect(failureOf(() => post(copy, 1))).toMatch(LOST);
  });

  test('a term posted in the copy is not posted in the original', () => {
    const { path, copy } = copied();
    post(copy, 1);
    expect(failureOf(() => post(path, 1))).toMatch(LOST);
  });

  test('a ledger that has moved with all that is beside it goes on without a word', () => {
    const { path, copy } = copied();
    rmSync(path);
    rmSync(`${path}.d`, { recursive: true });
    expect(missing(copy)).toEqual([]);
    post(copy, 1);
    expect(missing(copy)).toEqual([]);
  });
});

describe('a backup put back', () => {
  /** The ledger after two terms, and a backup of it after one: the file, with or without what stood beside it. */
  const backedUp = (withNote: boolean) => {
    const { folder, path } = ledgerOfOneTerm();
    const backup = join(folder, '..', 'backup');
    mkdirSync(backup);
    copyFileSync(path, join(backup, 'l.db'));
    if (withNote) cpSync(`${path}.d`, join(backup, 'l.db.d'), { recursive: true });
    post(path, 1);
    return { folder, path, backup: join(backup, 'l.db'), withNote };
  };
  const place = (from: { backup: string; withNote: boolean }, to: string): string => {
    copyFileSync(from.backup, to);
    if (from.withNote) cpSync(`${from.backup}.d`, `${to}.d`, { recursive: true });
    return to;
  };

  test.each([true, false])('under another name in the same folder (note put back too: %s)', (withNote) => {
    const from = backedUp(withNote);
    const other = place(from, join(from.folder, 'restored.db'));
    expect(failureOf(() => post(other, 1))).toMatch(LOST);
  });

  test.each([true, false])('in another folder (note put back too: %s)', (withNote) => {
    const from = backedUp(withNote);
    expect(failureOf(() => post(from.backup, 1))).toMatch(LOST);
  });

  test.each([true, false])('behind a link from another folder (note put back too: %s)', (withNote) => {
    const from = backedUp(withNote);
    const link = join(temporaryFolder(), 'link.db');
    symlinkSync(from.backup, link);
    expect(failureOf(() => post(link, 1))).toMatch(LOST);
  });

  test('in its old place, opened through a link to the folder, by a relative path and by another name', () => {
    const from = backedUp(false);
    copyFileSync(from.backup, from.path);
    const link = join(temporaryFolder(), 'folder');
    symlinkSync(from.folder, link);
    const name = join(temporaryFolder(), 'hard.db');
    linkSync(from.path, name);
    for (const path of [join(link, 'l.db'), relative(process.cwd(), from.path), name]) {
      expect(failureOf(() => post(path, 1))).toMatch(LOST);
    }
  });

  test('nothing that it knows of tells: without its note it is refused, with an old note only the term itself guards', () => {
    const from = backedUp(true);
    rmSync(from.path);
    rmSync(`${from.path}.d`, { recursive: true });
    expect(missing(from.backup)).toEqual([]);
    rmSync(`${from.backup}.d`, { recursive: true });
    expect(failureOf(() => post(from.backup, 1))).toBe(GONE);
  });
});

test('a copy of the file alone, also of the newest, has no note of its own', () => {
  const { folder, path } = ledgerOfOneTerm();
  const copy = join(folder, 'copy.db');
  copyFileSync(path, copy);
  expect(failureOf(() => post(copy, 1))).toBe(GONE);
  renameSync(path, join(folder, 'renamed.db'));
  expect(failureOf(() => post(join(folder, 'renamed.db'), 1))).toBe(GONE);
});

test('links and other names of the one file are the one ledger, with one note', () => {
  const { folder, path } = ledgerOfOneTerm();
  symlinkSync(path, join(folder, 'link.db'));
  linkSync(path, join(folder, 'hard.db'));
  for (const name of ['link.db', 'hard.db', 'l.db']) expect(missing(join(folder, name))).toEqual([]);
  post(join(folder, 'hard.db'), 1);
  for (const name of ['link.db', 'hard.db', 'l.db']) expect(missing(join(folder, name))).toEqual([]);
  expect(readFileSync(`${path}.d/posted.txt`, 'utf8')).toContain('posting\t2\t');
});

test('another ledger in the same folder is none of its business, though it has posted the same first term', () => {
  const { folder, path } = ledgerOfOneTerm();
  const other = join(folder, 'other.db');
  post(other, 0);
  post(other, 1);
  expect(missing(path)).toEqual([]);
  post(path, 1);
});

test('an approval beside the run folders tells of a batch that an older copy lacks, though the note has gone', () => {
  const { folder, path } = ledgerOfOneTerm();
  const head = withLedger(path, (ledger) => ledger.postingHead());
  const approval = join(folder, 'l.db.d', 'runs', '2018-T2-0123456789ab.approval');
  mkdirSync(approval, { recursive: true });
  const text = (postingHead: string) => `run\t2018-T2-0123456789ab\nrole\tapprover\nposting_head\t${postingHead}\n`;
  writeFileSync(join(approval, 'approver.txt'), text('0'.repeat(64)));
  expect(missing(path)).toEqual([]);
  writeFileSync(join(approval, 'approver.txt'), text(head));
  expect(failureOf(() => post(path, 1))).toBe('refused LEDGER_BEHIND LEDGER_APPROVAL_LOST');
  withLedger(path, (ledger) => ledger.continueWith({ ...KARI, reason: 'tapt', neverPaid: false }));
  expect(failureOf(() => post(path, 1))).toBe('refused LEDGER_BEHIND LEDGER_APPROVAL_LOST');
  withLedger(path, (ledger) => ledger.continueWith({ ...KARI, reason: 'aldri betalt', neverPaid: true }));
  post(path, 1);
  expect(missing(path)).toEqual([]);
});
