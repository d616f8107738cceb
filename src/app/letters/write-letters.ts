import { join } from 'node:path';
import { accessLogPath, logAccess } from '../../audit';
import { NorsktilskuddError, sha256Hex } from '../../domain';
import {
  discardTree,
  findChromium,
  isFolder,
  listFolder,
  makeFolder,
  makePartFolder,
  nowUtc,
  pathExists,
  removeTree,
  renameInto,
  setMode,
  writeAgainFile,
} from '../../effects';
import { ALL_POSTED, type BatchInfo } from '../../ledger';
import type { LetterLanguage } from '../../messages';
import type { LetterFrame } from '../../report';
import type { OpenRun } from '../explain/open-run-context';
import { withRunAsync } from '../explain/with-run';
import { headsOfRun } from '../heads-of-run';
import { type PaymentSettings, paymentSettings } from '../payment/payment-settings';
import { readTexts, refuseUnapproved } from './approved-texts';
import { documentsOf, gatherLetters, type RunOfLetters } from './gather-letters';
import { indexPages, LETTER_FOLDERS, type LetterKind, letterPages, recordOf } from './letter-files';
import { printPages } from './letter-pdfs';
import { type LetterSettings, letterSettings } from './letter-settings';
import { type LetterStand, letterStands } from './letter-stand';
import type { Settlement } from './settlements';
import { readStored, STORED_LETTERS, type StoredLetters, sealOfLetters, storedText } from './stored-letters';

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
  /** Number in the archive, `2018/123`; undefined: as they were written before, else none. */
  readonly archiveCase: string | undefined;
  readonly isPdf: boolean;
  /** undefined: `<run folder>.letters`. */
  readonly out: string | undefined;
  /** Texts that go before those of the settings. */
  readonly texts: string | undefined;
  readonly letters: LetterSettings | undefined;
  readonly payment: PaymentSettings | undefined;
  readonly onStep?: (step: 'write' | 'pdf', done: number, of: number) => void;
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

/** A letter and a list name no person: the folder of the lists is for its owner alone. */
const MODES = {
  letter: { folder: 0o755, file: 0o644 },
  list: { folder: 0o700, file: 0o600 },
} as const;

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
      if (input.isPdf && findChromium() === undefined) throw new NorsktilskuddError('usage', 'LETTERS_NO_BROWSER');
      return place(context, input, out, dateOf(input, out));
    },
  );
}

/** Where the letters of a run lie: beside its folder. Those of some recipients lie by themselves. */
export function lettersFolder(runFolder: string, recipients: readonly string[] = []): string {
  const some = recipients.length === 0 ? '' : `-${sha256Hex([...recipients].sort().join(' ')).slice(0, 8)}`;
  return `${runFolder}.letters${recipients.length === 1 ? `-${recipients[0]}` : some}`;
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
  const settings = input.letters ?? letterSettings({});
  const payment = input.payment ?? paymentSettings({});
  const texts = readTexts(input.texts ?? settings.texts);
  const run = gatherLetters(context);
  const settlements = chosen(run, input);
  const sources = {
    ledger,
    batch,
    payment,
    letters: settings,
    language: input.language,
    date,
    plannedOn: input.on ?? '',
  };
  const stands = letterStands(sources, settlements);
  const languages = [...new Set(stands.map(({ to }) => to.language))].sort();
  const kapPosts = stands.flatMap(({ groups }) =>
    groups.map(({ payment: ordered, kapPosts: own }) => ({ ordered, own })),
  );
  const withoutKapPost = kapPosts.flatMap(({ ordered, own }) =>
    own.filter(({ kapPost }) => kapPost === '').map(({ component }) => ({ component, on: ordered?.on || date })),
  );
  const distinct = [...new Map(withoutKapPost.map((each) => [`${each.component} ${each.on}`, each])).values()];
  const { sender } = settings;
  refuseUnapproved({ ledger, texts, sender, languages, date, withoutKapPost: distinct });
  const frame: LetterFrame = {
    ...frameOf(context, batch),
    date,
    archiveCase: input.archiveCase ?? readStored(out)?.frame.archiveCase ?? '',
    sender,
    texts: texts.rows.filter(({ language }) => languages.includes(language)),
  };
  const language = input.language ?? settings.neutralLanguage;
  const made = makeLetters(run, settlements, { frame, stands, language, textsSha256: texts.sha256 });
  logAccess(accessLogPath(input.db), {
    kind: 'letter',
    actor: input.actor,
    at: nowUtc(),
    runId: batch.runId,
    subjects: [made.seal, ...stands.map(({ to }) => to.recipientId)],
  });
  const files = await writeFiles(out, made, input);
  const paidNok = settlements.reduce(
    (sum, { groups }) => sum + groups.reduce((own, { payout }) => own + payout.paidNok, 0),
    0,
  );
  return {
    runId: batch.runId,
    rehearsal: ledger.rehearsal,
    date,
    shared: join(out, LETTER_FOLDERS.letter, 'index.html'),
    restricted: join(out, LETTER_FOLDERS.list, 'index.html'),
    letters: stands.length,
    files,
    paidNok,
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

/** Letters as they are written: every page, and what is stored beside them. */
export interface MadeLetters {
  readonly stored: StoredLetters;
  readonly seal: string;
  readonly pages: readonly { readonly kind: LetterKind; readonly name: string; readonly text: string }[];
  readonly documents: readonly ReturnType<typeof documentsOf>[];
}

/** What letters are made from beside the run. */
export interface LettersStood {
  readonly frame: LetterFrame;
  readonly stands: readonly LetterStand[];
  /** Of the pages that lead to them. */
  readonly language: LetterLanguage;
  readonly textsSha256: string;
}

/** Makes every page of some letters. @param settlements in the order of the stands */
export function makeLetters(run: RunOfLetters, settlements: readonly Settlement[], stood: LettersStood): MadeLetters {
  const { frame, stands, language, textsSha256 } = stood;
  const documents = settlements.flatMap((settlement, index) => {
    const stand = stands[index];
    return stand === undefined ? [] : [documentsOf(settlement, stand, run)];
  });
  const indexes = indexPages(frame, documents, language);
  const pages = [
    ...(['letter', 'list'] as const).map((kind) => ({ kind, name: 'index.html', text: indexes[kind] })),
    ...letterPages(frame, documents),
  ];
  const stored: StoredLetters = JSON.parse(
    JSON.stringify({
      format: 1,
      language,
      textsSha256,
      frame,
      stands,
      pages: pages.map(({ kind, name, text }) => ({
        path: `${LETTER_FOLDERS[kind]}/${name}`,
        sha256: sha256Hex(text),
      })),
      pdfs: [],
    }),
  );
  return { stored, seal: sealOfLetters(stored), pages, documents };
}

/** Writes all files into a folder that appears whole or not at all; returns how many there are. */
async function writeFiles(out: string, made: MadeLetters, { isPdf, onStep = () => {} }: LettersInput): Promise<number> {
  const part = makePartFolder(out);
  let files = 1;
  const put = (kind: LetterKind, name: string, content: Uint8Array | string): void => {
    writeAgainFile(join(part, LETTER_FOLDERS[kind], name), content, MODES[kind].file);
    files += 1;
  };
  try {
    setMode(part, MODES.letter.folder);
    for (const kind of ['letter', 'list'] as const) {
      makeFolder(join(part, LETTER_FOLDERS[kind]));
      setMode(join(part, LETTER_FOLDERS[kind]), MODES[kind].folder);
    }
    for (const { kind, name, text } of made.pages) put(kind, name, text);
    const pdfs = isPdf
      ? await printPages(part, made.pages, made.stored.frame.date, (done, of) => onStep('pdf', done, of))
      : new Map<string, Buffer>();
    for (const [path, bytes] of pdfs)
      writeAgainFile(join(part, path), bytes, path.startsWith(LETTER_FOLDERS.list) ? 0o600 : 0o644);
    files += pdfs.size;
    for (const { path, kind, text } of recordsOf(made, pdfs)) put(kind, path, text);
    const stored = { ...made.stored, pdfs: [...pdfs].map(([path, bytes]) => ({ path, sha256: sha256Hex(bytes) })) };
    writeAgainFile(join(part, STORED_LETTERS), storedText(stored), 0o600);
    if (pathExists(out)) removeTree(out);
    renameInto(part, out);
    return files;
  } catch (cause) {
    discardTree(part);
    throw cause;
  }
}

/** The record of each document, by the bytes of its page and PDF. */
export function recordsOf(
  { stored, pages, documents }: MadeLetters,
  pdfs: ReadonlyMap<string, Buffer>,
): { readonly kind: LetterKind; readonly path: string; readonly text: string }[] {
  const textOf = new Map(pages.map(({ kind, name, text }) => [`${kind}/${name}`, text]));
  return documents.flatMap((both) =>
    (['letter', 'list'] as const).map((kind) => {
      const { recipientId } = both.letter.to;
      const pdf = pdfs.get(`${LETTER_FOLDERS[kind]}/${recipientId}.pdf`);
      const files = [
        { name: `${recipientId}.html`, content: textOf.get(`${kind}/${recipientId}.html`) ?? '' },
        ...(pdf === undefined ? [] : [{ name: `${recipientId}.pdf`, content: pdf }]),
      ];
      return { kind, path: `${recipientId}.json`, text: recordOf(stored.frame, both, kind, files) };
    }),
  );
}
