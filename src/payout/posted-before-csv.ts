import { join } from 'node:path';
import {
  asRecipientCode,
  assert,
  at,
  type CarriedBalance,
  COMPONENTS,
  formatRecipientCode,
  NO_PERSON,
  type PostedEntry,
} from '../domain';
import { csvField, writeTable } from './csv-table';
import type { FolderFile, SealedFile } from './folder-file';
import { RowBytes } from './row-bytes';
import type { RunFolder } from './run-folder';
import { ROW_BYTES_LIMIT, SortedRows } from './sorted-rows';

/** Columns of posted_before.csv. `code_order` places the posting that `code` came from: of two the later has the higher. */
const POSTED_BEFORE_COLUMNS = [
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
const COMMA = 44;
const DIGIT_ZERO = 48;
const LETTER_A = 97;
const OUTPUT_BYTES = 262_144;
const COMPONENT_FIELDS = COMPONENTS.map((component) => `,${component},`);

/**
 * posted_before.csv in the making: the postings that the run started from, told one by one in any order and written in
 * the order of the columns, in constant memory.
 */
export class PostedBefore {
  readonly #folder: RunFolder;
  readonly #pseudonym: (personId: number) => string;
  readonly #rows: SortedRows;
  #count = 0;

  constructor(folder: RunFolder, pseudonym: (personId: number) => string) {
    this.#folder = folder;
    this.#pseudonym = pseudonym;
    this.#rows = new SortedRows(join(folder.workPath, NAME));
  }

  add(entry: PostedEntry): void {
    const person = entry.personId === NO_PERSON ? '' : this.#pseudonym(entry.personId);
    const code = csvField(entry.code);
    assert(code.length * 3 < ROW_BYTES_LIMIT - 512, 'a payout code is too long for a row');
    const { row } = this.#rows;
    row.ascii(person);
    row.byte(COMMA);
    row.whole(entry.grantYear);
    row.ascii(at(COMPONENT_FIELDS, entry.component));
    row.ascii(formatRecipientCode(asRecipientCode(entry.basisRecipient)));
    row.byte(COMMA);
    row.whole(entry.amountNok);
    row.byte(COMMA);
    row.text(code);
    row.byte(COMMA);
    row.whole(entry.codeOrder);
    row.byte(10);
    this.#count += 1;
    this.#rows.end(rankOf(person));
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
    const output = new RowBytes(OUTPUT_BYTES);
    this.#rows.drain((source, start, end) => {
      if (output.room < end - start) {
        file.bytes(output.view());
        output.length = 0;
      }
      output.copy(source, start, end);
    });
    file.bytes(output.view());
    return file.close(this.#count);
  }
}

function rankOf(pseudonym: string): number {
  let rank = 0;
  for (let place = 0; place < RANK_DIGITS && place < pseudonym.length; place += 1) {
    const code = pseudonym.charCodeAt(place);
    rank = rank * 16 + (code < LETTER_A ? code - DIGIT_ZERO : code - LETTER_A + 10);
  }
  return rank;
}

/** Columns of balances_before.csv. */
const BALANCE_BEFORE_COLUMNS = ['recipient_id', 'netting_group', 'balance'] as const;

/** Writes balances_before.csv: the balances that the run started from, under the codes that the ledger holds. */
export function writeBalancesBefore(file: FolderFile, balances: readonly CarriedBalance[]): SealedFile {
  const rows = balances.map((row) => [formatRecipientCode(asRecipientCode(row.recipient)), row.group, row.balanceNok]);
  return writeTable(file, BALANCE_BEFORE_COLUMNS, rows);
}
