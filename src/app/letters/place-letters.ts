import { join } from 'node:path';
import { NorsktilskuddError, sha256Hex } from '../../domain';
import {
  discardTree,
  makeFolder,
  makePartFolder,
  printToPdf,
  replaceFolder,
  setMode,
  writeAgainFile,
} from '../../effects';
import { LETTER_FOLDERS, type LetterKind, type WrittenDocument } from './letter-files';
import { type MadeLetters, recordsOf } from './make-letters';
import { STORED_LETTERS, storedText } from './stored-letters';

/** Letters are for everybody, the folder of the lists for its owner alone. */
const MODES = {
  letter: { folder: 0o755, file: 0o644 },
  list: { folder: 0o700, file: 0o600 },
} as const;

/** Says how far the work is. */
export type LettersStep = (step: 'pdf', done: number, of: number) => void;

/**
 * Writes pages, their PDFs where they are wanted, records and what is stored into a folder that appears whole or not at all;
 * letters that are there give way. Returns how many files there are.
 *
 * @param chromium that makes the PDFs; undefined: none are wanted
 */
export async function placeLetters(
  out: string,
  made: MadeLetters,
  chromium: string | undefined,
  onStep: LettersStep,
): Promise<number> {
  const part = makePartFolder(out);
  try {
    setMode(part, MODES.letter.folder);
    for (const kind of ['letter', 'list'] as const) {
      makeFolder(join(part, LETTER_FOLDERS[kind]));
      setMode(join(part, LETTER_FOLDERS[kind]), MODES[kind].folder);
    }
    const { pages, stored } = made;
    for (const { kind, name, text } of pages) {
      writeAgainFile(join(part, LETTER_FOLDERS[kind], name), text, MODES[kind].file);
    }
    const { date } = stored.frame;
    const show = (done: number, of: number): void => onStep('pdf', done, of);
    const pdfs = chromium === undefined ? [] : await printPages(chromium, part, pages, date, show);
    for (const { kind, path, bytes } of pdfs) writeAgainFile(join(part, path), bytes, MODES[kind].file);
    const records = recordsOf(made, new Map(pdfs.map(({ path, bytes }) => [path, bytes])));
    for (const { kind, path, text } of records) writeAgainFile(join(part, path), text, MODES[kind].file);
    const hashes = pdfs.map(({ path, bytes }) => ({ path, sha256: sha256Hex(bytes) }));
    writeAgainFile(join(part, STORED_LETTERS), storedText({ ...stored, pdfs: hashes }), MODES.list.file);
    replaceFolder(part, out);
    return pages.length + pdfs.length + records.length + 1;
  } catch (cause) {
    discardTree(part);
    throw cause;
  }
}

/** A PDF of a document, with its path from the folder of the letters. */
interface PrintedPage {
  readonly kind: LetterKind;
  readonly path: string;
  readonly bytes: Buffer;
}

/**
 * Prints the page of each document to a PDF, and gives it the time of the letter: what a browser writes otherwise differs
 * from call to call. Another browser still makes other bytes.
 *
 * @throws NorsktilskuddError usage LETTERS_NO_PDF
 */
async function printPages(
  chromium: string,
  folder: string,
  pages: readonly Pick<WrittenDocument, 'kind' | 'name'>[],
  date: string,
  onStep: (done: number, of: number) => void,
): Promise<PrintedPage[]> {
  const documents = pages.filter(({ name }) => name !== 'index.html');
  const printed: PrintedPage[] = [];
  for (const { kind, name } of documents) {
    onStep(printed.length, documents.length);
    const path = `${LETTER_FOLDERS[kind]}/${name}`;
    const bytes = await printToPdf(chromium, join(folder, path));
    if (bytes === undefined) throw new NorsktilskuddError('usage', 'LETTERS_NO_PDF', { name });
    printed.push({ kind, path: path.replace(/\.html$/, '.pdf'), bytes: dated(bytes, date) });
  }
  return printed;
}

/** The times within a PDF as those of a day; as many bytes as before, so that every place in it holds. */
function dated(bytes: Buffer, date: string): Buffer {
  const day = date.replaceAll('-', '');
  const text = bytes.toString('latin1').replace(/\/(CreationDate|ModDate) \(D:\d{14}/g, `/$1 (D:${day}000000`);
  return Buffer.from(text, 'latin1');
}
