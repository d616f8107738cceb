import { join } from 'node:path';
import { NorsktilskuddError } from '../../domain';
import { printToPdf } from '../../effects';
import { LETTER_FOLDERS, type WrittenDocument } from './letter-files';

/**
 * Prints the page of each document to a PDF beside it, and gives it the time of the letter: what a browser writes otherwise
 * differs from call to call. Another browser still makes other bytes.
 *
 * @returns bytes by path from the folder
 */
export async function printPages(
  folder: string,
  pages: readonly Pick<WrittenDocument, 'kind' | 'name'>[],
  date: string,
  onStep: (done: number, of: number) => void,
): Promise<ReadonlyMap<string, Buffer>> {
  const documents = pages.filter(({ name }) => name !== 'index.html');
  const made = new Map<string, Buffer>();
  for (const [index, { kind, name }] of documents.entries()) {
    onStep(index, documents.length);
    const path = `${LETTER_FOLDERS[kind]}/${name}`;
    const pdf = path.replace(/\.html$/, '.pdf');
    const bytes = await printToPdf(join(folder, path));
    if (bytes === undefined) throw new NorsktilskuddError('usage', 'LETTERS_NO_PDF', { name });
    made.set(pdf, dated(bytes, date));
  }
  return made;
}

/** The times within a PDF as those of a day; as many bytes as before, so that every place in it holds. */
function dated(bytes: Buffer, date: string): Buffer {
  const day = date.replaceAll('-', '');
  const text = bytes.toString('latin1').replace(/\/(CreationDate|ModDate) \(D:\d{14}/g, `/$1 (D:${day}000000`);
  return Buffer.from(text, 'latin1');
}
