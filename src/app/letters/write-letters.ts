import { join } from 'node:path';
import { accessLogPath, logAccess } from '../../audit';
import { NorsktilskuddError } from '../../domain';
import { findChromium, isFolder, listFolder, nowUtc, pathExists } from '../../effects';
import { ALL_POSTED, type BatchInfo } from '../../ledger';
import type { LetterLanguage } from '../../messages';
import { type LetterFrame, textsOn } from '../../report';
import type { OpenRun } from '../explain/open-run-context';
import { withRunAsync } from '../explain/with-run';
import { headsOfRun } from '../heads-of-run';
import { type PaymentSettings, paymentSettings } from '../payment/payment-settings';
import { type RealLetters, readTexts, refuseUnapproved } from './approved-texts';
import { gatherLetters, type RunOfLetters } from './gather-letters';
import { LETTER_FOLDERS } from './letter-files';
import { type LetterSettings, letterSettings } from './letter-settings';
import { type LetterStand, letterStands } from './letter-stand';
import { type LettersStood, lettersFolder, makeLetters } from './make-letters';
import { type LettersStep, placeLetters } from './place-letters';
import { paidTo, type Settlement } from './settlements';
import { readStored, STORED_LETTERS } from './stored-letters';

/** What letters are written of, read and checked. */
export interface LettersInput {
  readonly db: string;
  readonly runId: string;
  readonly actor: string;
  /** Recipient codes, `0301`; empty for everybody who has a payment, a correction or a balance. */
  readonly recipients: readonly string[];
  /** Of all letters; undefined: each recipient's own. */
  readonly language: LetterLanguage | undefined;
  /** `YYYY-MM-DD` of the letters; undefined: as they were written before, else today. */
  readonly date: string | undefined;
  /** Day on which is to be paid what stands in no file yet; undefined: not settled. */
  readonly on: string | undefined;
  /** Number in the archive, `2018/123`; undefined: as they were written before. Letters of a real ledger need one. */
  readonly archiveCase: string | undefined;
  readonly isPdf: boolean;
  /** Chromium that makes the PDFs; undefined: that of the machine. */
  readonly chromium: string | undefined;
  /** undefined: `<run folder>.letters`. */
  readonly out: string | undefined;
  /** Texts that go before those of the settings. */
  readonly texts: string | undefined;
  readonly letters: LetterSettings | undefined;
  readonly payment: PaymentSettings | undefined;
  readonly onStep?: LettersStep;
}

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
  const made = makeLetters(run, settlements, stood(context, input, settlements, { out, date }));
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

/** How letters stand on their day. @throws NorsktilskuddError refused LETTERS_REFUSED; input LETTER_TEXTS_FAULTY */
function stood(
  context: OpenRun,
  input: LettersInput,
  settlements: readonly Settlement[],
  { out, date }: { readonly out: string; readonly date: string },
): LettersStood {
  const { batch, ledger } = context;
  const letters = input.letters ?? letterSettings({});
  const payment = input.payment ?? paymentSettings({});
  const texts = readTexts(input.texts ?? letters.texts);
  const { language, on: plannedOn = '' } = input;
  const stands = letterStands({ ledger, batch, payment, letters, language, date, plannedOn }, settlements);
  const languages = [...new Set(stands.map(({ to }) => to.language))].sort();
  const ofRun = frameOf(context, batch);
  const { sender } = letters;
  const decidedOn = ofRun.decision.on;
  const withoutKapPost = kapPostsMissing(stands, date);
  const archiveCase = input.archiveCase ?? readStored(out)?.frame.archiveCase ?? '';
  refuseUnapproved({ ledger, texts, sender, archiveCase, languages, date, decidedOn, withoutKapPost });
  const rows = languages.flatMap((each) => textsOn(texts.rows, each, date));
  const frame: LetterFrame = { ...ofRun, date, archiveCase, sender, texts: rows };
  return { frame, stands, language: language ?? letters.neutralLanguage, textsSha256: texts.sha256 };
}

/** Components of letters that have no place in the budget on the day of their payment, each once. */
function kapPostsMissing(stands: readonly LetterStand[], date: string): RealLetters['withoutKapPost'] {
  const missing = stands.flatMap(({ groups }) =>
    groups.flatMap(({ payment, kapPosts }) =>
      kapPosts.flatMap(({ component, kapPost }) =>
        kapPost === ''
          ? [[`${component} ${payment?.on || date}`, { component, on: payment?.on || date }] as const]
          : [],
      ),
    ),
  );
  return [...new Map(missing).values()];
}

/** Settlements of those who are asked for. @throws NorsktilskuddError usage LETTERS_NOBODY */
function chosen({ settlements }: RunOfLetters, { recipients, runId }: LettersInput): Settlement[] {
  const missing = recipients.filter((code) => !settlements.some(({ recipientId }) => recipientId === code));
  if (missing.length > 0) {
    throw new NorsktilskuddError('usage', 'LETTERS_NOBODY', { runId, recipient: missing.join(', ') });
  }
  return settlements.filter(({ recipientId }) => recipients.length === 0 || recipients.includes(recipientId));
}

type RunFrame = Omit<LetterFrame, 'date' | 'archiveCase' | 'sender' | 'texts'>;

function frameOf({ ledger }: OpenRun, batch: BatchInfo): RunFrame {
  const { runId, grantYear, term, supplementNumber, asOf, manifestHash, actor, approvals } = batch;
  const approval = approvals.find(({ role }) => role === 'approver') ?? approvals.at(-1);
  return {
    ...{ runId, grantYear, term, supplementNumber, asOf },
    isRehearsal: ledger.rehearsal,
    decision: {
      runner: actor,
      attestant: approvals.find(({ role }) => role === 'attestant')?.actor ?? '',
      approver: approval?.actor ?? '',
      on: approval?.at.slice(0, 10) ?? '',
    },
    seal: { manifestHash, ...headsOfRun(ledger, batch) },
  };
}
