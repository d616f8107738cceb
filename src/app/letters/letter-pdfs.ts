import { join } from 'node:path';
import { NorsktilskuddError } from '../../domain';
import { printToPdf } from '../../effects';
import { LETTER_FOLDERS, type LetterKind, type WrittenDocument } from './letter-files';

/** A PDF of a document, with its path from the folder of the letters. */
export interface PrintedPage {
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
export async function printPages(
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
