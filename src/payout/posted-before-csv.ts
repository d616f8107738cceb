import { join } from 'node:path';
import { asRecipientCode, at, COMPONENTS, formatRecipientCode, NO_PERSON, type PostedEntry } from '../domain';
import { csvField } from './csv-table';
import type { SealedFile } from './folder-file';
import type { RunFolder } from './run-folder';
import { SortedLines } from './sorted-lines';

/** Columns of posted_before.csv. `code_order` places the posting that `code` came from: of two the later has the higher. */
export const POSTED_BEFORE_COLUMNS = [
  'person_ref',
  'grant_year',
  'component',
  'basis_recipient_id',
  'amount',
  'code',
  'code_order',
] as const;

const NAME = 'posted_before.csv';
/** Hex digits of a pseudonym that make its rank: 32 bits. */
const RANK_DIGITS = 8;

/**
 * posted_before.csv in the making: the postings that the run started from, told one by one in any order and written in
 * the order of the columns, in constant memory.
 */
export class PostedBefore {
  readonly #folder: RunFolder;
  readonly #pseudonym: (personId: number) => string;
  readonly #lines: SortedLines;
  #count = 0;

  constructor(folder: RunFolder, pseudonym: (personId: number) => string) {
    this.#folder = folder;
    this.#pseudonym = pseudonym;
    this.#lines = new SortedLines(join(folder.workPath, NAME));
  }

  add(entry: PostedEntry): void {
    const person = entry.personId === NO_PERSON ? '' : this.#pseudonym(entry.personId);
    const recipient = formatRecipientCode(asRecipientCode(entry.basisRecipient));
    this.#count += 1;
    this.#lines.add(
      person === '' ? 0 : Number.parseInt(person.slice(0, RANK_DIGITS), 16),
      `${person},${entry.grantYear},${at(COMPONENTS, entry.component)},${recipient},${entry.amountNok},` +
        `${csvField(entry.code)},${entry.codeOrder}`,
    );
  }

  /** Hands entries on while noting each: the engine reads them and the file holds them, from one reading of the ledger. */
  *tap(entries: Iterable<PostedEntry>): Iterable<PostedEntry> {
    for (const entry of entries) {
      this.add(entry);
      yield entry;
    }
  }

  /** Writes the file. */
  close(): SealedFile {
    const file = this.#folder.createFile(NAME);
    file.text(`${POSTED_BEFORE_COLUMNS.join(',')}\n`);
    for (const line of this.#lines.drain()) file.text(`${line}\n`);
    return file.close(this.#count);
  }
}
