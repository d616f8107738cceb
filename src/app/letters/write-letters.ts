import { join } from 'node:path';
import { accessLogPath, logAccess } from '../../audit';
import { NorsktilskuddError } from '../../domain';
import { findChromium, isFolder, listFolder, nowUtc, pathExists } from '../../effects';
import { ALL_POSTED } from '../../ledger';
import type { OpenRun } from '../explain/open-run-context';
import { withRunAsync } from '../explain/with-run';
import { gatherLetters, type RunOfLetters } from './gather-letters';
import { LETTER_FOLDERS } from './letter-files';
import type { LettersInput } from './letters-input';
import { lettersStood } from './letters-stood';
import { lettersFolder, makeLetters } from './make-letters';
import { placeLetters } from './place-letters';
import { paidTo, type Settlement } from './settlements';
import { readStored, STORED_LETTERS } from './stored-letters';

/** What was written. */
export interface LettersWritten {
  readonly runId: string;
  readonly rehearsal: boolean;
  readonly date: string;
  /** Pages that lead to the letters and to the lists of persons. */
  readonly shared: string;
  readonly restricted: string;
  readonly letters: number;
  readonly files: number;
  readonly paidNok: number;
  /** SHA-256 of what the letters say; stands in the access log, too. */
  readonly seal: string;
}

/**
 * Writes the letters of a posted run: for each recipient a letter that anybody may see and a list of persons, with a record
 * of each for the archive. The access log is written first. Letters written before give way; the same input gives the same
 * bytes.
 *
 * @throws NorsktilskuddError usage LETTERS_NOBODY, LETTERS_DATE_TWICE, LETTERS_OUT_TAKEN, LETTERS_NO_BROWSER; refused
 * LETTERS_NOT_POSTED, LETTERS_REFUSED; input LETTER_TEXTS_FAULTY; verification as withRun()
 */
export function writeLetters(input: LettersInput): Promise<LettersWritten> {
  return withRunAsync(
    input.db,
    () => input.runId,
    async (context) => {
      const { batch, ledger } = context;
      if (batch.state !== 'posted') {
        throw new NorsktilskuddError('refused', 'LETTERS_NOT_POSTED', { runId: batch.runId, state: batch.state });
      }
      ledger.prove({ ...ALL_POSTED, payments: true });
      const out = input.out ?? lettersFolder(batch.runFolder, input.recipients);
      refuseTaken(out);
      const chromium = input.isPdf ? findChromium(input.chromium) : undefined;
      if (input.isPdf && chromium === undefined) throw new NorsktilskuddError('usage', 'LETTERS_NO_BROWSER');
      return place(context, { ...input, chromium }, out, dateOf(input, out));
    },
  );
}

/** Something that is there and was not written by this program stays. */
function refuseTaken(out: string): void {
  if (!pathExists(out) || pathExists(join(out, STORED_LETTERS))) return;
  if (isFolder(out) && listFolder(out).length === 0) return;
  throw new NorsktilskuddError('usage', 'LETTERS_OUT_TAKEN', { folder: out });
}

function dateOf({ date, runId }: LettersInput, out: string): string {
  const before = readStored(out)?.frame.date;
  if (before !== undefined && date !== undefined && date !== before) {
    throw new NorsktilskuddError('usage', 'LETTERS_DATE_TWICE', { runId, folder: out, date: before, given: date });
  }
  return date ?? before ?? nowUtc().slice(0, 10);
}

async function place(context: OpenRun, input: LettersInput, out: string, date: string): Promise<LettersWritten> {
  const { batch, ledger } = context;
  const run = gatherLetters(context);
  const settlements = chosen(run, input);
  const made = makeLetters(run, settlements, lettersStood(context, input, settlements, { out, date }));
  const recipients = settlements.map(({ recipientId }) => recipientId);
  const { runId } = batch;
  const subjects = [made.seal, ...recipients];
  logAccess(accessLogPath(input.db), { kind: 'letter', actor: input.actor, at: nowUtc(), runId, subjects });
  const files = await placeLetters(out, made, input.chromium, input.onStep ?? (() => undefined));
  return {
    runId,
    rehearsal: ledger.rehearsal,
    date,
    shared: join(out, LETTER_FOLDERS.letter, 'index.html'),
    restricted: join(out, LETTER_FOLDERS.list, 'index.html'),
    letters: settlements.length,
    files,
    paidNok: paidTo(settlements),
    seal: made.seal,
  };
}

/** Settlements of those who are asked for. @throws NorsktilskuddError usage LETTERS_NOBODY */
function chosen({ settlements }: RunOfLetters, { recipients, runId }: LettersInput): Settlement[] {
  const missing = recipients.filter((code) => !settlements.some(({ recipientId }) => recipientId === code));
  if (missing.length > 0) {
    throw new NorsktilskuddError('usage', 'LETTERS_NOBODY', { runId, recipient: missing.join(', ') });
  }
  return settlements.filter(({ recipientId }) => recipients.length === 0 || recipients.includes(recipientId));
}
