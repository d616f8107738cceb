import { join } from 'node:path';
import { accessLogPath, readAccessLog } from '../../audit';
import { type ErrorDetail, errorDetail, NorsktilskuddError, sha256Hex } from '../../domain';
import { isFolder, listFolder, pathExists, readBytes } from '../../effects';
import { ALL_POSTED } from '../../ledger';
import type { OpenRun } from '../explain/open-run-context';
import { withRun } from '../explain/with-run';
import { gatherLetters } from './gather-letters';
import { LETTER_FOLDERS } from './letter-files';
import { lettersFolder, makeLetters, recordsOf } from './make-letters';
import { paidTo, type Settlement } from './settlements';
import { readStored, STORED_LETTERS, type StoredLetters, sealOfLetters } from './stored-letters';

/** What letters were held to run and ledger. */
export interface LettersCheck {
  readonly runId: string;
  readonly folder: string;
  readonly letters: number;
  /** Files that were looked at, from the folder. */
  readonly checked: readonly string[];
  readonly paidNok: number;
  readonly faults: readonly ErrorDetail[];
}

/**
 * Makes the letters of a run once more from run, ledger and what was stored beside them, and compares every file byte for
 * byte: who changed a page, a record or what is stored is found. PDFs are held to the hash that was stored. Letters of a run
 * that has been annulled since are a fault.
 *
 * @param out undefined: beside the run folder
 * @throws NorsktilskuddError usage LETTERS_NONE, LEDGER_RUN_UNKNOWN; verification as withRun()
 */
export function checkLetters(db: string, runId: string, out?: string): LettersCheck {
  return withRun(db, runId, (context) => {
    context.ledger.prove({ ...ALL_POSTED, payments: true });
    const folder = out ?? lettersFolder(context.batch.runFolder);
    const stored = readStored(folder);
    if (stored === undefined) throw new NorsktilskuddError('usage', 'LETTERS_NONE', { runId, folder });
    return check(context, db, folder, stored);
  });
}

function check(context: OpenRun, db: string, folder: string, stored: StoredLetters): LettersCheck {
  const run = gatherLetters(context);
  const byId = new Map(run.settlements.map((each) => [each.recipientId, each]));
  const settlements = stored.stands.flatMap(({ to }): Settlement[] => {
    const found = byId.get(to.recipientId);
    return found === undefined ? [] : [found];
  });
  const made = makeLetters(run, settlements, stored);
  const pdfs = new Map(
    stored.pdfs.flatMap(({ path }): [string, Buffer][] =>
      pathExists(join(folder, path)) ? [[path, readBytes(join(folder, path))]] : [],
    ),
  );
  const meant = new Map<string, string>([
    ...made.pages.map(({ kind, name, text }) => [`${LETTER_FOLDERS[kind]}/${name}`, sha256Hex(text)] as const),
    ...recordsOf(made, pdfs).map(({ path, text }) => [path, sha256Hex(text)] as const),
    ...stored.pdfs.map(({ path, sha256 }) => [path, sha256] as const),
  ]);
  const isOther =
    stored.frame.runId !== context.batch.runId || settlements.length !== stored.stands.length || !isLogged(db, stored);
  const faults = [
    ...(context.batch.state === 'annulled' ? [errorDetail('LETTER_OF_ANNULLED', { runId: context.batch.runId })] : []),
    ...(isOther ? [errorDetail('LETTER_DIFFERS', { name: STORED_LETTERS })] : []),
    ...[...meant].flatMap(([name, sha256]) => faultOf(folder, name, sha256, stored)),
    ...filesIn(folder)
      .filter((name) => name !== STORED_LETTERS && !meant.has(name))
      .map((name) => errorDetail('LETTER_NOT_OURS', { name })),
  ];
  const { runId } = context.batch;
  return {
    runId,
    folder,
    letters: stored.stands.length,
    checked: [...meant.keys()],
    paidNok: paidTo(settlements),
    faults,
  };
}

/** A file that is gone, one that was changed since, and one that was written so but is not what the run says. */
function faultOf(folder: string, name: string, sha256: string, stored: StoredLetters): ErrorDetail[] {
  const path = join(folder, name);
  if (!pathExists(path)) return [errorDetail('LETTER_GONE', { name })];
  const found = sha256Hex(readBytes(path));
  if (found === sha256) return [];
  const asWritten = stored.pages.find((page) => page.path === name)?.sha256;
  return [errorDetail(asWritten === found ? 'LETTER_DIFFERS' : 'LETTER_CHANGED', { name })];
}

/** What the letters say stands in the access log with its seal since before they were written. */
function isLogged(db: string, stored: StoredLetters): boolean {
  const seal = sealOfLetters(stored);
  return readAccessLog(accessLogPath(db)).rows.some(
    ({ kind, subjects }) => kind === 'letter' && subjects.includes(seal),
  );
}

function filesIn(folder: string): string[] {
  return Object.values(LETTER_FOLDERS).flatMap((name) => {
    const inside = join(folder, name);
    return isFolder(inside) ? listFolder(inside).map((file) => `${name}/${file}`) : [];
  });
}
